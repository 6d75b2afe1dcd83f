import { markdownTable } from '../../evaluation/report/markdown-table.js';
import { ALL_GALLERIES, MOST_FALSE_HITS, pairsNeeded } from '../../src/calibration/operating-points.js';
import { inWords } from '../../src/calibration/rates.js';
import {
  type CountsByGroup,
  fewestPairs,
  lowestThreshold,
  thresholdFrom,
  whyNone,
} from '../../src/calibration/scores.js';
import { countsByGroup, type MeasuredModel, thresholdByWorstGroup, worstGroup } from './rates-at.js';
import { type AllScores, falseNonMatches } from './score.js';

/** The parts of the report that say which threshold to take. */

export function percentOf(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}

export function worstInWords(scores: AllScores, threshold: number): string {
  const group = worstGroup(scores, threshold);
  return group === null ? 'not measured' : `${group.name}: ${inWords(group.rate)}`;
}

/** A threshold, and what it costs one person's own pairs. */
function withMisses(scores: AllScores, threshold: number): string {
  return `${threshold.toFixed(4)}, FNMR ${inWords(falseNonMatches(scores, threshold))}`;
}

/** The lowest threshold for a rate of the worst group, at the upper end of its interval. */
export function byWorstGroup(scores: AllScores, mostFmr: number): string {
  const counts = countsByGroup(scores);
  if (counts.groups.size === 0) return 'not measured: there are no groups of two people or more';
  const threshold = thresholdByWorstGroup(scores, mostFmr);
  if (threshold !== null) return withMisses(scores, threshold);
  const [needed, compared] = [Math.ceil(3 / mostFmr), fewestPairs(counts)];
  if (compared >= needed) return '**none**: too many pairs are alike at each';
  return `**none can be shown**: it takes ${needed.toLocaleString('en')} pairs of a group without an error, ${compared.toLocaleString('en')} were compared`;
}

function byEverybody(scores: AllScores, mostFmr: number): string {
  const threshold = thresholdByWorstGroup({ ...scores, groups: new Map() }, mostFmr);
  if (threshold !== null) return withMisses(scores, threshold);
  return `**none can be shown**: ${scores.impostor.total.toLocaleString('en')} pairs were compared`;
}

/** Thresholds by N, as docs/thresholds.md has them of the models that ship. */
export function sizesTable(scores: AllScores): string {
  const rows = ALL_GALLERIES.map((enrolled) => {
    const mostFmr = MOST_FALSE_HITS / enrolled;
    return [
      enrolled.toLocaleString('en'),
      percentOf(mostFmr),
      byWorstGroup(scores, mostFmr),
      byEverybody(scores, mostFmr),
    ];
  });
  const head = [
    'enrolled N',
    'FMR at most',
    'by the worst group',
    'by everybody, which hides the worst group',
  ];
  return `${markdownTable(head, rows)}

${MOST_FALSE_HITS} false hits per newcomer at most, at the upper end of the interval; for N = 1,000 this takes ${pairsNeeded(1_000).toLocaleString('en')} pairs without an error.`;
}

/** `threshold` of `createReceiver`, with a place to fill in: the same that `candor-receiver calibrate` makes of counts.csv. */
export function configuration(
  model: MeasuredModel,
  scores: AllScores,
  { mostFmr, rendered }: { readonly mostFmr: number; readonly rendered: boolean },
): string {
  if (rendered) return 'None from rendered persons.';
  if (scores.genuine.total === 0) return 'None without two pictures of somebody: there is no FNMR.';
  const counts = countsByGroup(scores);
  if (lowestThreshold(counts, mostFmr) === null) return `None: ${whyNone(counts, mostFmr)}.`;
  const named = { ...model, mostFmr, calibration: 'https://YOUR-PAGE-THAT-SAYS-HOW' };
  return `\`threshold\` of \`createReceiver\`: the lowest in steps of 0.01 at which no measured group may exceed ${percentOf(mostFmr)}, at the upper end of its interval.${ungrouped(counts)}
Put the address of a page that says how you measured, and the group's name in each language of your notice.

\`\`\`json
${JSON.stringify(thresholdFrom(counts, named), null, 2)}
\`\`\``;
}

function ungrouped({ groups }: CountsByGroup): string {
  if (groups.size > 0) return '';
  return ' **No groups were measured: it is the average of everybody, and some group’s rate is higher.**';
}
