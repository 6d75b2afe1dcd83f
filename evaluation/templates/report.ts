import { inWords, type Rate, worstByBound } from '../../src/calibration/rates.js';
import { markdownTable } from '../report/markdown-table.js';
import type { Comparison, PersonClip } from './compare.js';

/** A similarity at which the ways are compared, and what it is. */
export interface ComparedAt {
  readonly threshold: number;
  readonly title: string;
}

export interface TemplatesResults {
  readonly source: string;
  readonly clips: readonly PersonClip[];
  /** Clips without a good frame from the front in both halves. */
  readonly left: number;
  readonly comparisons: readonly Comparison[];
  readonly at: readonly ComparedAt[];
  readonly madeWith: Readonly<Record<string, string>>;
}

const missed = (alike: readonly number[], threshold: number): Rate => ({
  errors: alike.filter((value) => value < threshold).length,
  n: alike.length,
});

const matched = (alike: readonly number[], threshold: number): Rate => ({
  errors: alike.filter((value) => value >= threshold).length,
  n: alike.length,
});

function worstGroup({ groups }: Comparison, threshold: number): string {
  const worst = worstByBound(
    [...groups].map(([group, alike]) => ({ group, rate: matched(alike, threshold) })),
  );
  return worst === null ? 'not measured' : `${worst.group}: ${inWords(worst.rate)}`;
}

function rowOf(comparison: Comparison, threshold: number): readonly string[] {
  const { strategy, genuine, impostor } = comparison;
  return [
    strategy.title,
    Math.min(...genuine).toFixed(3),
    inWords(missed(genuine, threshold)),
    Math.max(...impostor).toFixed(3),
    worstGroup(comparison, threshold),
    inWords(matched(impostor, threshold)),
  ];
}

const HEAD = [
  'template',
  'least alike, one person',
  'FNMR',
  'most alike, two persons',
  'FMR of the worst group',
  'FMR overall',
];

function sectionOf({ threshold, title }: ComparedAt, comparisons: readonly Comparison[]): string {
  return `## At ${threshold}: ${title}

${markdownTable(
  HEAD,
  comparisons.map((one) => rowOf(one, threshold)),
)}`;
}

export function toMarkdown({ source, clips, left, comparisons, at, madeWith }: TemplatesResults): string {
  const people = new Set(clips.map(({ person }) => person)).size;
  const turned = clips.filter(({ frames }) => frames.some(({ view }) => view === 'turned')).length;
  return `# Ways to make a template

${source} The first two and a half seconds of each clip against the last: of one person (FNMR), and of two (FMR). ${people} persons,
${clips.length} clips, in ${turned} of them the head was turned by 20–40° in a good frame; ${left} more have no good frame from the front in one of their halves.
The thresholds are those of the model's calibration (docs/thresholds.md): ${people} persons are too few to find one. Halves of a clip share light, camera
and day, and pairs share persons: on another day fewer are recognised, and the intervals are wider.

${Object.entries(madeWith)
  .map(([name, value]) => `- ${name}: ${value}`)
  .join('\n')}

${at.map((one) => sectionOf(one, comparisons)).join('\n\n')}
`;
}
