import type { Notice } from '../../src/core/types.js';
import { type NoticeTerms, writeTerms } from './terms.js';

export function noticeDe(terms: NoticeTerms): Notice {
  const { value, people, pairs, oneInPairs, group, missed, days } = writeTerms(terms, 'de');
  return {
    version: '2026-1',
    controller: {
      name: 'Marktkiste (ein erfundener Marktplatz)',
      contact: 'privacy@marktkiste.example',
      address: 'Marktkiste, Beispielweg 1, 20095 Hamburg, Deutschland',
    },
    purpose: 'Wir prüfen, ob Sie schon ein Verkäuferkonto bei uns haben.',
    reason:
      'Verkäufer, die wir ausschließen mussten, kommen manchmal unter anderem Namen wieder und betrügen erneut. Ein Konto je Person macht das schwerer.',
    why_now:
      'Sie eröffnen gerade ein Verkäuferkonto. Wir fragen einmal, bevor Ihr erstes Angebot online geht.',
    regions:
      'Wir fragen alle neuen Verkäuferinnen und Verkäufer dasselbe, in jedem Land, in dem es Marktkiste gibt.',
    comparison: `Das ist Gesichtserkennung. Ihre Gesichtsvorlage wird mit den Vorlagen aller anderen verglichen, die mitgemacht haben (eine gegen viele). Ab einer Ähnlichkeit von ${value} sieht sich ein Mensch beide Fälle an. Wie oft das irrt, wissen wir von Pressefotos von ${people} Menschen (Labeled Faces in the Wild, je ein Bild, Gruppen nach Augenschein): Von ${pairs} Paaren verschiedener Menschen erreichte etwa 1 von ${oneInPairs} diesen Wert. Von den gemessenen Gruppen traf es diese am häufigsten: ${group.name}, etwa 1 von ${group.oneInPairs} (${group.pairs} Paare; bei so wenigen kann es auch 1 von ${group.atMost} sein). ${missed} der Paare derselben Person erreichten ihn nicht. Machen so viele mit, dass der Vergleich zu oft irren würde, unterbleibt er, und ein Mensch sieht sich den Fall an.`,
    sent: `Ihre Gesichtsvorlage: ${terms.embeddingDim} Zahlen, die aus Ihrem Gesicht berechnet werden. Das sind biometrische Daten. Dazu das Ergebnis der Lebendprüfung in Worten, die Länge der Aufnahme und die Zahl ihrer Bilder sowie Ihre Einwilligung. Alles wird versiegelt, bevor es Ihr Gerät verlässt.`,
    notSent: 'Die Aufnahme, einzelne Bilder und Ton. Sie bleiben auf Ihrem Gerät; Ton wird nie aufgenommen.',
    recipients:
      'Nur das Prüfteam von Marktkiste. Wir verkaufen Ihre Daten nicht, geben sie nicht weiter und trainieren keine Software damit.',
    storagePlace:
      'Auf dem Server, der sie empfängt, verschlüsselt; der Schlüssel liegt außerhalb der Datenbank. In dieser Vorführung ist das der Computer, auf dem sie läuft.',
    retentionDays: terms.retentionDays,
    removal: `Sie können jederzeit und ohne Grund widerrufen: auf der letzten Seite oder später mit Ihrem Beleg. Ihre Gesichtsvorlage wird dann sofort gelöscht, und Sie erfahren das Datum der Löschung. Auch ohne Ihr Zutun wird sie nach ${days} Tagen gelöscht.`,
    complaint:
      'Schreiben Sie an privacy@marktkiste.example. Sie können sich auch bei der Datenschutzbehörde Ihres Wohnorts beschweren.',
    humanDecision:
      'Keine Software entscheidet über Ihr Konto. Wird eine Ähnlichkeit gefunden, sieht ein Mensch sie sich an, und Sie können sie erklären, etwa mit einem Zwilling oder einem zweiten Geschäft.',
    ifDeclined:
      'Sie können genauso verkaufen: mit Ausweis, Überweisung oder Videoanruf. Es kostet nicht mehr.',
    policyUrl: 'https://marktkiste.example/privacy/face-check',
    purposes: [
      {
        id: 'duplicate-check',
        text: 'Ich willige ein, dass Marktkiste aus meinem Kamerabild Gesichtsdaten berechnet. Das sind biometrische Daten. Marktkiste vergleicht sie mit denen anderer Verkäufer, um zu sehen, ob ich schon ein Verkäuferkonto habe.',
      },
    ],
  };
}
