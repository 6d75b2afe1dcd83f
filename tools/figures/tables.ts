import { markdownTable } from '../../evaluation/report/markdown-table.js';
import { GROUP_NAMES } from '../../src/calibration/calibrated-threshold.js';
import {
  CALIBRATIONS,
  type Calibration,
  DLIB_RESNET_V1,
  GROUPS,
  MOBILEFACENET,
} from '../../src/calibration/calibration.js';
import {
  ALL_GALLERIES,
  GALLERIES,
  lowestUsablePoint,
  MOST_FALSE_HITS,
  type OperatingPoint,
  operatingPoints,
  pairsNeeded,
  pointForGallery,
  pointForGalleryOverall,
  shippedPoint,
  type WorstGroup,
} from '../../src/calibration/operating-points.js';
import { falseHits, flaggedShare, inWords, upperBound } from '../../src/calibration/rates.js';
import { byGroup, flagged, scaling, wantedFmr } from './group-tables.js';
import { percent, rounded, similarity, wholeNumber } from './numbers.js';
import { ratesOf } from './point-in-words.js';

/** The tables of error rates in the documents, from the counts of src/calibration. */

/** What each model ships with, and the lowest that is taken. */
function models(): string {
  const rows = CALIBRATIONS.flatMap((calibration) => [
    [`\`${calibration.modelId}\`, as shipped`, ...ratesOf(shippedPoint(calibration))],
    [`\`${calibration.modelId}\`, lowest taken`, ...ratesOf(lowestUsablePoint(calibration))],
  ]);
  return markdownTable(
    ['model', 'similarity at least', 'FMR of the worst group', 'FMR overall', 'FNMR'],
    rows,
  );
}

/** Thresholds by the size of a marketplace. */
function galleries(): string {
  const rows = CALIBRATIONS.flatMap((calibration) =>
    GALLERIES.map((enrolled) => [
      `\`${calibration.modelId}\``,
      wholeNumber.format(enrolled),
      `${Number((100 * MOST_FALSE_HITS) / enrolled)} %`,
      forWorstGroup(calibration, enrolled),
      forEverybody(calibration, enrolled),
    ]),
  );
  return markdownTable(
    ['model', 'enrolled N', 'FMR at most', 'by the worst group', 'by everybody, which hides the worst group'],
    rows,
  );
}

function forWorstGroup(calibration: Calibration, enrolled: number): string {
  const point = pointForGallery(calibration, enrolled);
  if (point !== null) return pointInWords(point);
  const pairs = Math.min(...operatingPoints(calibration).map(({ worst }) => worst.rate.n));
  return `**none can be shown**: it takes ${wholeNumber.format(pairsNeeded(enrolled))} pairs of that group without an error, ${wholeNumber.format(pairs)} were compared`;
}

function forEverybody(calibration: Calibration, enrolled: number): string {
  const point = pointForGalleryOverall(calibration, enrolled);
  return point === null ? '**none was measured**' : pointInWords(point);
}

function pointInWords({ threshold, genuine }: OperatingPoint): string {
  return `${similarity.format(threshold)}, FNMR ${inWords(genuine)}`;
}

/** All points from the lowest usable one, with the false hits that a newcomer of the worst group meets. */
function points(calibration: Calibration): string {
  const from = lowestUsablePoint(calibration)?.threshold ?? 0;
  const rows = operatingPoints(calibration)
    .filter(({ threshold }) => threshold >= from)
    .map((point) => [
      ...ratesOf(point),
      ...ALL_GALLERIES.map((enrolled) => hitsInWords(point.worst, enrolled)),
    ]);
  const hits = ALL_GALLERIES.map((enrolled) => `false hits, N = ${wholeNumber.format(enrolled)}`);
  return markdownTable(
    ['similarity at least', 'FMR of the worst group', 'FMR overall', 'FNMR', ...hits],
    rows,
  );
}

function hitsInWords({ rate: { errors, n }, fmrAtMost }: WorstGroup, enrolled: number): string {
  const most = rounded.format(falseHits(fmrAtMost, enrolled));
  return errors === 0 ? `≤ ${most}` : `${rounded.format(falseHits(errors / n, enrolled))} (≤ ${most})`;
}

/** Each group at the points where it was counted, at the lowest, the shipped and the highest. */
function groups(): string {
  const rows = CALIBRATIONS.flatMap((calibration) => {
    const { points: counted, people, modelId } = calibration;
    const shown = [counted[0], shippedPoint(calibration), counted.at(-1)].map((point) => point?.threshold);
    return counted
      .filter(({ threshold, groups: rates }) => shown.includes(threshold) && Object.keys(rates).length > 0)
      .flatMap(({ threshold, groups: rates }) =>
        GROUPS.flatMap((group) => {
          const rate = rates[group];
          if (rate === undefined) return [];
          return [
            [
              `\`${modelId}\``,
              similarity.format(threshold),
              GROUP_NAMES[group].en ?? group,
              `${people[group]}`,
              inWords(rate),
            ],
          ];
        }),
      );
  });
  return markdownTable(['model', 'similarity at least', 'group, among themselves', 'people', 'FMR'], rows);
}

/** What an honest newcomer meets at the shipped threshold, for an assessment of impact: strangers on average, and the share of
 * newcomers with at least one, 1 − (1 − FMR)^N, each at the upper end of the interval. */
function impact(): string {
  const point = shippedPoint(MOBILEFACENET);
  if (point === null) throw new RangeError('the shipped model has no point');
  const { overall, worst } = point;
  const rows = ALL_GALLERIES.map((enrolled) => [
    wholeNumber.format(enrolled),
    ...[worst.fmrAtMost, upperBound(overall)].flatMap((fmr) => [
      rounded.format(falseHits(fmr, enrolled)),
      percent(flaggedShare(fmr, enrolled)),
    ]),
  ]);
  return markdownTable(
    [
      'enrolled N',
      'false hits per newcomer of the worst group, at most',
      'such newcomers with a false hit, at most',
      'false hits per newcomer overall, at most',
      'newcomers with a false hit, at most',
    ],
    rows,
  );
}

function notes(): string {
  return CALIBRATIONS.map(({ modelId, set, people, note }) => {
    return `- \`${modelId}\`: ${wholeNumber.format(people.overall)} people; ${set}. ${note}`;
  }).join('\n');
}

const TABLES: Readonly<Record<string, () => string>> = {
  models,
  galleries,
  groups,
  notes,
  impact,
  mobilefacenet: () => points(MOBILEFACENET),
  'dlib-resnet-v1': () => points(DLIB_RESNET_V1),
  'wanted-fmr': wantedFmr,
  flagged,
  scaling,
  'mobilefacenet-by-group': () => byGroup(MOBILEFACENET, [0.42, shippedPoint(MOBILEFACENET)?.threshold]),
  'dlib-resnet-v1-by-group': () => byGroup(DLIB_RESNET_V1, [0.919]),
};

const PLACE = /(<!-- figures: ([\w-]+) -->\n)[\s\S]*?(<!-- \/figures -->)/g;

/** A document with its tables of figures filled in.
 * @throws RangeError naming a table that there is not. */
export function withFigures(text: string): string {
  return text.replace(PLACE, (_, start: string, name: string, end: string) => {
    const table = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
    if (table === undefined) throw new RangeError(`there is no table of figures named ${name}`);
    return `${start}${table()}\n${end}`;
  });
}
