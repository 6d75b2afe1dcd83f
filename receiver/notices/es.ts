import type { DemoWords } from './words.js';

/** Spanish. */
export const es: DemoWords = {
  name: 'Marktkiste (una plataforma ficticia)',
  place: 'Hamburgo, Alemania',
  purpose: 'Comprobamos si usted ya tiene una cuenta de vendedor con nosotros.',
  reason:
    'Algunos vendedores excluidos vuelven con otro nombre y engañan de nuevo. Una cuenta por persona lo hace más difícil.',
  whyNow: 'Está abriendo una cuenta de vendedor. Preguntamos una sola vez.',
  regions: 'Todos los vendedores nuevos, en todos los países donde está Marktkiste.',
  comparison:
    'El reconocimiento facial compara sus datos faciales con los de todos los demás vendedores que participaron. Si son tantos que los errores serían frecuentes, una persona revisa su caso en vez de ello.',
  sent: (numbers) =>
    `Sus datos faciales: ${numbers} números calculados a partir de su cara. Además, el resultado de la verificación en palabras, la duración de la grabación, su número de imágenes y su consentimiento.`,
  notSent: 'La grabación. El sonido no se graba nunca.',
  recipients:
    'Solo nuestro equipo de revisión. No vendemos ni cedemos sus datos, ni entrenamos programas con ellos.',
  storagePlace:
    'En el ordenador que ejecuta esta demostración, cifrados, con la clave fuera de la base de datos.',
  removal:
    'Puede retirar su consentimiento cuando quiera y sin motivo, en la última pantalla o con su recibo. Borramos sus datos faciales de inmediato.',
  complaint:
    'A privacy@marktkiste.example o a la autoridad de protección de datos de su lugar de residencia.',
  humanDecision:
    'Ningún programa decide sobre su cuenta. Usted puede explicar una coincidencia, por ejemplo con un gemelo.',
  ifDeclined:
    'Puede vender igual, con un documento de identidad, una transferencia o una videollamada. No cuesta nada más.',
  statement:
    'Acepto que Marktkiste cree datos biométricos de mi cara y los compare con los de otros vendedores, para saber si ya tengo una cuenta.',
  legal: {
    basis: 'La base legal es su consentimiento explícito (RGPD, artículos 6.1.a y 9.2.a).',
    rights: {
      access: 'Vea sus datos con su recibo, o pida una copia.',
      rectification:
        'Pida que se corrijan los datos erróneos. Para cambiar los datos faciales, retire el consentimiento y grabe de nuevo.',
      portability: 'Llévese sus datos en un archivo.',
    },
    processors: 'Ninguna otra empresa trabaja con ellos.',
    transfers: 'No salen de la Unión Europea.',
    afterWithdrawal:
      'Queda la prueba de su consentimiento durante tres años: su texto, las fechas, el resultado en una palabra y números de identificación. Nada de su cara ni su número de vendedor.',
    ageDeclaration: 'Tengo 18 años o más.',
  },
  inThreeParts: {
    sent: (usual) =>
      `${usual} Antes del envío, su dispositivo divide los datos faciales en tres partes. Ninguno de los tres que reciben una parte los tiene enteros, y nosotros tampoco.`,
    comparison:
      'El reconocimiento facial compara sus datos faciales con los de todos los demás vendedores que participaron. Tres operadores comparan juntos, sin recomponer los datos faciales de nadie. Lo único que sale es si ya se le había visto; si hay coincidencia, nuestro equipo de revisión sabe también con qué cuenta.',
    recipients: (three) =>
      `Nuestro equipo de revisión y, con una parte de los datos faciales cada uno: ${three}. Dos de ellos juntos podrían recomponer los datos faciales. No vendemos sus datos, no los cedemos a nadie más ni entrenamos programas con ellos.`,
    storagePlace: (usual) =>
      `${usual} En esta demostración los tres son ficticios y funcionan en este mismo ordenador, cada uno con su base de datos: quien tiene el ordenador tiene las tres partes.`,
    removal: (usual) =>
      `${usual} Cada uno de los tres borra su parte y firma un recibo; si no se puede contactar con alguno, en cuanto se pueda.`,
    statement: (names) =>
      `Acepto que Marktkiste cree datos biométricos de mi cara, para saber si ya tengo una cuenta. Para ello, ${names} pueden compararlos, en tres partes, con los de otros vendedores.`,
    processors: (names) => `Solo ${names}, cada uno con su parte.`,
  },
  alternatives: {
    'id-document': {
      label: 'Documento de identidad',
      expectedTime: 'Un día laborable',
      next: 'Hemos anotado su elección. Recibirá un correo con un enlace para enviar una imagen de su documento de identidad. Una persona la revisa en un día laborable.',
    },
    'bank-check': {
      label: 'Transferencia bancaria',
      expectedTime: 'Dos días laborables',
      next: 'Hemos anotado su elección. Recibirá un correo con un concepto; transfiera 1 céntimo con él desde una cuenta a su nombre. Se lo devolvemos en cuanto coincida el nombre.',
    },
    'video-call': {
      label: 'Videollamada con una persona',
      expectedTime: '10 minutos, con cita en un plazo de tres días laborables',
      next: 'Hemos anotado su elección. Recibirá un correo con citas para elegir. La llamada no se graba.',
    },
    'second-account': {
      label: 'Ya tengo una cuenta y necesito una segunda',
      expectedTime: 'Un día laborable',
      next: 'Gracias por decírnoslo. Se permite una segunda cuenta si hay un motivo, por ejemplo un segundo negocio. Una persona le escribe en un día laborable; no hace falta verificación facial.',
    },
  },
};
