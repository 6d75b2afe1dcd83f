import type { Locale, Threshold, WorstGroup } from '../core/types.js';
import type { Calibration, Group } from './calibration.js';
import { operatingPoints, shippedPoint } from './operating-points.js';
import { type Rate, upperBound } from './rates.js';

/** A threshold whose groups were measured. */
export interface CalibratedThreshold extends Threshold {
  readonly worstGroup: WorstGroup;
}

/** As those who sorted the pictures called them, in the languages of the demo's notices: a seller reads the group's name within their own
 * language's sentence. No native speaker has read them for us (docs/languages.md). */
export const GROUP_NAMES: Readonly<Record<Group, Readonly<Record<Locale, string>>>> = {
  'east-asian': {
    en: 'East Asian people',
    de: 'ostasiatische Menschen',
    es: 'personas de Asia oriental',
    fr: 'personnes d’Asie de l’Est',
    it: 'persone dell’Asia orientale',
    'pt-BR': 'pessoas do Leste Asiático',
    pl: 'osoby z Azji Wschodniej',
    tr: 'Doğu Asyalılar',
    vi: 'người Đông Á',
    ja: '東アジア系の人',
    ar: 'أشخاص من شرق آسيا',
  },
  'darker-skin': {
    en: 'people with darker skin',
    de: 'Menschen mit dunklerer Haut',
    es: 'personas de piel más oscura',
    fr: 'personnes à la peau plus foncée',
    it: 'persone con la pelle più scura',
    'pt-BR': 'pessoas de pele mais escura',
    pl: 'osoby o ciemniejszej skórze',
    tr: 'daha koyu tenli kişiler',
    vi: 'người có làn da sẫm màu hơn',
    ja: '肌の色がより濃い人',
    ar: 'أشخاص ذوو بشرة أغمق',
  },
  women: {
    en: 'women',
    de: 'Frauen',
    es: 'mujeres',
    fr: 'femmes',
    it: 'donne',
    'pt-BR': 'mulheres',
    pl: 'kobiety',
    tr: 'kadınlar',
    vi: 'phụ nữ',
    ja: '女性',
    ar: 'نساء',
  },
};

/** The operating point of a model as a receiver publishes it, with the rates that were measured there.
 * @param calibration - such as `MOBILEFACENET`.
 * @param address - of a page that says how it was measured.
 * @param value - a cosine similarity that is in the model's calibration; default: the lowest at which the worst measured
 * group stays below 0.3 % (docs/thresholds.md).
 * @throws RangeError for a similarity that was not counted.
 * @example
 * const threshold = calibratedThreshold(MOBILEFACENET, 'https://verify.example/how-it-was-measured'); */
export function calibratedThreshold(
  calibration: Calibration,
  address: string,
  value?: number | undefined,
): CalibratedThreshold {
  const { threshold, overall, genuine, worst } = pointAt(calibration, value);
  return {
    modelId: calibration.modelId,
    modelSha256: calibration.modelSha256,
    metric: 'cosine',
    value: threshold,
    fmr: stated(overall),
    fnmr: digits(genuine.errors / genuine.n),
    n: overall.n,
    calibration: address,
    worstGroup: {
      name: GROUP_NAMES[worst.group],
      fmr: stated(worst.rate),
      fmrAtMost: digits(worst.fmrAtMost),
      n: worst.rate.n,
    },
  };
}

function pointAt(calibration: Calibration, value: number | undefined) {
  const point =
    value === undefined
      ? shippedPoint(calibration)
      : operatingPoints(calibration).find(({ threshold }) => threshold === value);
  if (point) return point;
  const counted = operatingPoints(calibration).map(({ threshold }) => threshold);
  throw new RangeError(`${calibration.modelId} was counted at ${counted.join(', ')}, not at ${value}`);
}

/** What no error was seen of is stated as its bound. */
function stated(rate: Rate): number {
  return digits(rate.errors === 0 ? upperBound(rate) : rate.errors / rate.n);
}

function digits(share: number): number {
  return Number(share.toPrecision(3));
}
