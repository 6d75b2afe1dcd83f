import type { Notice } from '../../src/core/types.js';
import type { NoticeTerms } from './terms.js';

export function noticeEs({ embeddingDim, retentionDays }: NoticeTerms): Notice {
  return {
    version: '2026-2',
    controller: {
      name: 'Marktkiste (una plataforma ficticia)',
      contact: 'privacy@marktkiste.example',
      address: 'Marktkiste, Beispielweg 1, 20095 Hamburgo, Alemania',
    },
    purpose: 'Comprobamos si usted ya tiene una cuenta de vendedor con nosotros.',
    reason:
      'Algunos vendedores excluidos vuelven con otro nombre y engañan de nuevo. Una cuenta por persona lo hace más difícil.',
    why_now: 'Está abriendo una cuenta de vendedor. Preguntamos una sola vez.',
    regions: 'Todos los vendedores nuevos, en todos los países donde está Marktkiste.',
    comparison:
      'El reconocimiento facial compara sus datos faciales con los de todos los demás vendedores que participaron. Si son tantos que los errores serían frecuentes, una persona revisa su caso en su lugar.',
    sent: `Sus datos faciales: ${embeddingDim} números calculados a partir de su cara. Además, el resultado de la verificación en palabras, la duración de la grabación, su número de imágenes y su consentimiento.`,
    notSent: 'La grabación. El sonido no se graba nunca.',
    recipients:
      'Solo nuestro equipo de revisión. No vendemos ni cedemos sus datos, ni entrenamos programas con ellos.',
    storagePlace:
      'En el ordenador que ejecuta esta demostración, cifrados, con la clave fuera de la base de datos.',
    retentionDays,
    removal:
      'Puede retirar su consentimiento cuando quiera y sin motivo, en la última pantalla o con su recibo. Borramos sus datos faciales de inmediato.',
    complaint:
      'A privacy@marktkiste.example o a la autoridad de protección de datos de su lugar de residencia.',
    humanDecision:
      'Ningún programa decide sobre su cuenta. Usted puede explicar una coincidencia, por ejemplo con un gemelo.',
    ifDeclined:
      'Puede vender igual, con un documento de identidad, una transferencia o una videollamada. No cuesta nada más.',
    policyUrl: 'https://marktkiste.example/privacy/face-check',
    purposes: [
      {
        id: 'duplicate-check',
        text: 'Acepto que Marktkiste cree datos biométricos de mi cara y los compare con los de otros vendedores, para saber si ya tengo una cuenta.',
      },
    ],
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
  };
}
