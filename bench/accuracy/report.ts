import { markdownTable } from '../../evaluation/report/markdown-table.js';
import { ALL_GALLERIES } from '../../src/calibration/operating-points.js';
import {
  falseHits,
  flaggedShare,
  inWords,
  type Rate,
  ruleOfThree,
  upperBound,
} from '../../src/calibration/rates.js';
import type { Interval } from './bootstrap.js';
import type { EngineName } from './in-page.js';
import {
  FEWEST_PEOPLE,
  type IntervalsByPeople,
  type MeasuredModel,
  overallThreshold,
  worstGroup,
} from './rates-at.js';
import { type AllScores, falseMatches, falseNonMatches } from './score.js';
import { byWorstGroup, configuration, percentOf, sizesTable, worstInWords } from './thresholds-report.js';

/** False match rates at which engines are held side by side. */
const WANTED_FMR = [1e-2, 1e-3, 1e-4, 1e-5] as const;
/** Fewer false matches than this say no more than their bound (ISO/IEC 19795-1, rule of 30; requirement P-04). */
const RULE_OF_30 = 30;

export interface EngineResult {
  readonly name: EngineName;
  /** As on the wire, or the package. */
  readonly model: string;
  readonly scores: AllScores;
  readonly missed: number;
  readonly pictures: number;
  readonly medianMs: number;
}

/** A threshold of Candor's model that gets a section of its own. */
export interface ThresholdOfInterest {
  readonly title: string;
  readonly threshold: number;
  readonly byPeople: IntervalsByPeople;
}

export interface AccuracyResults {
  /** Candor's first. */
  readonly engines: readonly EngineResult[];
  readonly measured: MeasuredModel;
  readonly source: string;
  readonly rendered: boolean;
  readonly madeWith: Readonly<Record<string, string>>;
  readonly unused: readonly { readonly name: string; readonly why: string }[];
  /** Of everybody: where the engines are held side by side. */
  readonly wantedFmr: number;
  /** Of the worst group, at the upper end of its interval: for the receiver's threshold. */
  readonly mostFmr: number;
  readonly thresholds: readonly ThresholdOfInterest[];
  readonly curve: string;
}

/** What a rate may be quoted for. */
function standing({ errors, n }: Rate): string {
  if (errors >= RULE_OF_30) return '';
  return ` — fewer than ${RULE_OF_30} false matches: no more than a bound (${ruleOfThree(n).toExponential(1)} at none)`;
}

const tooFew = (wantedFmr: number): string => `needs ${Math.ceil(1 / wantedFmr)} impostor pairs`;

function pointRow(scores: AllScores, wanted: number): readonly string[] {
  const first = [wanted.toExponential(0), byWorstGroup(scores, wanted)];
  const threshold = overallThreshold(scores, wanted);
  if (threshold === null) return [...first, tooFew(wanted), ...Array(3).fill('not measured')];
  const matches = falseMatches(scores, threshold);
  return [
    ...first,
    threshold.toFixed(4),
    worstInWords(scores, threshold),
    `${inWords(matches)}${standing(matches)}`,
    inWords(falseNonMatches(scores, threshold)),
  ];
}

const POINTS_HEAD = [
  'wanted FMR',
  'threshold where no group may exceed it',
  'threshold by everybody',
  'there: FMR of the worst group',
  'FMR overall',
  'FNMR',
];

function engineSection({ name, model, scores, missed, pictures, medianMs }: EngineResult): string {
  const rows = WANTED_FMR.map((wanted) => pointRow(scores, wanted));
  return `### ${name} (${model})

${scores.people} people, ${scores.genuine.total} genuine and ${scores.impostor.total} impostor pairs; no face found in ${inWords({ errors: missed, n: pictures })};
median ${medianMs.toFixed(1)} ms a picture.

${markdownTable(POINTS_HEAD, rows)}`;
}

function sideBySide({ engines, wantedFmr, mostFmr }: AccuracyResults): string {
  const rows = engines.map(({ name, scores, medianMs, missed, pictures }) => {
    const threshold = overallThreshold(scores, wantedFmr);
    return [
      name,
      byWorstGroup(scores, mostFmr),
      threshold === null ? 'not measured' : worstInWords(scores, threshold),
      threshold === null ? tooFew(wantedFmr) : inWords(falseNonMatches(scores, threshold)),
      inWords({ errors: missed, n: pictures }),
      `${medianMs.toFixed(1)} ms`,
    ];
  });
  const head = [
    'engine',
    `threshold where no group may exceed ${percentOf(mostFmr)}`,
    `FMR of the worst group where it is ${wantedFmr.toExponential(0)} overall`,
    'FNMR there',
    'faces not found',
    'median a picture',
  ];
  return markdownTable(head, rows);
}

function percentRange(interval: Interval | null): string {
  if (interval === null) return 'no error to draw again';
  const [low, high] = interval.map((end) => `${Number((100 * end).toPrecision(2))}`);
  return `${low}–${high} %`;
}

/** The worst group first: it is what a seller of it meets. */
function ratesTable(scores: AllScores, threshold: number, byPeople: IntervalsByPeople): string {
  const group = worstGroup(scores, threshold);
  const rows = [
    [
      '**FMR of the worst group**',
      worstInWords(scores, threshold),
      group === null ? 'not measured' : percentRange(byPeople.worstGroup),
    ],
    ['FMR overall', inWords(falseMatches(scores, threshold)), percentRange(byPeople.fmr)],
    ['FNMR', inWords(falseNonMatches(scores, threshold)), percentRange(byPeople.fnmr)],
  ];
  return markdownTable(['rate', 'with Wilson’s interval', 'interval by people'], rows);
}

function groupTable({ groups }: AllScores, threshold: number): string {
  if (groups.size === 0) return 'No groups were given (`groups.csv`): **not measured**.';
  const rows = [...groups]
    .map(([name, group]) => ({ name, group, matches: falseMatches(group, threshold) }))
    .toSorted((a, b) => upperBound(b.matches) - upperBound(a.matches))
    .map(({ name, group, matches }) => [
      `${name}${group.people < FEWEST_PEOPLE ? ' (fewer than 100 people)' : ''}`,
      String(group.people),
      inWords(matches),
      inWords(falseNonMatches(group, threshold)),
    ]);
  return markdownTable(['group', 'people', 'FMR among themselves', 'FNMR'], rows);
}

function hitCells(rate: Rate | undefined, enrolled: number): readonly string[] {
  if (rate === undefined || rate.n === 0) return ['not measured', 'not measured'];
  const isBound = rate.errors === 0;
  const fmr = isBound ? upperBound(rate) : rate.errors / rate.n;
  const hits = falseHits(fmr, enrolled);
  const most = isBound ? '≤ ' : '';
  return [
    `${most}${hits >= 100 ? Math.round(hits).toLocaleString('en') : hits.toPrecision(2)}`,
    `${most}${Number((100 * flaggedShare(fmr, enrolled)).toPrecision(2))} %`,
  ];
}

function galleryTable(scores: AllScores, threshold: number): string {
  const rows = ALL_GALLERIES.map((enrolled) => [
    enrolled.toLocaleString('en'),
    ...hitCells(worstGroup(scores, threshold)?.rate, enrolled),
    ...hitCells(falseMatches(scores, threshold), enrolled),
  ]);
  const head = [
    'enrolled N',
    'false hits per newcomer, all of the worst group',
    'newcomers with one or more',
    'false hits per newcomer, overall',
    'newcomers with one or more',
  ];
  return markdownTable(head, rows);
}

function thresholdSection(
  { scores }: EngineResult,
  { title, threshold, byPeople }: ThresholdOfInterest,
): string {
  return `## Candor at ${threshold.toFixed(4)}: ${title}

${ratesTable(scores, threshold, byPeople)}

${groupTable(scores, threshold)}

${galleryTable(scores, threshold)}`;
}

function warning({ rendered, engines }: AccuracyResults): string {
  const people = Math.max(...engines.map(({ scores }) => scores.people));
  if (rendered)
    return '**Rendered persons: this tests the program only, and says nothing of how the models do on people.**\n\n';
  if (people >= FEWEST_PEOPLE) return '';
  return `**${people} people: a rate from fewer than ${FEWEST_PEOPLE} is not to be published.**\n\n`;
}

export function toMarkdown(results: AccuracyResults): string {
  const [candor] = results.engines;
  if (candor === undefined) throw new RangeError('nothing was measured');
  const unused = results.unused.map(({ name, why }) => `- ${name}: ${why}`).join('\n');
  return `# Accuracy of the embedding

${warning(results)}${results.source} One picture is one template (the mean of the face and its mirror image). Impostor pairs: the first picture of each person against the first of
each other. Genuine pairs: all pictures of a person against each other. Intervals are Wilson's at 95 %, no error is the rule of three. Pairs share people, so where errors were seen
there is an interval by people besides (they are drawn again 1,000 times); with few errors it is too narrow, and the wider of the two is the one to quote.

${Object.entries(results.madeWith)
  .map(([name, what]) => `- ${name}: ${what}`)
  .join('\n')}

## Side by side, each at its own thresholds

${sideBySide(results)}

![False match rate against false non-match rate](${results.curve})

${results.thresholds.map((each) => thresholdSection(candor, each)).join('\n\n')}

## For the receiver's configuration

${configuration(results.measured, candor.scores, results)}

## By the size of a marketplace

${sizesTable(candor.scores)}

## Operating points

${results.engines.map(engineSection).join('\n\n')}
${unused === '' ? '' : `\n## Not used\n\n${unused}\n`}`;
}
