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
  'withdrawn.waiting':
    'Noch nicht alle, die einen Teil aufbewahren, haben die Löschung bestätigt. Der Marktplatz fragt weiter nach.',
  'withdrawn.unconfirmed': 'Noch nicht bestätigt',
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
  'desk.unread':
    'Der Speicher dieses Browsers hat nicht geantwortet. Vielleicht ist hier etwas gespeichert. Laden Sie die Seite neu.',
  'desk.receiver': 'Gespeichert bei',
  'desk.watchClip': 'Video ansehen',
  'desk.hideClip': 'Video schließen',
  'desk.deleteClip': 'Video löschen',
  'desk.back': 'Zurück',
  'desk.question': 'Jetzt widerrufen und löschen?',
  'desk.questionBody':
    '{name} löscht Ihre Gesichtsdaten. Diese Website löscht, was sie von dieser Prüfung in diesem Browser gespeichert hat. Das lässt sich nicht rückgängig machen. Eine neue Prüfung ist später möglich.',
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

  'receipt.print': 'Beleg drucken',

  'review.clip': 'Ihr Video',
  'review.clipFailed': 'Ihr Browser kann das Video hier nicht abspielen.',
  'review.replay': 'Video abspielen',

  'status.no_duplicate.title': 'Ihre Gesichtsprüfung ist abgeschlossen',
  'status.no_duplicate.word': 'Kein ähnliches Konto gefunden',
  'status.no_duplicate.body': 'Es wurde kein Verkäuferkonto mit einem ähnlichen Gesicht gefunden.',
  'status.needs_review.title': 'Danke. Eine Person sieht sich Ihre Prüfung an',
  'status.needs_review.word': 'Wird von einer Person geprüft',
  'status.needs_review.body':
    'Es entscheidet eine Person, kein Computer. Sie können etwas ergänzen oder widersprechen.',

  'done.next.no_duplicate': 'Sie sind fertig. {name} hat das Ergebnis.',
  'done.next.needs_review':
    'Eine Person bei {name} sieht es sich an. Eine feste Frist gibt es nicht. Ihr Beleg zeigt den Stand.',
  'done.until': 'Ihre Gesichtsdaten werden bis {time} gelöscht, oder sofort, wenn Sie widerrufen.',
  'done.notKept':
    'Dieser Browser kann den Beleg nicht speichern. Bitte laden Sie ihn jetzt herunter: Später bekommen Sie ihn nicht mehr.',
  'done.later':
    'Bewahren Sie den Beleg auf. Damit können Sie später nachsehen, widersprechen oder widerrufen.',
  'done.receipt': 'Ihr Beleg',
  'done.number': 'Belegnummer',
  'done.decidedAt': 'Ergebnis vom',
  'done.deleteAfter': 'Gelöscht bis',
  'done.noticeVersion': 'Version des Hinweises',
  'done.download': 'Beleg herunterladen',
  'done.myData': 'Stand ansehen',
  'done.withdraw': 'Widerrufen und löschen',
  'done.contest': 'Widersprechen oder ergänzen',
  'done.contact': 'Zum Widersprechen oder Ergänzen: {contact}',

  'verdict.live': 'Die Prüfung hat geklappt.',
  'verdict.not-live': 'Nicht alles war deutlich zu sehen.',
  'verdict.inconclusive': 'Die Prüfung ergab kein klares Ergebnis.',

  'field.embedding': 'Gesichtsdaten (biometrisch)',
  'field.liveness': 'Ergebnis jeder Prüfung, in Worten',
  'field.capture': 'Länge des Videos, Zahl der Bilder',
  'field.consent': 'Ihre Einwilligung: Nummer, Inhalt, Art und Zeit',
  'field.padding': 'Auffüllung auf feste Größe',

  'error.clip.unsupported.cause': 'Dieser Browser kann kein Video aufnehmen.',
  'error.clip.unsupported.remedy': 'Machen Sie ohne Video weiter. Die Prüfung ist dieselbe.',
  'error.embedding.low_quality.cause': 'Zu wenige Bilder waren scharf genug.',
  'error.embedding.low_quality.remedy': 'Wenden Sie sich zum Licht, halten Sie still und nehmen Sie neu auf.',
  'error.withdrawal.unreachable.cause': 'Der Marktplatz hat nicht geantwortet.',
  'error.withdrawal.unreachable.remedy':
    'Vielleicht ist schon alles gelöscht, vielleicht nicht. Versuchen Sie es noch einmal, oder später mit Ihrem Beleg: Sie können mehrmals fragen.',
  'error.withdrawal.refused.cause': 'Der Marktplatz hat die Anfrage abgelehnt.',
  'error.withdrawal.refused.remedy': 'Nennen Sie dem Marktplatz die Nummer Ihres Belegs.',
  'error.objection.unreachable.cause':
    'Der Marktplatz hat nicht geantwortet. Ihre Nachricht ist vielleicht nicht angekommen.',
  'error.objection.unreachable.remedy':
    'Ihr Text ist noch da. Senden Sie ihn noch einmal oder sehen Sie nach, was gespeichert ist.',
  'error.objection.refused.cause': 'Hier können Sie dieser Prüfung nicht widersprechen.',
  'error.objection.refused.remedy':
    'Vielleicht ist sie schon gelöscht. Nennen Sie dem Marktplatz die Nummer Ihres Belegs.',
  'error.objection.exhausted.cause': 'Zu dieser Prüfung können Sie keine Nachrichten mehr senden.',
  'error.objection.exhausted.remedy':
    'Eine Person liest, was Sie geschrieben haben. Für mehr wenden Sie sich an den Marktplatz.',
  'error.receipt.invalid.cause': 'Diese Datei ist kein Beleg einer Gesichtsprüfung.',
  'error.receipt.invalid.remedy': 'Wählen Sie Ihre heruntergeladene Datei „candor-receipt-….json“.',
  'error.receipt.other_version.cause': 'Diese Seite kann diese Version des Belegs nicht lesen.',
  'error.receipt.other_version.remedy': 'Öffnen Sie ihn beim Marktplatz oder fragen Sie dort nach.',
  'error.receipt.unsafe_endpoint.cause':
    'Die Adresse in diesem Beleg ist nicht sicher. Dorthin wurde nichts gesendet.',
  'error.receipt.unsafe_endpoint.remedy': 'Nennen Sie dem Marktplatz die Nummer Ihres Belegs.',
  'error.receipt.endpoint_refused.cause':
    'Dieser Beleg ist von einem anderen Marktplatz. Dorthin wurde nichts gesendet.',
  'error.receipt.endpoint_refused.remedy': 'Öffnen Sie ihn auf der Seite dieses Marktplatzes.',
  'error.frame.no_answer.cause': 'Ein Teil der Gesichtsprüfung brauchte zu lange zum Laden.',
  'error.frame.no_answer.remedy': 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
};

export { deDesk as messages };
