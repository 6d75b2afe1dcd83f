import { markdownTable } from '../../evaluation/report/markdown-table.js';
import { inWords, type Rate, ruleOfThree } from '../../src/calibration/rates.js';
import type { EngineName } from './in-page.js';
import {
  type AllScores,
  falseHits,
  falseMatches,
  falseNonMatches,
  flaggedShare,
  type Scores,
} from './score.js';

/** A rate from fewer people than this is not published. */
export const FEWEST_PEOPLE = 100;
/** False match rates at which engines are held side by side. */
export const WANTED_FMR = [1e-2, 1e-3, 1e-4, 1e-5] as const;
const GALLERIES = [1_000, 10_000, 100_000, 1_000_000];
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

export interface AccuracyResults {
  readonly engines: readonly EngineResult[];
  readonly source: string;
  readonly rendered: boolean;
  readonly madeWith: Readonly<Record<string, string>>;
  readonly unused: readonly { readonly name: string; readonly why: string }[];
  readonly wantedFmr: number;
  readonly curve: string;
}

/** Several groups, of which the one with the highest false match rate is what a seller may meet. */
function worstGroup({ groups }: AllScores, threshold: number): readonly [string, Scores] | null {
  const rate = ([, scores]: readonly [string, Scores]): number => {
    const { errors, n } = falseMatches(scores, threshold);
    return n === 0 ? -1 : errors / n;
  };
  return [...groups].toSorted((a, b) => rate(b) - rate(a))[0] ?? null;
}

/** What a rate may be quoted for. */
function standing({ errors, n }: Rate): string {
  if (errors >= RULE_OF_30) return '';
  return ` — fewer than ${RULE_OF_30} false matches: no more than a bound (${ruleOfThree(n).toExponential(1)} at none)`;
}

/** @returns null where there are too few pairs to show a rate as low as that: the lowest threshold that no pair reached
 * would say nothing. */
function thresholdFor({ impostor }: Scores, wantedFmr: number): number | null {
  return wantedFmr * impostor.total < 1 ? null : impostor.lowestThreshold(wantedFmr);
}

const tooFew = (wantedFmr: number): string => `needs ${Math.ceil(1 / wantedFmr)} impostor pairs`;

function pointRow(scores: AllScores, wanted: number): readonly string[] {
  const threshold = thresholdFor(scores, wanted);
  if (threshold === null) return [wanted.toExponential(0), tooFew(wanted), ...Array(3).fill('not measured')];
  const matches = falseMatches(scores, threshold);
  const group = worstGroup(scores, threshold);
  return [
    wanted.toExponential(0),
    threshold.toFixed(4),
    `${inWords(matches)}${standing(matches)}`,
    group === null ? 'not measured' : `${group[0]}: ${inWords(falseMatches(group[1], threshold))}`,
    inWords(falseNonMatches(scores, threshold)),
  ];
}

function engineSection(engine: EngineResult): string {
  const { scores, missed, pictures } = engine;
  const rows = WANTED_FMR.map((wanted) => pointRow(scores, wanted));
  return `### ${engine.name} (${engine.model})

${scores.people} people, ${scores.genuine.total} genuine and ${scores.impostor.total} impostor pairs; no face found in ${inWords({ errors: missed, n: pictures })};
median ${engine.medianMs.toFixed(1)} ms a picture.

${markdownTable(['wanted FMR', 'threshold', 'FMR overall', 'FMR of the worst group', 'FNMR'], rows)}`;
}

function sideBySide({ engines, wantedFmr }: AccuracyResults): string {
  const rows = engines.map(({ name, scores, medianMs, missed, pictures }) => {
    const threshold = thresholdFor(scores, wantedFmr);
    const group = threshold === null ? null : worstGroup(scores, threshold);
    return [
      name,
      threshold === null || group === null
        ? 'not measured'
        : `${group[0]}: ${inWords(falseMatches(group[1], threshold))}`,
      threshold === null ? tooFew(wantedFmr) : inWords(falseNonMatches(scores, threshold)),
      inWords({ errors: missed, n: pictures }),
      `${medianMs.toFixed(1)} ms`,
    ];
  });
  const head = ['engine', 'FMR of the worst group', 'FNMR', 'faces not found', 'median a picture'];
  return markdownTable(head, rows);
}

function groupTable({ scores }: EngineResult, threshold: number): string {
  if (scores.groups.size === 0) return 'No groups were given (`groups.csv`): **not measured**.';
  const rows = [...scores.groups].map(([name, group]) => [
    `${name}${group.people < FEWEST_PEOPLE ? ' (fewer than 100 people)' : ''}`,
    String(group.people),
    inWords(falseMatches(group, threshold)),
    inWords(falseNonMatches(group, threshold)),
  ]);
  return markdownTable(['group', 'people', 'FMR among themselves', 'FNMR'], rows);
}

function galleryTable({ scores }: EngineResult, threshold: number): string {
  const overall = falseMatches(scores, threshold);
  const worst = worstGroup(scores, threshold);
  const cells = (rate: Rate | null, enrolled: number): readonly string[] => {
    if (rate === null || rate.n === 0) return ['not measured', 'not measured'];
    const none = rate.errors === 0;
    const counted = none ? { errors: rate.n * ruleOfThree(rate.n), n: rate.n } : rate;
    const upTo = none ? '≤ ' : '';
    const hits = falseHits(counted, enrolled);
    return [
      `${upTo}${hits >= 100 ? Math.round(hits).toLocaleString('en') : hits.toPrecision(2)}`,
      `${upTo}${Number((100 * flaggedShare(counted, enrolled)).toPrecision(2))} %`,
    ];
  };
  const rows = GALLERIES.map((enrolled) => [
    enrolled.toLocaleString('en'),
    ...cells(worst === null ? null : falseMatches(worst[1], threshold), enrolled),
    ...cells(overall, enrolled),
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

function atThreshold(candor: EngineResult, wantedFmr: number): string {
  const threshold = thresholdFor(candor.scores, wantedFmr);
  if (threshold === null)
    return `No threshold for a false match rate of ${wantedFmr.toExponential(0)}: it ${tooFew(wantedFmr)}.`;
  return `## By group, Candor at ${threshold.toFixed(4)}

${groupTable(candor, threshold)}

## False hits, Candor at ${threshold.toFixed(4)}

${galleryTable(candor, threshold)}`;
}

function warning({ rendered, engines }: AccuracyResults): string {
  const people = Math.max(...engines.map(({ scores }) => scores.people));
  if (rendered)
    return '**Rendered persons: this tests the program, and says nothing of how the models do on people.**\n\n';
  if (people >= FEWEST_PEOPLE) return '';
  return `**${people} people: a rate from fewer than ${FEWEST_PEOPLE} is not to be published.**\n\n`;
}

/** @param results - Candor's engine first. */
export function toMarkdown(results: AccuracyResults): string {
  const [candor] = results.engines;
  if (candor === undefined) throw new RangeError('nothing was measured');
  const unused = results.unused.map(({ name, why }) => `- ${name}: ${why}`).join('\n');
  return `# Accuracy of the embedding

${warning(results)}${results.source} One picture is one template (the mean of the face and its mirror image). Impostor pairs: the first picture of each person against the first of
each other. Genuine pairs: all pictures of a person against each other. Intervals are Wilson's at 95 %; no error is the rule of three. Pairs share people, so the true intervals are wider.

${Object.entries(results.madeWith)
  .map(([name, what]) => `- ${name}: ${what}`)
  .join('\n')}

## Side by side, each at its own threshold for a false match rate of ${results.wantedFmr.toExponential(0)}

${sideBySide(results)}

![False match rate against false non-match rate](${results.curve})

${atThreshold(candor, results.wantedFmr)}

## Operating points

${results.engines.map(engineSection).join('\n\n')}
${unused === '' ? '' : `\n## Not used\n\n${unused}\n`}`;
}
