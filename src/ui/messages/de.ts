import { deLater } from './de-later.js';
import type { FirstMessages, Messages } from './types.js';

const otherWay = 'Versuchen Sie es noch einmal oder machen Sie ohne Gesichtsprüfung weiter.';
const siteFault =
  'Das liegt nicht an Ihnen. Nennen Sie dem Marktplatz den Code unten oder wählen Sie einen anderen Weg.';
const sendAgain = 'Senden Sie noch einmal, wann Sie möchten. Eine neue Aufnahme ist nicht nötig.';
const recordAgain = 'Nehmen Sie noch einmal auf oder machen Sie ohne Gesichtsprüfung weiter.';

const first: FirstMessages = {
  'widget.name': 'Gesichtsprüfung',
  'widget.language': 'Sprache',
  'widget.optOut': 'Ohne Gesichtsprüfung weiter',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Abbrechen',
  'widget.questions': 'Fragen? {name} antwortet:',
  'widget.newTab': '(öffnet einen neuen Tab)',

  'loading.title': 'Einen Moment',
  'loading.body': 'Wir holen, was Sie vorher wissen sollen. Ihre Kamera ist aus.',

  'notice.title': 'Dürfen wir Ihr Gesicht prüfen?',
  'notice.asks': '{name} fragt',
  'notice.brief.stays':
    'Ihre Kamera nimmt fünf Sekunden auf, während Sie den Kopf drehen. Das Video bleibt auf Ihrem Gerät.',
  'notice.brief.sent': 'Versiegelt gesendet: nur Zahlen, die Ihr Gesicht beschreiben.',
  'notice.brief.compared':
    'Per Gesichtserkennung mit anderen Verkäufern verglichen. Jeden Treffer prüft ein Mensch: Manche sind falsch.',
  'notice.brief.gallery':
    'Per Gesichtserkennung mit {count} anderen verglichen. Bis zu 1 von {all} wird verwechselt. Jeden Treffer prüft ein Mensch.',
  'notice.brief.galleryWorst':
    'Per Gesichtserkennung mit {count} anderen verglichen. Bis zu 1 von {all} wird verwechselt, in einer Gruppe 1 von {worst}. Jeden Treffer prüft ein Mensch.',
  'notice.brief.groups':
    'Per Gesichtserkennung mit Verkäufern verglichen, die etwas mit Ihnen teilen, etwa ein Bankkonto. Jeden Treffer prüft ein Mensch: Manche sind falsch.',
  'notice.brief.deleted': 'Höchstens {duration} gespeichert; gelöscht, sobald Sie widerrufen.',
  'notice.stays': 'Bleibt auf Ihrem Gerät',
  'notice.sent': 'Versiegelt gesendet',
  'notice.threshold.value':
    'Ab einer Ähnlichkeit von {value} gelten zwei Gesichter als ähnlich; 1 ist gleich.',
  'notice.threshold.fmr': 'Etwa 1 von {count} Paaren verschiedener Menschen erreicht das aus Versehen.',
  'notice.threshold.worst':
    'Von den gemessenen Gruppen trifft es eine am häufigsten ({group}): etwa 1 von {count} Paaren, vielleicht auch 1 von {most}.',
  'notice.threshold.ungrouped': 'Ob es manche Gruppen von Menschen häufiger trifft, wurde nicht gemessen.',
  'notice.threshold.fnmr': 'Etwa {share} der Paare desselben Menschen bleiben darunter.',
  'notice.threshold.n': 'Gemessen an {count} Paaren verschiedener Menschen.',
  'notice.threshold.link': 'Wie das gemessen wurde',
  'notice.details': 'Mehr erfahren',
  'notice.group.recorded': 'Was aufgenommen und was gesendet wird',
  'notice.group.compared': 'Wie Gesichter verglichen werden und wie oft das schiefgeht',
  'notice.group.why': 'Wer fragt und warum',
  'notice.group.kept': 'Wo es gespeichert ist und wie Sie es löschen',
  'notice.group.rights': 'Beschwerden und die ganze Richtlinie',
  'notice.controller': 'Wer fragt',
  'notice.reason': 'Warum',
  'notice.whyNow': 'Warum jetzt',
  'notice.regions': 'Wo das gilt',
  'notice.recipients': 'Wer es bekommt',
  'notice.storagePlace': 'Wo es gespeichert wird',
  'notice.retention': 'Wie lange',
  'notice.removal': 'Wie Sie es löschen',
  'notice.ifDeclined': 'Wenn Sie Nein sagen',
  'notice.complaint': 'Wo Sie sich beschweren können',
  'notice.policy': 'Richtlinie',
  'notice.policyLink': 'Die ganze Richtlinie lesen',
  'notice.version': 'Fassung dieses Hinweises',
  'notice.extra': 'Außerdem, nur wenn Sie möchten',
  'notice.alternatives': 'Wege ohne Ihr Gesicht',
  'notice.alternativesBody': 'Drücken Sie einen, um ihn zu wählen. Die Kamera bleibt aus.',
  'notice.statement': 'Darin würden Sie einwilligen',
  'notice.cameraOff': 'Ihre Kamera bleibt aus, bis Sie zustimmen.',
  'notice.consent': 'Ich stimme der Gesichtsprüfung zu',
  'notice.consentDetail': 'Macht aus meinem Gesicht biometrische Daten',
  'notice.myData': 'Ihre früheren Prüfungen: ansehen oder löschen',

  'permission.title': 'Erlauben Sie Ihre Kamera',
  'permission.body': 'Ihr Browser fragt. Wählen Sie „Zulassen“, um weiterzumachen.',
  'permission.noSound': 'Es wird kein Ton aufgenommen.',
  'permission.notYet': 'Es wird nichts aufgenommen, bis Sie es starten.',
  'permission.waitingLong': 'Noch keine Antwort. Suchen Sie die Kamerafrage neben der Adresszeile.',

  'optedOut.title': 'Sie machen ohne Gesichtsprüfung weiter',
  'optedOut.posting': 'Der Marktplatz erfährt davon…',
  'optedOut.next': 'Wie es weitergeht',
  'optedOut.case': 'Vorgangsnummer: {id}',
  'optedOut.time': 'Voraussichtliche Dauer: {time}',
  'optedOut.open': 'Weiter: {label}',
  'optedOut.retry': 'Noch einmal übermitteln',
  'optedOut.others': 'Andere Wege',

  'failed.title': 'Das hat nicht geklappt',
  'failed.code': 'Code: {code}',
  'failed.kept': 'Nichts ist verloren: Ihr versiegeltes Ergebnis ist auf diesem Gerät aufgehoben.',
  'failed.notAccepted': 'Der Empfänger hat das Ergebnis nicht angenommen.',
  'failed.retry': 'Noch einmal versuchen',
  'failed.sendAgain': 'Noch einmal senden',
  'failed.noWay': 'Sie können das schließen und den Marktplatz nach einem anderen Weg fragen.',

  'cancelled.title': 'Abgebrochen',
  'cancelled.retry': 'Zurück zum Anfang',

  'ended.nothingSent': 'Die Kamera ist aus. Über Ihr Gesicht wurde nichts gesendet.',
  'ended.maybeSent': 'Die Kamera ist aus. Das Senden hatte begonnen: Falls es ankam, kann {name} es löschen.',
  'ended.asking': 'Die Kamera ist aus. Wir bitten {name}, zu löschen, was angekommen sein kann …',
  'ended.nothingStored': 'Die Kamera ist aus. {name} hat bestätigt: Vom Gesendeten ist nichts gespeichert.',
  'ended.mayHaveArrived':
    'Die Kamera ist aus. Etwas wurde gesendet, und {name} war nicht zu erreichen, um zu erfahren, ob es ankam. Auf diesem Gerät ist es gelöscht.',
  'ended.askAgain': 'Noch einmal um Löschung bitten',

  'undelivered.title': 'Ihre Prüfung vom {time} wurde nicht zugestellt',
  'undelivered.waiting':
    'Sie ist versiegelt und auf diesem Gerät aufgehoben. Ohne Ihren Druck auf „Senden“ geht nichts hinaus. Wenn Sie stattdessen unten zustimmen, beginnt eine neue Prüfung und diese wird gelöscht.',
  'undelivered.unanswered':
    'Sie wurde gesendet, aber es kam keine Antwort: Sie kann bei {name} angekommen sein. Sie können sie dort löschen lassen.',
  'undelivered.deleting': 'Wird hier und bei {name} gelöscht …',
  'undelivered.undeleted':
    'Auf diesem Gerät ist sie gelöscht. {name} war noch nicht zu erreichen; dort kann sie angekommen sein.',
  'undelivered.send': 'Jetzt senden',
  'undelivered.discard': 'Löschen',

  'error.config.invalid.cause': 'Die Seite hat die Gesichtsprüfung falsch eingerichtet.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Die Kamera wurde ohne Ihre Einwilligung verlangt und blieb darum aus.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause': 'Diese Seite ist nicht sicher, darum lässt der Browser die Kamera aus.',
  'error.env.insecure_context.remedy': 'Öffnen Sie die Seite mit https oder wählen Sie einen anderen Weg.',
  'error.env.unsupported.cause': 'Diesem Browser fehlt etwas, das die Gesichtsprüfung braucht.',
  'error.env.unsupported.remedy':
    'Nutzen Sie einen aktuellen Chrome, Edge, Firefox oder Safari oder wählen Sie einen anderen Weg.',
  'error.env.policy_blocked.cause': 'Die Seite erlaubt der Gesichtsprüfung die Kamera nicht.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Die Seite sperrt einen Teil, den die Gesichtsprüfung braucht.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Der Browser lässt eine Datei der Gesichtsprüfung nicht zu dieser Seite.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.webgl_unavailable.cause': 'Dieser Browser kann Bilder nicht auf dem Gerät auswerten.',
  'error.env.webgl_unavailable.remedy':
    'Schalten Sie die Grafikbeschleunigung ein, nehmen Sie einen anderen Browser oder einen anderen Weg.',
  'error.env.pixels_unreadable.cause':
    'Der Schutz Ihres Browsers vor Verfolgung verändert die Bilder, die diese Seite sieht.',
  'error.env.pixels_unreadable.remedy':
    'Nehmen Sie einen anderen Weg, erlauben Sie dieser Seite, Bilder zu lesen, oder nehmen Sie einen anderen Browser.',
  'error.camera.permission_denied.cause': 'Dem Browser wurde die Kamera nicht erlaubt.',
  'error.camera.permission_denied.remedy':
    'Das ist in Ordnung: Machen Sie ohne Gesichtsprüfung weiter. Oder erlauben Sie die Kamera neben der Adresse und versuchen Sie es noch einmal.',
  'error.camera.not_found.cause': 'Es wurde keine Kamera gefunden.',
  'error.camera.not_found.remedy':
    'Schließen Sie eine Kamera an und versuchen Sie es noch einmal oder machen Sie ohne Gesichtsprüfung weiter.',
  'error.camera.in_use.cause': 'Die Kamera startet nicht. Vielleicht nutzt sie ein anderes Programm.',
  'error.camera.in_use.remedy': 'Schließen Sie andere Programme mit Kamera und versuchen Sie es noch einmal.',
  'error.camera.overconstrained.cause': 'Die gewählte Kamera ist nicht mehr da.',
  'error.camera.overconstrained.remedy': 'Versuchen Sie es noch einmal mit einer anderen Kamera.',
  'error.camera.no_answer.cause': 'Der Browser hat auf die Frage nach der Kamera nicht geantwortet.',
  'error.camera.no_answer.remedy':
    'Versuchen Sie es noch einmal und suchen Sie die Frage neben der Adresszeile.',
  'error.camera.aborted.cause': 'Der Browser hat das Öffnen der Kamera abgebrochen.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'Die Kamera verschwand während der Nutzung.',
  'error.camera.lost.remedy': 'Prüfen Sie Kabel oder Schalter der Kamera und versuchen Sie es noch einmal.',
  'error.camera.too_slow.cause': 'Die Kamera lieferte zu wenige Bilder.',
  'error.camera.too_slow.remedy':
    'Mehr Licht, andere Programme schließen, dann versuchen Sie es noch einmal.',
  'error.camera.no_frames.cause': 'Die Kamera ist an, liefert aber kein Bild.',
  'error.camera.no_frames.remedy':
    'Öffnen Sie die Abdeckung oder wählen Sie eine andere Kamera, dann versuchen Sie es noch einmal.',
  'error.clip.unsupported.cause': 'Dieser Browser kann keinen Clip aufnehmen.',
  'error.clip.unsupported.remedy': 'Machen Sie ohne ihn weiter: Die Prüfung ist dieselbe.',
  'error.clip.wrong_length.cause': 'Der Clip wurde nicht fünf Sekunden lang.',
  'error.clip.wrong_length.remedy': recordAgain,
  'error.assets.load_failed.cause': 'Eine Datei der Gesichtsprüfung konnte nicht geholt werden.',
  'error.assets.load_failed.remedy': 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'error.assets.integrity_failed.cause':
    'Eine Datei der Gesichtsprüfung ist nicht die veröffentlichte und wurde nicht benutzt.',
  'error.assets.integrity_failed.remedy':
    'Versuchen Sie es noch einmal. Bleibt es dabei, nennen Sie dem Marktplatz den Code unten oder wählen Sie einen anderen Weg.',
  'error.assets.timeout.cause': 'Eine Datei der Gesichtsprüfung brauchte zu lange.',
  'error.assets.timeout.remedy':
    'Versuchen Sie es mit schnellerer Verbindung noch einmal oder wählen Sie einen anderen Weg.',
  'error.runtime.worker_failed.cause': 'Die Auswertung auf Ihrem Gerät brach ab.',
  'error.runtime.worker_failed.remedy': otherWay,
  'error.runtime.wasm_failed.cause': 'Die Auswertung auf Ihrem Gerät konnte nicht starten.',
  'error.runtime.wasm_failed.remedy': otherWay,
  'error.runtime.model_failed.cause': 'Die Auswertung gab eine unbrauchbare Antwort.',
  'error.runtime.model_failed.remedy': recordAgain,
  'error.runtime.timeout.cause': 'Die Auswertung auf Ihrem Gerät dauerte zu lange.',
  'error.runtime.timeout.remedy':
    'Schließen Sie andere Programme und versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  'error.runtime.gpu_lost.cause': 'Der Grafikprozessor Ihres Geräts fiel während der Auswertung aus.',
  'error.runtime.gpu_lost.remedy':
    'Versuchen Sie es noch einmal. Geschieht es wieder, laden Sie die Seite neu oder nehmen Sie einen anderen Weg.',
  'error.runtime.frozen.cause': 'Die Auswertung auf Ihrem Gerät blieb stehen.',
  'error.runtime.frozen.remedy':
    'Schließen Sie andere Programme und versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
  'error.capture.interrupted.cause':
    'Die Seite war während der Aufnahme verdeckt, darum wurde die Aufnahme gelöscht.',
  'error.capture.interrupted.remedy': 'Lassen Sie diese Seite vorn und versuchen Sie es noch einmal.',
  'error.embedding.low_quality.cause': 'Zu wenige Bilder waren klar genug.',
  'error.embedding.low_quality.remedy': 'Wenden Sie sich zum Licht, halten Sie still und nehmen Sie neu auf.',
  'error.crypto.unavailable.cause': 'Dieser Browser kann das Ergebnis nicht versiegeln.',
  'error.crypto.unavailable.remedy':
    'Nutzen Sie einen aktuellen Browser oder machen Sie ohne Gesichtsprüfung weiter.',
  'error.crypto.bad_public_key.cause':
    'Der Schlüssel des Empfängers ist unbrauchbar, darum kann nichts versiegelt werden.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Der Empfänger des Marktplatzes hat nicht geantwortet.',
  'error.discovery.unreachable.remedy': 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'error.discovery.malformed.cause': 'Die Beschreibung des Empfängers ist unverständlich.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'Der Empfänger spricht eine neuere Sprache als diese Seite.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'Der Empfänger hat keinen gültigen Schlüssel, darum kann nichts versiegelt werden.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Der Schlüssel des Empfängers ist nicht der, den er nennt.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause':
    'Die Schlüssel des Empfängers sind nicht so unterschrieben, wie diese Seite es erwartet.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Die Schlüsselliste des Empfängers ist älter als erlaubt.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'Der Marktplatz nennt keinen Weg ohne Gesichtsprüfung. Dann fragen wir nicht danach.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Der Marktplatz sagt nicht, wann Gesichter als ähnlich gelten.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause':
    'Der Marktplatz hat keinen Hinweis in einer Sprache, die gezeigt werden kann.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Der Empfänger erwartet eine andere Art von Gesichtsvorlage.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Der Empfänger hat keine Sitzung eröffnet.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Es hat mehrmals hintereinander nicht geklappt.',
  'error.session.cooling_down.remedy':
    'Machen Sie ohne Gesichtsprüfung weiter, oder kommen Sie in einer halben Stunde wieder.',
  'error.session.attempts_exhausted.cause': 'Im Moment sind keine Versuche übrig.',
  'error.session.attempts_exhausted.remedy':
    'Machen Sie ohne Gesichtsprüfung weiter oder kommen Sie später wieder.',
  'error.session.malformed.cause': 'Die Sitzung des Empfängers ist unverständlich.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Der Empfänger hat nicht geantwortet.',
  'error.session.unreachable.remedy': 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'error.session.expired.cause': 'Die Zeit zum Senden lief ab.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Diese Sitzung wurde schon benutzt.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Der Empfänger kennt diese Sitzung nicht.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Der Empfänger war nicht zu erreichen.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Der Empfänger hat nicht rechtzeitig geantwortet.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Der Empfänger ist ausgelastet.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Der Empfänger hat das versiegelte Ergebnis abgelehnt.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Die Antwort des Empfängers ist unverständlich.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Diese Prüfung wurde in einem anderen Tab gelöscht und nicht gesendet.',
  'error.submit.discarded.remedy': recordAgain,
  'error.objection.unreachable.cause':
    'Der Empfänger hat nicht geantwortet. Ihr Text ist vielleicht nicht angekommen.',
  'error.objection.unreachable.remedy':
    'Er steht noch da. Senden Sie ihn noch einmal, oder sehen Sie nach, was gespeichert ist.',
  'error.objection.refused.cause': 'Der Empfänger nimmt hier keinen Einspruch zu dieser Prüfung an.',
  'error.objection.refused.remedy':
    'Vielleicht ist sie schon gelöscht. Wenden Sie sich mit der Nummer Ihres Belegs an den Marktplatz.',
  'error.objection.exhausted.cause': 'Mehr Einsprüche nimmt der Empfänger hier nicht an.',
  'error.objection.exhausted.remedy':
    'Ein Mensch liest, was Sie geschrieben haben. Für mehr wenden Sie sich an den Marktplatz.',
  'error.receipt.invalid.cause': 'Diese Datei ist kein Beleg einer Gesichtsprüfung.',
  'error.receipt.invalid.remedy':
    'Wählen Sie die Datei „candor-receipt-….json“, die Sie heruntergeladen haben.',
  'error.receipt.other_version.cause':
    'Diesen Beleg gibt es in einer Fassung, die diese Seite nicht lesen kann.',
  'error.receipt.other_version.remedy':
    'Fragen Sie den Marktplatz, von dem Sie ihn haben, oder nutzen Sie dessen Seite.',
  'error.receipt.unsafe_endpoint.cause':
    'Dieser Beleg nennt eine Adresse, die nicht sicher ist. Dorthin wurde nichts gesendet.',
  'error.receipt.unsafe_endpoint.remedy': 'Wenden Sie sich mit der Nummer Ihres Belegs an den Marktplatz.',
  'error.receipt.endpoint_refused.cause':
    'Dieser Beleg ist von einem anderen Marktplatz. Dorthin wurde nichts gesendet.',
  'error.receipt.endpoint_refused.remedy':
    'Öffnen Sie ihn auf der Seite des Marktplatzes, von dem Sie ihn haben.',
  'error.optout.unreachable.cause': 'Der Marktplatz konnte von Ihrer Wahl noch nicht erfahren.',
  'error.optout.unreachable.remedy':
    'Ihre Wahl gilt. Übermitteln Sie sie noch einmal oder wenden Sie sich an den Marktplatz.',
  'error.withdrawal.unreachable.cause': 'Der Empfänger hat nicht geantwortet.',
  'error.withdrawal.unreachable.remedy':
    'Nichts hat sich geändert. Versuchen Sie es noch einmal oder nutzen Sie später Ihren Beleg.',
  'error.withdrawal.refused.cause': 'Der Empfänger hat die Anfrage abgelehnt.',
  'error.withdrawal.refused.remedy': 'Wenden Sie sich mit der Nummer Ihres Belegs an den Marktplatz.',
  'error.internal.cause': 'Etwas ist fehlgeschlagen, das noch keinen Namen hat.',
  'error.internal.remedy': otherWay,
};

/** German. */
export const de: Messages = { ...first, ...deLater };
