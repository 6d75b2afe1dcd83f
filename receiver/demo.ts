import { type CalibratedThreshold, calibratedThreshold } from '../src/calibration/calibrated-threshold.js';
import { calibrationOf } from '../src/calibration/calibration.js';
import { SHIPPED_MODEL } from '../src/core/shipped-model.js';
import { noticeDe } from './notices/de.js';
import { noticeEn } from './notices/en.js';
import { noticeEs } from './notices/es.js';
import { ReceiverOptionError } from './option-error.js';
import type { OfferedAlternative, ReceiverOptions } from './options.js';

/** The fictional marketplace that the demo and the tests run as. */

/** The lowest threshold of the shipped model at which the worst measured group stays below 0.3 % (docs/thresholds.md).
 * Whoever ships a model that was not measured states figures and words of their own. */
function demoThreshold(): CalibratedThreshold {
  const { modelId } = SHIPPED_MODEL;
  const calibration = calibrationOf(modelId);
  if (calibration === null) {
    throw new ReceiverOptionError([
      { field: 'threshold', reason: `nobody measured ${modelId}: state your own, and own notices` },
    ]);
  }
  return calibratedThreshold(calibration, 'https://candor.example/docs/thresholds.md');
}

const DEMO_RETENTION_DAYS = 90;

const DEMO_ALTERNATIVES: readonly OfferedAlternative[] = [
  {
    id: 'id-document',
    label: { en: 'Identity document', de: 'Ausweis', es: 'Documento de identidad' },
    expectedTime: { en: 'One working day', de: 'Ein Werktag', es: 'Un día laborable' },
    next: {
      en: 'We have noted your choice. You will get an e-mail with a link through which you can hand in a picture of your identity document. A person checks it within one working day.',
      de: 'Wir haben Ihre Wahl notiert. Sie bekommen eine E-Mail mit einem Link, über den Sie ein Bild Ihres Ausweises einreichen können. Ein Mensch prüft es innerhalb eines Werktags.',
      es: 'Hemos anotado su elección. Recibirá un correo con un enlace para enviar una imagen de su documento de identidad. Una persona la revisa en un día laborable.',
    },
  },
  {
    id: 'bank-check',
    label: { en: 'Bank transfer', de: 'Banküberweisung', es: 'Transferencia bancaria' },
    expectedTime: { en: 'Two working days', de: 'Zwei Werktage', es: 'Dos días laborables' },
    next: {
      en: 'We have noted your choice. You will get an e-mail with a reference; transfer 1 cent with it from an account in your name. We send it back once the name matches.',
      de: 'Wir haben Ihre Wahl notiert. Sie bekommen eine E-Mail mit einem Verwendungszweck; überweisen Sie damit 1 Cent von einem Konto auf Ihren Namen. Wir senden ihn zurück, sobald der Name stimmt.',
      es: 'Hemos anotado su elección. Recibirá un correo con un concepto; transfiera 1 céntimo con él desde una cuenta a su nombre. Se lo devolvemos en cuanto coincida el nombre.',
    },
  },
  {
    id: 'video-call',
    label: {
      en: 'Video call with a person',
      de: 'Videoanruf mit einem Menschen',
      es: 'Videollamada con una persona',
    },
    expectedTime: {
      en: '10 minutes, by appointment within three working days',
      de: '10 Minuten, nach Termin innerhalb von drei Werktagen',
      es: '10 minutos, con cita en un plazo de tres días laborables',
    },
    next: {
      en: 'We have noted your choice. You will get an e-mail with appointments to choose from. The call is not recorded.',
      de: 'Wir haben Ihre Wahl notiert. Sie bekommen eine E-Mail mit Terminen zur Auswahl. Der Anruf wird nicht aufgezeichnet.',
      es: 'Hemos anotado su elección. Recibirá un correo con citas para elegir. La llamada no se graba.',
    },
  },
  {
    id: 'second-account',
    label: {
      en: 'I already have an account and need a second one',
      de: 'Ich habe schon ein Konto und brauche ein zweites',
      es: 'Ya tengo una cuenta y necesito una segunda',
    },
    expectedTime: { en: 'One working day', de: 'Ein Werktag', es: 'Un día laborable' },
    next: {
      en: 'Thank you for telling us. A second account is allowed where there is a reason, such as a second business. A person writes to you within one working day; no face check is needed.',
      de: 'Danke, dass Sie es uns sagen. Ein zweites Konto ist erlaubt, wenn es einen Grund gibt, etwa ein zweites Geschäft. Ein Mensch schreibt Ihnen innerhalb eines Werktags; eine Gesichtsprüfung ist nicht nötig.',
      es: 'Gracias por decírnoslo. Se permite una segunda cuenta si hay un motivo, por ejemplo un segundo negocio. Una persona le escribe en un día laborable; no hace falta comprobación facial.',
    },
  },
];

/** Everything that a receiver needs but where it runs: the fictional marketplace Marktkiste in English, German and
 * Spanish.
 * @throws {@link ReceiverOptionError} for a model without calibration. */
export function demoOptions(): Pick<
  ReceiverOptions,
  'audience' | 'notices' | 'embeddingDim' | 'alternatives' | 'search'
> & { readonly threshold: CalibratedThreshold } {
  const threshold = demoThreshold();
  const terms = { embeddingDim: SHIPPED_MODEL.dim, retentionDays: DEMO_RETENTION_DAYS };
  return {
    audience: 'receiver.marktkiste.example',
    notices: { en: noticeEn(terms), de: noticeDe(terms), es: noticeEs(terms) },
    threshold,
    embeddingDim: SHIPPED_MODEL.dim,
    // Nobody gives the demo's sellers a group, and few try it: one false hit for each newcomer may be looked at.
    search: { scope: 'gallery', mostFalseHits: 1 },
    alternatives: DEMO_ALTERNATIVES,
  };
}
