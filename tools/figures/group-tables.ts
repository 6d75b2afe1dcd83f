import { markdownTable } from '../../evaluation/report/markdown-table.js';
import { calibratedThreshold, GROUP_NAMES } from '../../src/calibration/calibrated-threshold.js';
import { type Calibration, GROUPS, MOBILEFACENET } from '../../src/calibration/calibration.js';
import {
  GALLERIES,
  largestGallery,
  type OperatingPoint,
  operatingPoints,
  shippedPoint,
} from '../../src/calibration/operating-points.js';
import { falseHits, flaggedShare, inWords, upperBound } from '../../src/calibration/rates.js';
import { percent, rounded, similarity, wholeNumber } from './numbers.js';
import { ratesOf } from './point-in-words.js';

/** What the cards of the models and the pages about galleries say of the worst group beside everybody. */

/** False match rates over all for which the misses are stated. */
const WANTED_FMR = [1e-3, 1e-4, 1e-5] as const;

/** The rates of one model at these thresholds, group by group. */
export function byGroup(calibration: Calibration, thresholds: readonly (number | undefined)[]): string {
  const points = calibration.points.filter(({ threshold }) => thresholds.includes(threshold));
  const groups = GROUPS.filter((group) => points.some((point) => point.groups[group] !== undefined));
  const rows = points.map(({ threshold, overall, genuine, groups: rates }) => [
    similarity.format(threshold),
    inWords(overall),
    ...groups.map((group) => inWords(rates[group] ?? { errors: 0, n: 0 })),
    inWords(genuine),
  ]);
  const named = groups.map((group) => `${GROUP_NAMES[group].en} (${calibration.people[group]})`);
  return markdownTable(
    ['cosine similarity at least', 'false matches: all', ...named, 'pairs of one person missed'],
    rows,
  );
}

/** The lowest counted threshold at which no more than this share of all pairs of different people match. */
export function pointForFmr(calibration: Calibration, fmr: number): OperatingPoint | null {
  return operatingPoints(calibration).find(({ overall: { errors, n } }) => errors <= fmr * n) ?? null;
}

/** How many pairs of one person are missed at a wanted false match rate. */
export function wantedFmr(): string {
  const rows = WANTED_FMR.map((fmr) => [
    `1 in ${wholeNumber.format(Math.round(1 / fmr))}`,
    ...ratesOf(pointForFmr(MOBILEFACENET, fmr)),
  ]);
  return markdownTable(
    ['FMR overall, at most', 'similarity at least', 'FMR of the worst group', 'FMR overall', 'FNMR'],
    rows,
  );
}

/** What the receiver goes by at the shipped threshold, 0…1: upper ends of the intervals, as it publishes them. */
export function shippedBounds(): {
  readonly value: number;
  readonly worst: number;
  readonly overall: number;
} {
  const { value, fmr, n, worstGroup } = calibratedThreshold(
    MOBILEFACENET,
    'https://candor.example/thresholds',
  );
  return { value, worst: worstGroup.fmrAtMost, overall: upperBound({ errors: fmr * n, n }) };
}

/** Share of honest newcomers who are taken for at least one of N strangers. */
export function flagged(): string {
  const { worst, overall } = shippedBounds();
  const rows = [50, ...GALLERIES].map((enrolled) => [
    wholeNumber.format(enrolled),
    ...[worst, overall].map((fmr) => percent(flaggedShare(fmr, enrolled))),
  ]);
  return markdownTable(['N', 'worst group', 'overall'], rows);
}

/** What a gallery of millions makes of the shipped threshold, and of the highest that was counted. */
export function scaling(): string {
  const last = operatingPoints(MOBILEFACENET).at(-1);
  const points = [shippedPoint(MOBILEFACENET), last].flatMap((point) => point ?? []);
  const rows = points.map((point, index) => scaled(point, index === 0 ? ', as shipped' : ''));
  return markdownTable(
    [
      'similarity at least',
      'FMR of the worst group, at most',
      'overall, at most',
      'N at 0.1 false hits, worst group',
      'overall',
      'false hits at N = 10⁵, worst group / overall',
      'at 10⁷',
      'at 10⁸',
      'own pairs missed (FNMR)',
    ],
    rows,
  );
}

function scaled({ threshold, worst, overall, genuine }: OperatingPoint, note: string): readonly string[] {
  const rates = [worst.fmrAtMost, upperBound(overall)];
  const hits = (enrolled: number): string =>
    rates.map((rate) => `≤ ${rounded.format(falseHits(rate, enrolled))}`).join(' / ');
  return [
    `${similarity.format(threshold)}${note}`,
    ...rates.map(percent),
    ...rates.map((rate) => wholeNumber.format(largestGallery(rate))),
    ...[1e5, 1e7, 1e8].map(hits),
    percent(genuine.errors / genuine.n),
  ];
}
