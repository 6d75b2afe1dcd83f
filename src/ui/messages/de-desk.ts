import type { DeskMessages } from './desk-keys.js';

/** German, for what is stored of a check, what was decided, and what the seller says to it. */
export const deDesk: DeskMessages = {
  'record.title': 'Was über Sie gespeichert ist',
  'record.state': 'Status',
  'record.status': 'Ergebnis',
  'record.receivedAt': 'Erhalten',
  'record.fields': 'Felder',
  'record.threshold': 'Vergleich',
  'record.verdict': 'Lebenderkennung',
  'record.subject': 'Ihre Verkäufernummer',
  'record.envelope': 'Die verschlüsselte Nachricht',

  'stored.stored': 'Gespeichert',
  'stored.withdrawn': 'Widerrufen',
  'stored.deleted': 'Gelöscht',

  'decision.nothingFound': 'Der Vergleich fand kein ähnliches Konto.',
  'decision.open': 'Eine Person hat noch nicht entschieden.',
  'decision.asked': 'Eine Person möchte Sie anhören, bevor sie entscheidet.',
  'decision.again': 'Eine Person sieht es sich noch einmal an.',
  'decision.before': 'Früheres Ergebnis: {found}',
  'decision.gone': 'Die Gesichtsdaten sind gelöscht.',
  'decision.found.same_person': 'Eine Person hat festgestellt, dass ein anderes Konto hier Ihnen gehört.',
  'decision.found.different_person':
    'Eine Person hat festgestellt, dass das andere Konto jemand anderem gehört.',
  'decision.found.allowed_second_account':
    'Eine Person hat festgestellt, dass Sie beide Konten haben dürfen.',
  'decision.found.no_concern': 'Eine Person hat es sich angesehen und hat keine Bedenken.',
  'decision.byPerson': 'Von einer Person entschieden, {time}.',
  'decision.byMachine': 'Von Software verglichen, {time}. Keine Person wurde gefragt.',
  'decision.since': 'Wartet seit {time}. Software entscheidet nicht.',
  'decision.deletedAt': 'Gelöscht: {time}.',
  'decision.threshold':
    'Eine Person sieht sich zwei Konten an, wenn ihre Gesichter mindestens {value} Punkte erreichen. Etwa 1 von {count} Paaren verschiedener Personen erreicht das irrtümlich.',

  'contest.more': 'Mehr schreiben',
  'contest.body': 'Eine Person liest es und sieht noch einmal nach. Nur Text, keine Bilder oder Dateien.',
  'contest.label': 'Ihre Nachricht',
  'contest.count': '{count} von {most} Zeichen',
  'contest.send': 'An eine Person senden',
  'contest.sending': 'Wird gesendet…',
  'contest.received': 'Ihre Nachricht ist am {time} angekommen. Eine Person sieht noch einmal nach.',
  'contest.left': 'Weitere Nachrichten möglich: {count}',
  'contest.said': 'Was Sie geschrieben haben',
  'contest.none': 'Hier können Sie keine Nachrichten mehr senden. Wenden Sie sich an den Marktplatz.',

  'withdrawn.title': 'Widerrufen und gelöscht',
  'withdrawn.body': 'Der Marktplatz hat die Löschung am {time} bestätigt.',
  'withdrawn.next': 'Sie können ohne Gesichtsprüfung weitermachen oder neu beginnen.',

  'desk.again': 'Aktualisieren',
  'desk.name': 'Belege von Gesichtsprüfungen',
  'desk.body': 'Mit Ihrem Beleg sehen Sie, was über Sie gespeichert ist, und können widerrufen.',
  'desk.file': 'Belegdatei öffnen',
  'desk.fileBody':
    'Wählen Sie die Datei „candor-receipt-….json“. Sie wird auf diesem Gerät gelesen. Gesendet wird erst, wenn Sie einen Knopf drücken.',
  'desk.kept': 'In diesem Browser gespeichert',
  'desk.looking': 'Es wird nachgesehen, was dieser Browser gespeichert hat…',
  'desk.keptNothing': 'Hier ist nichts für Sie gespeichert.',
  'desk.receiver': 'Gespeichert bei',
  'desk.watchClip': 'Video ansehen',
  'desk.hideClip': 'Video schließen',
  'desk.deleteClip': 'Video löschen',
  'desk.back': 'Zurück',
  'desk.question': 'Jetzt widerrufen und löschen?',
  'desk.questionBody':
    '{name} löscht Ihre Gesichtsdaten. Dieser Browser löscht, was er von dieser Prüfung gespeichert hat. Das lässt sich nicht rückgängig machen. Eine neue Prüfung ist später möglich.',
  'desk.no': 'Daten behalten',

  'mine.checkTitle': 'Ihre Gesichtsprüfung',
  'mine.clipUntil':
    'Verschlüsselt. Wird hier am {time} mit seinem Schlüssel gelöscht, oder wenn Sie widerrufen. Wer diesen Browser benutzen kann, kann es ansehen.',
  'mine.name': 'Meine Daten der Gesichtsprüfung',
  'mine.title': 'Meine Daten',
  'mine.body': 'Was dieser Browser von Ihren Prüfungen gespeichert hat und was {name} gespeichert hat.',
  'mine.check': 'Gesichtsprüfung, {time}',
  'mine.asking': '{name} wird gefragt…',
  'mine.unheard': '{name} hat nicht geantwortet. Öffnen Sie den Beleg, um noch einmal zu fragen.',
  'mine.open': 'Öffnen: widersprechen oder widerrufen',
  'mine.waiting':
    'Das verschlüsselte Ergebnis ist auf diesem Gerät gespeichert. Von selbst wird nichts gesendet.',
  'mine.clipLost': 'Dieser Browser hat den Schlüssel zu diesem Video verloren. Niemand kann es mehr ansehen.',
  'mine.clip': 'Ihr Video, {time}',
  'mine.downloadClip': 'Video herunterladen',
  'mine.takeOut': 'Alles als eine Datei herunterladen',
  'mine.takeOutBody':
    'Eine JSON-Datei mit allen Daten und den Schlüsseln Ihrer Belege. Geben Sie sie nicht weiter.',
  'mine.takingOut': 'Die Datei wird erstellt…',
  'mine.takenOut': 'Die Datei liegt bei Ihren Downloads.',
};
