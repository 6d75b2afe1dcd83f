import type { FirstMessages } from './types.js';

const otherWay = 'Versuchen Sie es noch einmal oder machen Sie ohne Gesichtsprüfung weiter.';
const siteFault =
  'Das liegt nicht an Ihnen. Nennen Sie dem Marktplatz den Code unten oder wählen Sie eine andere Möglichkeit.';
const sendAgain = 'Senden Sie noch einmal, wann Sie möchten. Eine neue Aufnahme ist nicht nötig.';
const recordAgain = 'Nehmen Sie noch einmal auf oder machen Sie ohne Gesichtsprüfung weiter.';
const connection = 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.';
const compared =
  'Eine Gesichtserkennung vergleicht sie mit {count, plural, one {einem anderen Verkäufer} other {# anderen Verkäufern}}.';
const checked = 'Jeden Treffer prüft eine Person.';

/** German. */
export const de: FirstMessages = {
  'widget.name': 'Gesichtsprüfung',
  'widget.language': 'Sprache',
  'widget.optOut': 'Ohne Gesichtsprüfung weiter',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Abbrechen',
  'widget.questions': 'Fragen? Kontakt zu {name}:',
  'widget.newTab': '(öffnet einen neuen Tab)',

  'loading.title': 'Wird geladen',
  'loading.body': 'Wir laden die Angaben zur Prüfung. Ihre Kamera ist aus.',

  'notice.title': 'Dürfen wir Ihr Gesicht prüfen?',
  'notice.asks': 'Anfrage von {name}',
  'notice.brief.stays':
    'Ihre Kamera nimmt Sie fünf Sekunden auf, während Sie den Kopf bewegen. Das Video bleibt auf Ihrem Gerät.',
  'notice.brief.sent': 'Verschlüsselt gesendet: biometrische Daten Ihres Gesichts.',
  'notice.brief.compared':
    'Eine Gesichtserkennung vergleicht sie mit anderen Verkäufern. Manche Treffer sind falsch. Jeden prüft eine Person.',
  'notice.brief.gallery': `${compared} Bis zu 1 von {all} wird verwechselt. ${checked}`,
  'notice.brief.galleryWorst': `${compared} Bis zu 1 von {all} wird verwechselt, in einer Gruppe 1 von {worst}. ${checked}`,
  'notice.brief.galleryShare': `${compared} Bis zu {all} werden verwechselt. ${checked}`,
  'notice.brief.galleryWorstShare': `${compared} Bis zu {all} werden verwechselt, in einer Gruppe {worst}. ${checked}`,
  'notice.brief.groups':
    'Eine Gesichtserkennung vergleicht sie mit Verkäufern, die etwas mit Ihnen gemeinsam haben, etwa ein Bankkonto. Manche Treffer sind falsch. Jeden prüft eine Person.',
  'notice.brief.deleted': 'Höchstens {duration} gespeichert. Gelöscht, sobald Sie widerrufen.',
  'notice.stays': 'Bleibt auf Ihrem Gerät',
  'notice.sent': 'Wird verschlüsselt gesendet',
  'notice.threshold.value':
    'Eine Person sieht nach, wenn zwei Gesichter mindestens {value} Punkte erreichen. Dasselbe Bild erreicht 1.',
  'notice.threshold.fmr': 'Etwa 1 von {count} Paaren verschiedener Personen erreicht das irrtümlich.',
  'notice.threshold.worst':
    'In der Gruppe mit den meisten Fehlern ({group}): 1 von {count}, vielleicht 1 von {most}.',
  'notice.threshold.ungrouped': 'Ob das manche Gruppen häufiger trifft, wurde nicht gemessen.',
  'notice.threshold.seller': 'Bei einem Verkäufer, verglichen mit {count}: bis zu {all}.',
  'notice.threshold.fnmr': 'Etwa {share} der Paare derselben Person erreichen es nicht.',
  'notice.threshold.n': 'Gemessen an {count} Paaren.',
  'notice.threshold.link': 'Wie das gemessen wurde',
  'notice.details': 'Weitere Angaben',
  'notice.group.recorded': 'Was aufgenommen und gesendet wird',
  'notice.group.compared': 'Wie Gesichter verglichen werden',
  'notice.group.why': 'Wer fragt und warum',
  'notice.group.kept': 'Speichern und Löschen',
  'notice.group.rights': 'Ihre Rechte',
  'notice.controller': 'Wer fragt',
  'notice.reason': 'Warum',
  'notice.whyNow': 'Warum jetzt',
  'notice.regions': 'Wo das gilt',
  'notice.recipients': 'Wer es bekommt',
  'notice.storagePlace': 'Wo es gespeichert wird',
  'notice.retention': 'Wie lange',
  'notice.removal': 'Wie Sie es löschen',
  'notice.ifDeclined': 'Wenn Sie Nein sagen:',
  'notice.complaint': 'Beschwerde',
  'notice.policy': 'Richtlinie',
  'notice.policyLink': 'Ganze Richtlinie lesen',
  'notice.version': 'Version dieses Hinweises:',
  'notice.extra': 'Freiwillig',
  'notice.alternatives': 'Andere Möglichkeiten',
  'notice.statement': 'Ihre Einwilligung',
  'notice.cameraOff': 'Ihre Kamera bleibt aus, bis Sie zustimmen.',
  'notice.consent': 'Ich stimme der Gesichtsprüfung zu',
  'notice.consentDetail': 'Erzeugt biometrische Daten meines Gesichts',
  'notice.myData': 'Frühere Prüfungen ansehen oder löschen',

  'permission.title': 'Kamera erlauben',
  'permission.body': 'Wählen Sie „Zulassen“, wenn Ihr Browser fragt.',
  'permission.noSound': 'Es wird kein Ton aufgenommen.',
  'permission.notYet': 'Die Aufnahme beginnt erst, wenn Sie sie starten.',
  'permission.waitingLong': 'Noch keine Antwort. Suchen Sie die Kamerafrage neben der Adresszeile.',

  'optedOut.title': 'Sie machen ohne Gesichtsprüfung weiter',
  'optedOut.posting': 'Der Marktplatz wird informiert…',
  'optedOut.next': 'Wie es weitergeht:',
  'optedOut.case': 'Vorgangsnummer: {id}',
  'optedOut.time': 'Voraussichtliche Dauer: {time}',
  'optedOut.open': 'Weiter: {label}',

  'failed.title': 'Das hat nicht geklappt',
  'failed.notHere': 'Die Gesichtsprüfung ist hier nicht möglich',
  'failed.code': 'Code: {code}',
  'failed.kept':
    'Ihr verschlüsseltes Ergebnis ist noch auf diesem Gerät gespeichert. Solange diese Seite offen ist, versucht sie es von selbst wieder.',
  'failed.keptInPage':
    'Ihr verschlüsseltes Ergebnis ist nur in dieser Seite: Dieser Browser kann es nicht speichern. Solange die Seite offen ist, versucht sie es von selbst wieder.',
  'failed.notAccepted': 'Der Marktplatz hat das Ergebnis nicht angenommen.',
  'failed.retry': 'Noch einmal versuchen',
  'failed.sendAgain': 'Noch einmal senden',
  'failed.noWay':
    'Sie können das Fenster schließen und den Marktplatz nach einer anderen Möglichkeit fragen.',
  'failed.tell': 'Das liegt nicht an Ihnen. Nennen Sie dem Marktplatz den Code unten.',
  'failed.againOrTell': 'Versuchen Sie es noch einmal oder nennen Sie dem Marktplatz den Code.',

  'cancelled.title': 'Abgebrochen',
  'cancelled.retry': 'Von vorn beginnen',

  'ended.nothingSent': 'Die Kamera ist aus. Über Ihr Gesicht wurde nichts gesendet.',
  'ended.maybeSent':
    'Die Kamera ist aus. Ihr Ergebnis ist vielleicht bei {name} angekommen und kann dort gelöscht werden.',
  'ended.asking': 'Die Kamera ist aus. Wir bitten {name}, das Ergebnis zu löschen, falls es angekommen ist…',
  'ended.nothingStored': 'Die Kamera ist aus. {name} hat bestätigt, dass nichts gespeichert ist.',
  'ended.mayHaveArrived':
    'Die Kamera ist aus. Auf diesem Gerät ist Ihr Ergebnis gelöscht. Es kann bei {name} angekommen sein; von dort kam noch keine Antwort.',
  'ended.askAgain': 'Noch einmal um Löschung bitten',

  'undelivered.title': 'Ihre Prüfung vom {time} wurde nicht abgeschlossen',
  'undelivered.waiting':
    'Das verschlüsselte Ergebnis ist auf diesem Gerät gespeichert. Es wird nur gesendet, wenn Sie „Jetzt senden“ wählen. Stimmen Sie unten zu, beginnt eine neue Prüfung und diese wird gelöscht.',
  'undelivered.until': 'Senden können Sie es bis {time}. Danach wird es gelöscht.',
  'undelivered.unanswered':
    '{name} hat das Ergebnis nicht bestätigt. Es kann angekommen sein. Sie können es dort löschen lassen.',
  'undelivered.deleting': 'Wird hier und bei {name} gelöscht…',
  'undelivered.undeleted':
    'Auf diesem Gerät ist das Ergebnis gelöscht. Es kann bei {name} angekommen sein; von dort kam noch keine Antwort.',
  'undelivered.send': 'Jetzt senden',
  'undelivered.discard': 'Löschen',

  'error.config.invalid.cause': 'Die Gesichtsprüfung ist auf dieser Seite falsch eingerichtet.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Sie hatten noch nicht zugestimmt. Die Kamera blieb aus.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause': 'Diese Seite ist nicht sicher. Ihr Browser lässt die Kamera aus.',
  'error.env.insecure_context.remedy':
    'Öffnen Sie die Seite mit https oder wählen Sie eine andere Möglichkeit.',
  'error.env.unsupported.cause': 'Die Gesichtsprüfung läuft in diesem Browser nicht.',
  'error.env.unsupported.remedy':
    'Nutzen Sie Chrome, Edge, Firefox oder Safari in aktueller Version, oder wählen Sie eine andere Möglichkeit.',
  'error.env.policy_blocked.cause': 'Diese Seite erlaubt der Gesichtsprüfung die Kamera nicht.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Diese Seite sperrt eine Datei, die die Gesichtsprüfung braucht.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Ihr Browser sperrt eine Datei, die die Gesichtsprüfung braucht.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause': 'Der Tracking-Schutz des Browsers verändert die Bilder dieser Seite.',
  'error.env.pixels_unreadable.remedy':
    'Wählen Sie eine andere Möglichkeit, schalten Sie den Schutz für diese Seite aus oder nutzen Sie einen anderen Browser.',
  'error.camera.permission_denied.cause': 'Der Zugriff auf die Kamera ist nicht erlaubt.',
  'error.camera.permission_denied.remedy':
    'Sie können ohne Gesichtsprüfung weitermachen. Oder erlauben Sie die Kamera neben der Adresszeile und versuchen Sie es noch einmal.',
  'error.camera.not_found.cause': 'Es wurde keine Kamera gefunden.',
  'error.camera.not_found.remedy':
    'Schließen Sie eine Kamera an und versuchen Sie es noch einmal oder machen Sie ohne Gesichtsprüfung weiter.',
  'error.camera.in_use.cause': 'Die Kamera startet nicht. Vielleicht nutzt sie gerade eine andere App.',
  'error.camera.in_use.remedy': 'Schließen Sie andere Apps mit Kamera und versuchen Sie es noch einmal.',
  'error.camera.overconstrained.cause': 'Die gewählte Kamera ist nicht mehr da.',
  'error.camera.overconstrained.remedy': 'Versuchen Sie es noch einmal mit einer anderen Kamera.',
  'error.camera.no_answer.cause': 'Ihr Browser bekam auf die Kamerafrage keine Antwort.',
  'error.camera.no_answer.remedy': 'Versuchen Sie es noch einmal. Die Frage steht neben der Adresszeile.',
  'error.camera.aborted.cause': 'Der Browser hat das Öffnen der Kamera abgebrochen.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'Die Verbindung zur Kamera ist abgebrochen.',
  'error.camera.lost.remedy': 'Prüfen Sie Kabel oder Schalter der Kamera und versuchen Sie es noch einmal.',
  'error.camera.too_slow.cause': 'Die Kamera lieferte zu wenige Bilder.',
  'error.camera.too_slow.remedy':
    'Sorgen Sie für mehr Licht, schließen Sie andere Apps und versuchen Sie es noch einmal.',
  'error.camera.no_frames.cause': 'Die Kamera ist an, liefert aber kein Bild.',
  'error.camera.no_frames.remedy':
    'Öffnen Sie die Abdeckung oder schalten Sie die Kamera am Schalter ein. Versuchen Sie es dann noch einmal.',
  'error.assets.load_failed.cause': 'Ein Teil der Gesichtsprüfung wurde nicht geladen.',
  'error.assets.load_failed.remedy': connection,
  'error.assets.integrity_failed.cause':
    'Ein Teil der Gesichtsprüfung kam verändert an und wurde nicht benutzt.',
  'error.assets.integrity_failed.remedy':
    'Versuchen Sie es noch einmal. Hilft das nicht, nennen Sie dem Marktplatz den Code unten oder wählen Sie eine andere Möglichkeit.',
  'error.assets.timeout.cause': 'Ein Teil der Gesichtsprüfung brauchte zu lange zum Laden.',
  'error.assets.timeout.remedy':
    'Versuchen Sie es mit einer schnelleren Verbindung noch einmal oder wählen Sie eine andere Möglichkeit.',
  'error.crypto.unavailable.cause': 'Dieser Browser kann das Ergebnis nicht verschlüsseln.',
  'error.crypto.unavailable.remedy':
    'Nutzen Sie einen aktuellen Browser oder machen Sie ohne Gesichtsprüfung weiter.',
  'error.crypto.bad_public_key.cause':
    'Ein Schlüssel funktioniert nicht. Ohne ihn kann nichts verschlüsselt werden.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Der Marktplatz hat nicht geantwortet.',
  'error.discovery.unreachable.remedy': connection,
  'error.discovery.malformed.cause': 'Die Einstellungen des Marktplatzes waren nicht lesbar.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'Der Marktplatz nutzt eine neuere Version als diese Seite.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'Der Marktplatz hat keinen gültigen Schlüssel. Ohne ihn kann nichts verschlüsselt werden.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Ein Schlüssel passt nicht zu seinem Namen.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'Die Signatur der Schlüssel des Marktplatzes ist ungültig.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Die Schlüssel des Marktplatzes sind veraltet.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'Der Marktplatz bietet keine andere Möglichkeit. Darum gibt es keine Gesichtsprüfung.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Der Marktplatz sagt nicht, wie er Gesichter vergleicht.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause':
    'Der Marktplatz hat keinen Hinweis in einer Sprache, die hier angezeigt werden kann.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Der Marktplatz erwartet eine andere Art von Gesichtsdaten.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Der Marktplatz hat die Prüfung nicht gestartet.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Mehrere Versuche hintereinander haben nicht geklappt.',
  'error.session.cooling_down.remedy':
    'Machen Sie ohne Gesichtsprüfung weiter, oder kommen Sie in einer halben Stunde wieder.',
  'error.session.attempts_exhausted.cause': 'Im Moment haben Sie keine Versuche mehr.',
  'error.session.attempts_exhausted.remedy':
    'Machen Sie ohne Gesichtsprüfung weiter oder kommen Sie später wieder.',
  'error.session.malformed.cause': 'Die Antwort des Marktplatzes war nicht lesbar.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Der Marktplatz hat nicht geantwortet.',
  'error.session.unreachable.remedy': connection,
  'error.session.expired.cause': 'Die Zeit zum Senden ist abgelaufen.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Diese Prüfung wurde schon gesendet.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Der Marktplatz kennt diese Prüfung nicht.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Der Marktplatz war nicht erreichbar.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Der Marktplatz hat nicht rechtzeitig geantwortet.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Der Marktplatz kann das Ergebnis gerade nicht annehmen.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Der Marktplatz hat das Ergebnis nicht angenommen.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Die Antwort des Marktplatzes war nicht lesbar.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Diese Prüfung wurde in einem anderen Tab gelöscht und nicht gesendet.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'Der Marktplatz hat nicht geantwortet und kennt Ihre Wahl noch nicht.',
  'error.optout.unreachable.remedy':
    'Ihre Wahl gilt. Versuchen Sie es noch einmal oder wenden Sie sich an den Marktplatz.',
  'error.storage.undeleted.cause':
    'Dieser Browser hat das Löschen nicht bestätigt. Ein gespeichertes Video kann noch da sein.',
  'error.storage.undeleted.remedy':
    'Versuchen Sie es noch einmal oder löschen Sie die Daten dieser Website in Ihrem Browser.',
  'error.internal.cause': 'Es gab ein unerwartetes Problem.',
  'error.internal.remedy': otherWay,
};

export { de as messages };
