import type { FirstMessages } from './types.js';

const otherWay = 'Riprovi, oppure continui senza verifica del volto.';
const siteFault =
  'Non dipende da lei. Comunichi alla piattaforma il codice qui sotto o scelga un’altra opzione.';
const sendAgain = 'Invii di nuovo il risultato quando vuole. Non serve registrare un’altra volta.';
const recordAgain = 'Registri di nuovo, oppure continui senza verifica del volto.';

/** Italian. */
export const it: FirstMessages = {
  'widget.name': 'Verifica del volto',
  'widget.language': 'Lingua',
  'widget.optOut': 'Continua senza verifica del volto',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Annulla',
  'widget.questions': 'Domande? Contatti {name}:',
  'widget.newTab': '(si apre in una nuova scheda)',

  'loading.title': 'Caricamento',
  'loading.body': 'Stiamo caricando i dettagli della verifica. La fotocamera è spenta.',

  'notice.title': 'Possiamo verificare il suo volto?',
  'notice.asks': 'Richiesta di {name}',
  'notice.brief.stays':
    'La fotocamera la riprende per cinque secondi mentre muove la testa. Il video resta sul suo dispositivo.',
  'notice.brief.sent': 'Dati biometrici ricavati dal suo volto vengono inviati cifrati.',
  'notice.brief.compared':
    'Il riconoscimento facciale li confronta con quelli di altri venditori. Alcune corrispondenze sono errori: per questo una persona le controlla tutte.',
  'notice.brief.gallery':
    'Il riconoscimento facciale li confronta con quelli di altri venditori ({count}). Fino a 1 su {all} corrisponde per errore. Una persona controlla ogni caso.',
  'notice.brief.galleryWorst':
    'Il riconoscimento facciale li confronta con quelli di altri venditori ({count}). Fino a 1 su {all} corrisponde per errore, in un gruppo 1 su {worst}. Una persona controlla ogni caso.',
  'notice.brief.galleryShare':
    'Il riconoscimento facciale li confronta con quelli di altri venditori ({count}). Fino al {all} corrisponde per errore. Una persona controlla ogni caso.',
  'notice.brief.galleryWorstShare':
    'Il riconoscimento facciale li confronta con quelli di altri venditori ({count}). Fino al {all} corrisponde per errore, in un gruppo il {worst}. Una persona controlla ogni caso.',
  'notice.brief.groups':
    'Il riconoscimento facciale li confronta con quelli di venditori che hanno qualcosa in comune con lei, per esempio un conto bancario. Alcune corrispondenze sono errori: per questo una persona le controlla tutte.',
  'notice.brief.deleted': 'Cancellati dopo {duration}, o appena revoca il consenso.',
  'notice.stays': 'Resta sul suo dispositivo',
  'notice.sent': 'Inviato in forma cifrata',
  'notice.threshold.value':
    'Una persona esamina due account quando la somiglianza dei volti raggiunge {value}. Due immagini uguali raggiungono 1.',
  'notice.threshold.fmr': 'Circa 1 coppia di persone diverse su {count} raggiunge questo livello per errore.',
  'notice.threshold.worst':
    'Nel gruppo con più errori ({group}) è circa 1 coppia su {count}, e forse 1 su {most}.',
  'notice.threshold.ungrouped': 'Nessuno ha misurato se ad alcuni gruppi di persone succede più spesso.',
  'notice.threshold.fnmr': 'Coppie della stessa persona che non raggiungono questo livello: circa {share}.',
  'notice.threshold.seller': 'Per un venditore confrontato con {count}: fino al {all}.',
  'notice.threshold.n': 'Coppie di persone diverse misurate: {count}.',
  'notice.threshold.link': 'Come è stato misurato',
  'notice.details': 'Altri dettagli',
  'notice.group.recorded': 'Che cosa si registra e si invia',
  'notice.group.compared': 'Come si confrontano i volti',
  'notice.group.why': 'Chi lo chiede e perché',
  'notice.group.kept': 'Conservazione e cancellazione',
  'notice.group.rights': 'I suoi diritti',
  'notice.controller': 'Chi lo chiede',
  'notice.reason': 'Perché',
  'notice.whyNow': 'Perché adesso',
  'notice.regions': 'Dove vale',
  'notice.recipients': 'Chi riceve i dati',
  'notice.storagePlace': 'Dove si conservano',
  'notice.retention': 'Per quanto tempo',
  'notice.removal': 'Come cancellarli',
  'notice.ifDeclined': 'Se dice di no:',
  'notice.complaint': 'Reclami',
  'notice.policy': 'Informativa',
  'notice.policyLink': 'Leggi l’informativa completa',
  'notice.version': 'Versione di questo avviso:',
  'notice.extra': 'Facoltativo',
  'notice.alternatives': 'Altre opzioni',
  'notice.statement': 'Che cosa accetta',
  'notice.cameraOff': 'La fotocamera resta spenta finché non accetta.',
  'notice.consent': 'Accetto la verifica del volto',
  'notice.consentDetail': 'Crea dati biometrici del mio volto',
  'notice.myData': 'Vedi o cancella le verifiche precedenti',

  'permission.title': 'Consenta l’uso della fotocamera',
  'permission.body': 'Scelga «Consenti» quando il browser lo chiede.',
  'permission.noSound': 'L’audio non viene registrato.',
  'permission.notYet': 'La registrazione comincia solo quando la avvia lei.',
  'permission.waitingLong':
    'Ancora in attesa. Cerchi la richiesta della fotocamera vicino alla barra degli indirizzi.',

  'optedOut.title': 'Prosegue senza verifica del volto',
  'optedOut.posting': 'Stiamo avvisando la piattaforma…',
  'optedOut.next': 'Che cosa succede adesso:',
  'optedOut.case': 'Numero della pratica: {id}',
  'optedOut.time': 'Tempo previsto: {time}',
  'optedOut.open': 'Continua: {label}',

  'failed.title': 'Qualcosa non ha funzionato',
  'failed.notHere': 'Qui la verifica del volto non è possibile',
  'failed.code': 'Codice: {code}',
  'failed.kept':
    'Il risultato cifrato è ancora salvato su questo dispositivo. Finché questa pagina resta aperta, riprova da sola.',
  'failed.keptInPage':
    'Il risultato cifrato è solo in questa pagina: questo browser non può salvarlo. Finché la pagina resta aperta, riprova da sola.',
  'failed.notAccepted': 'La piattaforma non ha accettato il risultato.',
  'failed.retry': 'Riprova',
  'failed.sendAgain': 'Invia di nuovo',
  'failed.noWay': 'Può chiudere questa finestra e chiedere un’altra opzione alla piattaforma.',
  'failed.tell': 'Non dipende da lei. Comunichi alla piattaforma il codice qui sotto.',
  'failed.againOrTell': 'Riprovi. Se succede ancora, comunichi alla piattaforma il codice qui sotto.',

  'cancelled.title': 'Annullato',
  'cancelled.retry': 'Ricomincia',

  'ended.nothingSent': 'La fotocamera è spenta. Non è stato inviato nulla sul suo volto.',
  'ended.maybeSent':
    'La fotocamera è spenta. Il risultato potrebbe essere arrivato a {name}, che può cancellarlo.',
  'ended.asking': 'La fotocamera è spenta. Chiediamo a {name} di cancellare quanto può essere arrivato…',
  'ended.nothingStored': 'La fotocamera è spenta. {name} ha confermato che non è conservato nulla.',
  'ended.mayHaveArrived':
    'La fotocamera è spenta. Il risultato è stato cancellato da questo dispositivo. Potrebbe essere arrivato a {name}, che non ha ancora risposto.',
  'ended.askAgain': 'Chiedi di nuovo la cancellazione',

  'undelivered.title': 'Verifica non completata: {time}',
  'undelivered.waiting':
    'Il risultato cifrato è salvato su questo dispositivo. Viene inviato solo se sceglie «Invia adesso». Se accetta qui sotto, comincia una nuova verifica e questa viene cancellata.',
  'undelivered.until': 'Termine per inviarlo: {time}. Poi viene cancellato.',
  'undelivered.unanswered':
    '{name} non ha confermato il risultato. Potrebbe essere arrivato. Può farlo cancellare.',
  'undelivered.deleting': 'Cancellazione qui e presso {name}…',
  'undelivered.undeleted':
    'Il risultato è stato cancellato da questo dispositivo. Potrebbe essere arrivato a {name}, che non ha ancora risposto.',
  'undelivered.send': 'Invia adesso',
  'undelivered.discard': 'Cancella',

  'error.config.invalid.cause': 'In questa pagina la verifica del volto non è impostata bene.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Non aveva ancora accettato, quindi la fotocamera è rimasta spenta.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause':
    'Questa pagina non è sicura, quindi il browser lascia spenta la fotocamera.',
  'error.env.insecure_context.remedy': 'Apra la pagina con https o scelga un’altra opzione.',
  'error.env.unsupported.cause': 'La verifica del volto non funziona in questo browser.',
  'error.env.unsupported.remedy':
    'Usi una versione recente di Chrome, Edge, Firefox o Safari, oppure scelga un’altra opzione.',
  'error.env.policy_blocked.cause':
    'Questa pagina non permette alla verifica del volto di usare la fotocamera.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Questa pagina blocca un file necessario alla verifica del volto.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Il browser blocca un file necessario alla verifica del volto.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'La protezione della privacy del browser modifica le immagini che questa pagina vede.',
  'error.env.pixels_unreadable.remedy':
    'Scelga un’altra opzione, disattivi la protezione per questa pagina o usi un altro browser.',
  'error.camera.permission_denied.cause': 'L’uso della fotocamera non è consentito.',
  'error.camera.permission_denied.remedy':
    'Può continuare senza verifica del volto. Oppure consenta la fotocamera accanto all’indirizzo della pagina e riprovi.',
  'error.camera.not_found.cause': 'Nessuna fotocamera trovata.',
  'error.camera.not_found.remedy':
    'Colleghi una fotocamera e riprovi, oppure continui senza verifica del volto.',
  'error.camera.in_use.cause': 'La fotocamera non si avvia. Forse la sta usando un’altra app.',
  'error.camera.in_use.remedy': 'Chiuda le altre app che usano la fotocamera e riprovi.',
  'error.camera.overconstrained.cause': 'La fotocamera scelta non c’è più.',
  'error.camera.overconstrained.remedy': 'Riprovi con un’altra fotocamera.',
  'error.camera.no_answer.cause': 'Il browser non ha ricevuto risposta alla richiesta della fotocamera.',
  'error.camera.no_answer.remedy': 'Riprovi e cerchi la richiesta vicino alla barra degli indirizzi.',
  'error.camera.aborted.cause': 'Il browser ha interrotto l’apertura della fotocamera.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'La fotocamera si è scollegata.',
  'error.camera.lost.remedy': 'Controlli il cavo o l’interruttore della fotocamera e riprovi.',
  'error.camera.too_slow.cause': 'La fotocamera ha inviato troppe poche immagini.',
  'error.camera.too_slow.remedy': 'Aumenti la luce, chiuda le altre app e riprovi.',
  'error.camera.no_frames.cause': 'La fotocamera è accesa ma non mostra immagini.',
  'error.camera.no_frames.remedy': 'Scopra la fotocamera o la accenda con il suo interruttore, poi riprovi.',
  'error.assets.load_failed.cause': 'Una parte della verifica del volto non si è caricata.',
  'error.assets.load_failed.remedy': 'Controlli la connessione e riprovi.',
  'error.assets.integrity_failed.cause':
    'Una parte della verifica del volto è arrivata modificata e non è stata usata.',
  'error.assets.integrity_failed.remedy':
    'Riprovi. Se succede ancora, comunichi alla piattaforma il codice qui sotto o scelga un’altra opzione.',
  'error.assets.timeout.cause': 'Una parte della verifica del volto ha impiegato troppo a caricarsi.',
  'error.assets.timeout.remedy': 'Riprovi con una connessione più veloce o scelga un’altra opzione.',
  'error.crypto.unavailable.cause': 'Questo browser non può cifrare il risultato.',
  'error.crypto.unavailable.remedy': 'Usi un browser recente o continui senza verifica del volto.',
  'error.crypto.bad_public_key.cause': 'Una chiave non funziona, quindi non si può cifrare nulla.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'La piattaforma non ha risposto.',
  'error.discovery.unreachable.remedy': 'Controlli la connessione e riprovi.',
  'error.discovery.malformed.cause': 'Le impostazioni della piattaforma non sono leggibili.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'La piattaforma usa una versione più recente di questa pagina.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'La piattaforma non ha una chiave valida, quindi non si può cifrare nulla.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Una chiave non corrisponde al suo nome.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'La firma delle chiavi della piattaforma non è valida.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Le chiavi della piattaforma non sono aggiornate.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'La piattaforma non offre un’altra opzione, quindi la verifica del volto non si fa.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'La piattaforma non dice come confronta i volti.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause': 'La piattaforma non ha un avviso in una lingua che si possa mostrare.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'La piattaforma si aspetta un altro tipo di dati del volto.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'La piattaforma non ha avviato la verifica.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Più tentativi di fila non sono riusciti.',
  'error.session.cooling_down.remedy': 'Continui senza verifica del volto o torni tra mezz’ora.',
  'error.session.attempts_exhausted.cause': 'Per ora non ha altri tentativi.',
  'error.session.attempts_exhausted.remedy': 'Continui senza verifica del volto o torni più tardi.',
  'error.session.malformed.cause': 'La risposta della piattaforma non è leggibile.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'La piattaforma non ha risposto.',
  'error.session.unreachable.remedy': 'Controlli la connessione e riprovi.',
  'error.session.expired.cause': 'Il tempo per inviare il risultato è scaduto.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Questa verifica è già stata inviata.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'La piattaforma non conosce questa verifica.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Non è stato possibile raggiungere la piattaforma.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'La piattaforma non ha risposto in tempo.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Adesso la piattaforma non può ricevere il risultato.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'La piattaforma non ha accettato il risultato.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'La risposta della piattaforma non è leggibile.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause':
    'Questa verifica è stata cancellata in un’altra scheda e non è stata inviata.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause':
    'La piattaforma non ha risposto, quindi non conosce ancora la sua scelta.',
  'error.optout.unreachable.remedy': 'La sua scelta è valida. Riprovi o contatti la piattaforma.',
  'error.storage.undeleted.cause':
    'Questo browser non ha confermato la cancellazione. Un video salvato potrebbe essere ancora qui.',
  'error.storage.undeleted.remedy': 'Riprovi, oppure cancelli i dati di questo sito nel browser.',
  'error.internal.cause': 'Si è verificato un problema imprevisto.',
  'error.internal.remedy': otherWay,
};

export { it as messages };
