import type { DemoWords } from './words.js';

/** German. */
export const de: DemoWords = {
  name: 'Marktkiste (ein erfundener Marktplatz)',
  place: 'Hamburg, Deutschland',
  purpose: 'Wir prüfen, ob Sie schon ein Verkäuferkonto bei uns haben.',
  reason:
    'Manche ausgeschlossenen Verkäufer kommen unter anderem Namen wieder und betrügen erneut. Ein Konto je Person macht das schwerer.',
  whyNow: 'Sie eröffnen ein Verkäuferkonto. Wir fragen einmal.',
  regions: 'Alle neuen Verkäufer, in jedem Land, in dem es Marktkiste gibt.',
  comparison:
    'Eine Gesichtserkennung vergleicht Ihre Gesichtsdaten mit denen aller anderen Verkäufer, die mitgemacht haben. Sind es so viele, dass Fehler häufig wären, sieht sich stattdessen eine Person Ihren Fall an.',
  sent: (numbers) =>
    `Ihre Gesichtsdaten: ${numbers} Zahlen, die aus Ihrem Gesicht berechnet werden. Dazu das Ergebnis der Prüfung in Worten, die Länge der Aufnahme, die Zahl ihrer Bilder und Ihre Einwilligung.`,
  notSent: 'Die Aufnahme. Ton wird nie aufgenommen.',
  recipients:
    'Nur unser Prüfteam. Wir verkaufen Ihre Daten nicht, geben sie nicht weiter und trainieren damit keine Software.',
  storagePlace:
    'Auf dem Computer, auf dem diese Vorführung läuft, verschlüsselt. Der Schlüssel liegt außerhalb der Datenbank.',
  removal:
    'Sie können jederzeit ohne Grund widerrufen: auf der letzten Seite oder mit Ihrem Beleg. Wir löschen Ihre Gesichtsdaten sofort.',
  complaint: 'An privacy@marktkiste.example oder an die Datenschutzbehörde Ihres Wohnorts.',
  humanDecision:
    'Keine Software entscheidet über Ihr Konto. Sie können einen Treffer erklären, etwa mit einem Zwilling.',
  ifDeclined:
    'Sie können trotzdem verkaufen: mit Ausweis, Überweisung oder Videoanruf. Es kostet nicht mehr.',
  statement:
    'Ich willige ein, dass Marktkiste aus meinem Kamerabild biometrische Daten berechnet und mit denen anderer Verkäufer vergleicht, um ein zweites Konto zu finden.',
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
  inThreeParts: {
    sent: (usual) =>
      `${usual} Ihr Gerät teilt die Gesichtsdaten vor dem Senden in drei Teile. Keiner der drei, die einen Teil bekommen, hat sie ganz, und wir auch nicht.`,
    comparison:
      'Eine Gesichtserkennung vergleicht Ihre Gesichtsdaten mit denen aller anderen Verkäufer, die mitgemacht haben. Drei Betreiber vergleichen gemeinsam und setzen dabei keine Gesichtsdaten zusammen. Heraus kommt nur, ob Sie schon einmal da waren; bei einem Treffer erfährt unser Prüfteam auch, mit welchem Konto.',
    recipients: (three) =>
      `Unser Prüfteam, und je einen Teil der Gesichtsdaten: ${three}. Zwei von ihnen zusammen könnten die Gesichtsdaten zusammensetzen. Wir verkaufen Ihre Daten nicht, geben sie sonst niemandem und trainieren damit keine Software.`,
    storagePlace: (usual) =>
      `${usual} In dieser Vorführung sind die drei erfunden und laufen alle auf diesem Computer, jeder mit eigener Datenbank: Wer den Computer hat, hat alle drei Teile.`,
    removal: (usual) =>
      `${usual} Jeder der drei löscht seinen Teil und unterschreibt einen Beleg darüber; wer nicht erreichbar ist, sobald er es wieder ist.`,
    statement: (names) =>
      `Ich willige ein, dass Marktkiste aus meinem Kamerabild biometrische Daten berechnet, um ein zweites Konto zu finden. ${names} dürfen sie dazu in drei Teilen mit denen anderer Verkäufer vergleichen.`,
    processors: (names) => `Nur ${names}, jeder mit seinem Teil.`,
  },
  alternatives: {
    'id-document': {
      label: 'Ausweis',
      expectedTime: 'Ein Werktag',
      next: 'Wir haben Ihre Wahl notiert. Sie bekommen eine E-Mail mit einem Link, über den Sie ein Bild Ihres Ausweises einreichen können. Eine Person prüft es innerhalb eines Werktags.',
    },
    'bank-check': {
      label: 'Banküberweisung',
      expectedTime: 'Zwei Werktage',
      next: 'Wir haben Ihre Wahl notiert. Sie bekommen eine E-Mail mit einem Verwendungszweck; überweisen Sie damit 1 Cent von einem Konto auf Ihren Namen. Wir senden ihn zurück, sobald der Name stimmt.',
    },
    'video-call': {
      label: 'Videoanruf mit einer Person',
      expectedTime: '10 Minuten, nach Termin innerhalb von drei Werktagen',
      next: 'Wir haben Ihre Wahl notiert. Sie bekommen eine E-Mail mit Terminen zur Auswahl. Der Anruf wird nicht aufgezeichnet.',
    },
    'second-account': {
      label: 'Ich habe schon ein Konto und brauche ein zweites',
      expectedTime: 'Ein Werktag',
      next: 'Danke, dass Sie es uns sagen. Ein zweites Konto ist erlaubt, wenn es einen Grund gibt, etwa ein zweites Geschäft. Eine Person schreibt Ihnen innerhalb eines Werktags; eine Gesichtsprüfung ist nicht nötig.',
    },
  },
};
