import type { Notice } from '../../src/core/types.js';
import type { NoticeTerms } from './terms.js';

export function noticeDe({ embeddingDim, retentionDays }: NoticeTerms): Notice {
  return {
    version: '2026-2',
    controller: {
      name: 'Marktkiste (ein erfundener Marktplatz)',
      contact: 'privacy@marktkiste.example',
      address: 'Marktkiste, Beispielweg 1, 20095 Hamburg, Deutschland',
    },
    purpose: 'Wir prüfen, ob Sie schon ein Verkäuferkonto bei uns haben.',
    reason:
      'Manche ausgeschlossenen Verkäufer kommen unter anderem Namen wieder und betrügen erneut. Ein Konto je Person macht das schwerer.',
    why_now: 'Sie eröffnen ein Verkäuferkonto. Wir fragen einmal.',
    regions: 'Alle neuen Verkäufer, in jedem Land, in dem es Marktkiste gibt.',
    comparison:
      'Eine Gesichtserkennung vergleicht Ihre Gesichtsdaten mit denen aller anderen Verkäufer, die mitgemacht haben. Sind es so viele, dass Fehler häufig wären, sieht sich stattdessen eine Person Ihren Fall an.',
    sent: `Ihre Gesichtsdaten: ${embeddingDim} Zahlen, die aus Ihrem Gesicht berechnet werden. Dazu das Ergebnis der Prüfung in Worten, die Länge der Aufnahme, die Zahl ihrer Bilder und Ihre Einwilligung.`,
    notSent: 'Die Aufnahme. Ton wird nie aufgenommen.',
    recipients:
      'Nur unser Prüfteam. Wir verkaufen Ihre Daten nicht, geben sie nicht weiter und trainieren damit keine Software.',
    storagePlace:
      'Auf dem Computer, auf dem diese Vorführung läuft, verschlüsselt. Der Schlüssel liegt außerhalb der Datenbank.',
    retentionDays,
    removal:
      'Sie können jederzeit ohne Grund widerrufen: auf der letzten Seite oder mit Ihrem Beleg. Wir löschen Ihre Gesichtsdaten sofort.',
    complaint: 'An privacy@marktkiste.example oder an die Datenschutzbehörde Ihres Wohnorts.',
    humanDecision:
      'Keine Software entscheidet über Ihr Konto. Sie können einen Treffer erklären, etwa mit einem Zwilling.',
    ifDeclined:
      'Sie können trotzdem verkaufen: mit Ausweis, Überweisung oder Videoanruf. Es kostet nicht mehr.',
    policyUrl: 'https://marktkiste.example/privacy/face-check',
    purposes: [
      {
        id: 'duplicate-check',
        text: 'Ich willige ein, dass Marktkiste aus meinem Kamerabild biometrische Daten berechnet und mit denen anderer Verkäufer vergleicht, um ein zweites Konto zu finden.',
      },
    ],
    legal: {
      basis:
        'Rechtsgrundlage ist Ihre ausdrückliche Einwilligung (DSGVO, Artikel 6 Absatz 1 a und Artikel 9 Absatz 2 a).',
      rights: {
        access: 'Sehen Sie Ihre Daten mit Ihrem Beleg ein oder verlangen Sie eine Kopie.',
        rectification:
          'Lassen Sie falsche Angaben berichtigen. Um Gesichtsdaten zu ändern, widerrufen Sie und nehmen neu auf.',
        portability: 'Nehmen Sie Ihre Daten als eine Datei mit.',
      },
      processors: 'Kein anderes Unternehmen arbeitet damit.',
      transfers: 'Sie verlassen die Europäische Union nicht.',
      afterWithdrawal:
        'Der Nachweis Ihrer Einwilligung bleibt drei Jahre lang: Text, Zeitpunkte, das Ergebnis in einem Wort und Kennnummern. Nichts von Ihrem Gesicht, und nicht Ihre Verkäufernummer.',
      ageDeclaration: 'Ich bin 18 Jahre oder älter.',
    },
  };
}
