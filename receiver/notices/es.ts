import type { Notice } from '../../src/core/types.js';
import { type NoticeTerms, writeTerms } from './terms.js';

export function noticeEs(terms: NoticeTerms): Notice {
  const { value, people, pairs, oneInPairs, group, missed, days } = writeTerms(terms, 'es');
  return {
    version: '2026-1',
    controller: {
      name: 'Marktkiste (un mercado ficticio)',
      contact: 'privacy@marktkiste.example',
      address: 'Marktkiste, Beispielweg 1, 20095 Hamburgo, Alemania',
    },
    purpose: 'Comprobamos si usted ya tiene una cuenta de vendedor con nosotros.',
    reason:
      'A veces, vendedores que tuvimos que excluir vuelven con otro nombre y engañan de nuevo a los compradores. Una cuenta por persona lo hace más difícil.',
    why_now:
      'Está abriendo una cuenta de vendedor. Preguntamos una sola vez, antes de publicar su primer anuncio.',
    regions:
      'Pedimos lo mismo a todas las personas que empiezan a vender, en todos los países en los que está Marktkiste.',
    comparison: `Esto es reconocimiento facial. Su plantilla facial se compara con las de todas las demás personas que participaron (una contra muchas). A partir de una similitud de ${value}, una persona revisa ambos casos. Lo medimos con fotos de prensa de ${people} personas (Labeled Faces in the Wild, una imagen de cada una): de ${pairs} pares de personas distintas, cerca de 1 de cada ${oneInPairs} alcanzó ese valor. De los grupos medidos, donde más ocurrió fue en este: ${group.name}, cerca de 1 de cada ${group.oneInPairs} (${group.pairs} pares; con tan pocos puede ser también 1 de cada ${group.atMost}). El ${missed} de los pares de la misma persona no lo alcanzó. Si participan tantas personas que la comparación fallaría demasiado a menudo, no se hace, y una persona revisa el caso.`,
    sent: `Su plantilla facial: ${terms.embeddingDim} números calculados a partir de su cara, que son datos biométricos. Además, el resultado de la prueba de vida en palabras, la duración de la grabación y su número de imágenes, y su consentimiento. Todo se sella antes de salir de su dispositivo.`,
    notSent:
      'La grabación, las imágenes sueltas y el sonido. Se quedan en su dispositivo; el sonido no se graba nunca.',
    recipients:
      'Solo el equipo de revisión de Marktkiste. No vendemos sus datos, no los cedemos y no entrenamos programas con ellos.',
    storagePlace:
      'En el servidor que los recibe, cifrados; la clave se guarda fuera de la base de datos. En esta demostración es el ordenador que la ejecuta.',
    retentionDays: terms.retentionDays,
    removal: `Puede retirar su consentimiento en cualquier momento y sin motivo: en la última pantalla o más tarde con su recibo. Su plantilla facial se borra entonces de inmediato y recibe la fecha del borrado. Aunque no haga nada, se borra a los ${days} días.`,
    complaint:
      'Escriba a privacy@marktkiste.example. También puede reclamar ante la autoridad de protección de datos de su lugar de residencia.',
    humanDecision:
      'Ningún programa decide sobre su cuenta. Si se encuentra una similitud, la revisa una persona, y usted puede explicarla, por ejemplo con un gemelo o un segundo negocio.',
    ifDeclined:
      'Puede vender igual: con un documento de identidad, una transferencia o una videollamada. No cuesta nada más.',
    policyUrl: 'https://marktkiste.example/privacy/face-check',
    purposes: [
      {
        id: 'duplicate-check',
        text: 'Acepto que Marktkiste cree datos faciales a partir de la imagen de mi cámara. Son datos biométricos. Marktkiste los compara con los de otros vendedores para ver si ya tengo una cuenta de vendedor.',
      },
    ],
  };
}
