import type { DeskMessages } from './desk-keys.js';

/** Italian, for what is stored of a check, what was decided, and what the seller says to it. */
export const itDesk: DeskMessages = {
  'record.title': 'Che cosa è conservato su di lei',
  'record.state': 'Stato',
  'record.status': 'Risultato',
  'record.receivedAt': 'Ricevuto',
  'record.fields': 'Campi',
  'record.threshold': 'Confronto',
  'record.verdict': 'Rilevamento della vitalità',
  'record.subject': 'Il suo identificativo di venditore',
  'record.envelope': 'Il messaggio cifrato',

  'stored.stored': 'Conservato',
  'stored.withdrawn': 'Consenso revocato',
  'stored.deleted': 'Cancellato',

  'decision.nothingFound': 'Il confronto non ha trovato nessun account simile.',
  'decision.open': 'Una persona non ha ancora deciso.',
  'decision.asked': 'Una persona vorrebbe sentirla prima di decidere.',
  'decision.again': 'Una persona sta riesaminando la verifica.',
  'decision.before': 'Risultato precedente: {found}',
  'decision.gone': 'I dati del volto sono stati cancellati.',
  'decision.found.same_person': 'Una persona ha concluso che un altro account qui è suo.',
  'decision.found.different_person': 'Una persona ha concluso che l’altro account è di qualcun altro.',
  'decision.found.allowed_second_account': 'Una persona ha concluso che può avere entrambi gli account.',
  'decision.found.no_concern': 'Una persona ha esaminato la verifica e non ha obiezioni.',
  'decision.byPerson': 'Deciso da una persona, {time}.',
  'decision.byMachine': 'Confrontato da un software, {time}. Nessuna persona è stata consultata.',
  'decision.since': 'In attesa. Inizio: {time}. Nessun software decide.',
  'decision.deletedAt': 'Cancellazione: {time}.',
  'decision.threshold':
    'Una persona esamina due account quando la somiglianza dei volti raggiunge {value}. Circa 1 coppia di persone diverse su {count} raggiunge questo livello per errore.',

  'contest.more': 'Scrivi ancora',
  'contest.body': 'Una persona lo leggerà e riesaminerà la verifica. Solo testo, senza immagini o file.',
  'contest.label': 'Il suo messaggio',
  'contest.count': 'Caratteri: {count} su {most}',
  'contest.send': 'Invia a una persona',
  'contest.sending': 'Invio del messaggio…',
  'contest.received': 'Messaggio arrivato: {time}. Una persona riesaminerà la verifica.',
  'contest.left': 'Messaggi ancora possibili: {count}',
  'contest.said': 'Che cosa ha scritto',
  'contest.none': 'Qui non può inviare altri messaggi. Contatti la piattaforma.',

  'withdrawn.title': 'Consenso revocato, dati cancellati',
  'withdrawn.body': 'La piattaforma ha confermato la cancellazione: {time}.',
  'withdrawn.waiting':
    'Non tutti quelli che conservano una parte hanno già confermato la cancellazione. La piattaforma continua a chiedere.',
  'withdrawn.unconfirmed': 'Non ancora confermato',
  'withdrawn.next': 'Può continuare senza verifica del volto o ricominciare.',

  'desk.again': 'Aggiorna',
  'desk.name': 'Ricevute della verifica del volto',
  'desk.body': 'Con la ricevuta può vedere che cosa è conservato su di lei e revocare il consenso.',
  'desk.file': 'Apri un file di ricevuta',
  'desk.fileBody':
    'Scelga il file «candor-receipt-….json». Viene letto su questo dispositivo. Non si invia nulla finché non preme un pulsante.',
  'desk.kept': 'Salvato in questo browser',
  'desk.looking': 'Ricerca di ciò che questo browser ha salvato…',
  'desk.keptNothing': 'Qui non è salvato nulla per lei.',
  'desk.unread':
    'La memoria di questo browser non ha risposto. Forse qui è salvato qualcosa. Ricarichi la pagina.',
  'desk.receiver': 'Conservato presso',
  'desk.watchClip': 'Guarda il video',
  'desk.hideClip': 'Chiudi il video',
  'desk.deleteClip': 'Cancella il video',
  'desk.back': 'Indietro',
  'desk.question': 'Revocare il consenso e cancellare adesso?',
  'desk.questionBody':
    '{name} cancella i dati del suo volto, e questo sito cancella quello che ha salvato di questa verifica in questo browser. Non si può annullare. Più tardi può fare una nuova verifica.',
  'desk.no': 'Conserva i miei dati',

  'mine.checkTitle': 'La sua verifica del volto',
  'mine.clipUntil':
    'Cifrato. Cancellazione qui, con la sua chiave: {time}, o quando revoca il consenso. Chi può usare questo browser può guardarlo.',
  'mine.name': 'I miei dati della verifica del volto',
  'mine.title': 'I miei dati',
  'mine.body': 'Che cosa ha salvato questo browser delle sue verifiche e che cosa conserva {name}.',
  'mine.check': 'Verifica del volto, {time}',
  'mine.asking': 'Richiesta a {name}…',
  'mine.unheard': '{name} non ha risposto. Apra la ricevuta per chiedere di nuovo.',
  'mine.open': 'Apri: contesta o revoca',
  'mine.waiting': 'Il risultato cifrato è salvato su questo dispositivo. Non parte da solo.',
  'mine.clipLost': 'Questo browser ha perso la chiave di questo video. Nessuno può più guardarlo.',
  'mine.clip': 'Il suo video, {time}',
  'mine.downloadClip': 'Scarica il video',
  'mine.takeOut': 'Scarica tutto in un solo file',
  'mine.takeOutBody': 'Un file JSON con tutti i suoi dati e le chiavi delle ricevute. Non lo condivida.',
  'mine.takingOut': 'Preparazione del file…',
  'mine.takenOut': 'Il file è tra i suoi download.',

  'review.clip': 'Il suo video',
  'review.clipFailed': 'Il browser non può riprodurre il video qui.',
  'review.replay': 'Riproduci il video',

  'status.no_duplicate.title': 'La sua verifica del volto è completa',
  'status.no_duplicate.word': 'Nessun account simile trovato',
  'status.no_duplicate.body': 'Non è stato trovato nessun account venditore con un volto simile.',
  'status.needs_review.title': 'Grazie. Una persona esaminerà la sua verifica',
  'status.needs_review.word': 'In esame da parte di una persona',
  'status.needs_review.body':
    'Decide una persona, non un computer. Può aggiungere informazioni o contestare.',

  'done.next.no_duplicate': 'Ha finito. {name} ha il risultato.',
  'done.next.needs_review':
    'Una persona di {name} lo esaminerà. Non c’è un termine fisso. La ricevuta mostra a che punto è.',
  'done.until':
    'I dati del volto si cancellano al più tardi in questa data: {time}. Se revoca il consenso, subito.',
  'done.notKept':
    'Questo browser non può salvare la ricevuta. La scarichi adesso: più tardi non potrà più ottenerla.',
  'done.later': 'Conservi la ricevuta. Le basta per consultare, contestare o revocare il consenso più tardi.',
  'done.receipt': 'La sua ricevuta',
  'done.number': 'Numero della ricevuta',
  'done.decidedAt': 'Data del risultato',
  'done.deleteAfter': 'Data di cancellazione',
  'done.noticeVersion': 'Versione dell’avviso',
  'done.download': 'Scarica la ricevuta',

  'receipt.print': 'Stampa la ricevuta',

  'done.myData': 'Vedi a che punto è',
  'done.withdraw': 'Revoca il consenso e cancella',
  'done.contest': 'Contesta o aggiungi informazioni',
  'done.contact': 'Per contestare o aggiungere informazioni, contatti: {contact}',

  'verdict.live': 'La verifica è andata bene.',
  'verdict.not-live': 'Non tutto si è visto con chiarezza.',
  'verdict.inconclusive': 'La verifica non ha dato una risposta chiara.',

  'field.embedding': 'Dati del volto (biometrici)',
  'field.liveness': 'Risultato di ogni controllo, a parole',
  'field.capture': 'Durata del video, numero di immagini',
  'field.consent': 'Il suo consenso: numero, contenuto, modo e ora',
  'field.padding': 'Riempimento fino a una dimensione fissa',

  'error.clip.unsupported.cause': 'Questo browser non può registrare un video.',
  'error.clip.unsupported.remedy': 'Continui senza il video. La verifica è la stessa.',
  'error.embedding.low_quality.cause': 'Troppe poche immagini erano abbastanza nitide.',
  'error.embedding.low_quality.remedy': 'Si giri verso la luce, non si muova e registri di nuovo.',
  'error.withdrawal.unreachable.cause': 'La piattaforma non ha risposto.',
  'error.withdrawal.unreachable.remedy':
    'Forse è già cancellato, forse no. Riprovi, o usi la ricevuta più tardi: può chiederlo più volte.',
  'error.withdrawal.refused.cause': 'La piattaforma ha rifiutato la richiesta.',
  'error.withdrawal.refused.remedy': 'Contatti la piattaforma con il numero della ricevuta.',
  'error.objection.unreachable.cause':
    'La piattaforma non ha risposto. Il messaggio potrebbe non essere arrivato.',
  'error.objection.unreachable.remedy': 'È ancora qui. Lo invii di nuovo o guardi che cosa è conservato.',
  'error.objection.refused.cause': 'Qui non è possibile contestare questa verifica.',
  'error.objection.refused.remedy':
    'Forse è già stata cancellata. Contatti la piattaforma con il numero della ricevuta.',
  'error.objection.exhausted.cause': 'Non può inviare altri messaggi su questa verifica.',
  'error.objection.exhausted.remedy':
    'Una persona leggerà quello che ha scritto. Per aggiungere altro, contatti la piattaforma.',
  'error.receipt.invalid.cause': 'Questo file non è una ricevuta della verifica del volto.',
  'error.receipt.invalid.remedy': 'Scelga il file «candor-receipt-….json» che ha scaricato.',
  'error.receipt.other_version.cause': 'Questa pagina non può leggere questa versione della ricevuta.',
  'error.receipt.other_version.remedy': 'La apra sulla pagina della piattaforma o chieda alla piattaforma.',
  'error.receipt.unsafe_endpoint.cause':
    'L’indirizzo in questa ricevuta non è sicuro, quindi lì non è stato inviato nulla.',
  'error.receipt.unsafe_endpoint.remedy': 'Contatti la piattaforma con il numero della ricevuta.',
  'error.receipt.endpoint_refused.cause':
    'Questa ricevuta è di un’altra piattaforma, quindi lì non è stato inviato nulla.',
  'error.receipt.endpoint_refused.remedy': 'La apra sulla pagina di quella piattaforma.',
  'error.frame.no_answer.cause': 'Una parte della verifica del volto ha impiegato troppo a caricarsi.',
  'error.frame.no_answer.remedy': 'Controlli la connessione e riprovi.',
};

export { itDesk as messages };
