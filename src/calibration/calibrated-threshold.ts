import type { Locale, Threshold, WorstGroup } from '../core/types.js';
import type { Calibration, Group } from './calibration.js';
import { operatingPoints, shippedPoint } from './operating-points.js';
import { type Rate, upperBound } from './rates.js';

/** A threshold whose groups were measured. */
export interface CalibratedThreshold extends Threshold {
  readonly worstGroup: WorstGroup;
}

export const GROUP_NAMES: Readonly<Record<Group, Readonly<Record<Locale, string>>>> = {
  'east-asian': { en: 'East Asian people', de: 'ostasiatische Menschen', es: 'personas de Asia oriental' },
  'darker-skin': {
    en: 'people with darker skin',
    de: 'Menschen mit dunklerer Haut',
    es: 'personas de piel más oscura',
  },
  women: { en: 'women', de: 'Frauen', es: 'mujeres' },
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
