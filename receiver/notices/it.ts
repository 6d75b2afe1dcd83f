import type { DemoWords } from './words.js';

/** Italian. */
export const it: DemoWords = {
  name: 'Marktkiste (una piattaforma fittizia)',
  place: 'Amburgo, Germania',
  purpose: 'Verifichiamo se lei ha già un account venditore da noi.',
  reason:
    'Alcuni venditori esclusi tornano con un altro nome e ingannano di nuovo. Un solo account per persona lo rende più difficile.',
  whyNow: 'Sta aprendo un account venditore. Lo chiediamo una volta sola.',
  regions: 'Per tutti i nuovi venditori, in ogni paese in cui c’è Marktkiste.',
  comparison:
    'Il riconoscimento facciale confronta i dati del suo volto con quelli di tutti gli altri venditori che hanno partecipato. Se sono così tanti che gli errori sarebbero frequenti, una persona esamina invece il suo caso.',
  sent: (numbers) =>
    `I dati del suo volto: ${numbers} numeri calcolati dal suo volto. Inoltre il risultato della verifica a parole, la durata della registrazione, il numero delle sue immagini e il suo consenso.`,
  notSent: 'La registrazione. L’audio non si registra mai.',
  recipients:
    'Solo il nostro gruppo di verifica. Non vendiamo e non cediamo i suoi dati, e non ci addestriamo programmi.',
  storagePlace:
    'Sul computer su cui gira questa dimostrazione, cifrati. La chiave si trova fuori dalla banca dati.',
  removal:
    'Può revocare il consenso in ogni momento, senza motivo, nell’ultima schermata o con la sua ricevuta. Cancelliamo subito i dati del suo volto.',
  complaint: 'A privacy@marktkiste.example o all’autorità per la protezione dei dati del luogo in cui vive.',
  humanDecision:
    'Nessun programma decide sul suo account. Lei può spiegare una corrispondenza, per esempio con un gemello.',
  ifDeclined:
    'Può vendere lo stesso: con documento d’identità, bonifico o videochiamata, senza costi in più.',
  statement:
    'Acconsento che Marktkiste ricavi dalla mia fotocamera dati biometrici del mio volto e li confronti con quelli di altri venditori, per trovare un secondo account.',
  legal: {
    basis: 'La base giuridica è il suo consenso esplicito (GDPR, articoli 6(1)(a) e 9(2)(a)).',
    rights: {
      access: 'Veda i suoi dati con la sua ricevuta, o ne chieda una copia.',
      rectification:
        'Faccia correggere i dati sbagliati. Per cambiare i dati del volto, revochi il consenso e registri di nuovo.',
      portability: 'Porti con sé i suoi dati in un file.',
    },
    processors: 'Nessun’altra impresa ci lavora.',
    transfers: 'Non lasciano l’Unione europea.',
    afterWithdrawal:
      'La prova del suo consenso resta per tre anni: il testo, le date, il risultato in una parola e numeri di identificazione. Nulla del suo volto, e non il suo numero di venditore.',
    ageDeclaration: 'Ho 18 anni o più.',
  },
  inThreeParts: {
    sent: (usual) =>
      `${usual} Prima dell’invio, il suo dispositivo divide i dati del volto in tre parti. Nessuno dei tre che ricevono una parte li ha interi, e nemmeno noi.`,
    comparison:
      'Il riconoscimento facciale confronta i dati del suo volto con quelli di tutti gli altri venditori che hanno partecipato. Tre operatori fanno il confronto insieme, senza ricomporre i dati di nessun volto. Ne esce solo se lei è già stato visto; in caso di corrispondenza, il nostro gruppo di verifica apprende anche con quale account.',
    recipients: (three) =>
      `Il nostro gruppo di verifica e, con una parte dei dati del volto ciascuno: ${three}. Due di loro insieme potrebbero ricomporre i dati del volto. Non vendiamo i suoi dati, non li diamo a nessun altro e non ci addestriamo programmi.`,
    storagePlace: (usual) =>
      `${usual} In questa dimostrazione i tre sono fittizi e girano tutti su questo computer, ciascuno con la sua banca dati: chi ha il computer ha tutte e tre le parti.`,
    removal: (usual) =>
      `${usual} Ciascuno dei tre cancella la sua parte e firma una ricevuta; chi non è raggiungibile, appena lo è di nuovo.`,
    statement: (names) =>
      `Acconsento che Marktkiste ricavi dalla mia fotocamera dati biometrici del mio volto e li faccia confrontare da ${names}, in tre parti, con quelli di altri venditori, per trovare un secondo account.`,
    processors: (names) => `Solo ${names}, ciascuno con la sua parte.`,
  },
  alternatives: {
    'id-document': {
      label: 'Documento d’identità',
      expectedTime: 'Un giorno lavorativo',
      next: 'Abbiamo annotato la sua scelta. Riceverà un’e-mail con un link per inviare un’immagine del suo documento d’identità. Una persona la controlla entro un giorno lavorativo.',
    },
    'bank-check': {
      label: 'Bonifico bancario',
      expectedTime: 'Due giorni lavorativi',
      next: 'Abbiamo annotato la sua scelta. Riceverà un’e-mail con una causale; faccia con quella un bonifico di 1 centesimo da un conto a suo nome. Lo restituiamo appena il nome corrisponde.',
    },
    'video-call': {
      label: 'Videochiamata con una persona',
      expectedTime: '10 minuti, su appuntamento entro tre giorni lavorativi',
      next: 'Abbiamo annotato la sua scelta. Riceverà un’e-mail con gli appuntamenti tra cui scegliere. La chiamata non viene registrata.',
    },
    'second-account': {
      label: 'Ho già un account e me ne serve un secondo',
      expectedTime: 'Un giorno lavorativo',
      next: 'Grazie per avercelo detto. Un secondo account è permesso se c’è un motivo, per esempio una seconda attività. Una persona le scrive entro un giorno lavorativo; la verifica del volto non serve.',
    },
  },
};
