import { inWords, worst } from '../../src/calibration/rates.js';
import type { CheckId } from '../../src/core/verdict.js';
import { curvesOf } from './curves.js';
import { markdownTable } from './markdown-table.js';
import { positioningSection } from './positioning.js';
import {
  apcer,
  bpcer,
  type GenuinePresentation,
  type LivenessResults,
  nonResponse,
  type Presentation,
  type SpeciesResult,
} from './results.js';
import { apcerAtBpcer, bpcerAtApcer, type OperatingPoint, type Scores } from './trade-off.js';
import { unpromptedSection } from './unprompted.js';

/** Whether this is about a build with the optional texture models. */
function hasTexture({ genuine, species }: LivenessResults): boolean {
  const all = [...genuine, ...species.flatMap(({ presentations }) => presentations)];
  return all.some(({ withTexture }) => withTexture !== undefined);
}

/** The same captures, judged with the texture models, which see nothing of a capture without an embedded frame; none
 * where they were not built. */
function judgedWithTexture(
  presentations: readonly Presentation[],
  isBuilt: boolean,
): readonly Presentation[] {
  return isBuilt
    ? presentations.map(({ verdict, withTexture = verdict, score }) => ({ verdict: withTexture, score }))
    : [];
}

/** Which checks failed, and in how many of the captures. */
function failedChecks(presentations: readonly Presentation[]): string {
  const counts = new Map<CheckId, number>();
  for (const { verdict } of presentations) {
    for (const { id, band } of verdict.checks) {
      if (band === 'fail') counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const ordered = [...counts].toSorted(([, a], [, b]) => b - a);
  return ordered.map(([id, count]) => `${id} ${count}`).join(', ') || '–';
}

function speciesRow(
  { id, title, expected, presentations }: SpeciesResult,
  isBuilt: boolean,
): readonly string[] {
  return [
    `${title} (\`${id}\`)`,
    String(presentations.length),
    inWords(apcer(presentations)),
    inWords(nonResponse(presentations)),
    inWords(apcer(judgedWithTexture(presentations, isBuilt))),
    failedChecks(presentations),
    expected.kind === 'missed' ? expected.why : '',
  ];
}

function speciesTable(results: LivenessResults): string {
  const { species } = results;
  const byRate = species.toSorted((a, b) => shareLive(b) - shareLive(a) || a.id.localeCompare(b.id));
  return markdownTable(
    [
      'species',
      'n',
      'APCER (95 %)',
      'APNRR (95 %)',
      'APCER with texture models',
      'failed checks',
      'known gap',
    ],
    byRate.map((one) => speciesRow(one, hasTexture(results))),
  );
}

function shareLive({ presentations }: SpeciesResult): number {
  const { errors, n } = apcer(presentations);
  return n === 0 ? 0 : errors / n;
}

function headline(results: LivenessResults): string {
  const { species, genuine } = results;
  const rated = species.map((one) => ({ ...one, rate: apcer(one.presentations) }));
  const all = worst(rated);
  const claimed = worst(rated.filter(({ expected }) => expected.kind === 'caught'));
  const named = (found: typeof all): string =>
    found === null ? 'not measured' : `${inWords(found.rate)} (\`${found.id}\`)`;
  return [
    `- Worst species of all: APCER ${named(all)}`,
    `- Worst species that Candor is built to catch: APCER ${named(claimed)}`,
    `- Genuine captures not found live at the first try (BPCER, non-responses included): ${inWords(bpcer(genuine))};`,
    `  of these without an answer (BPNRR): ${inWords(nonResponse(genuine))}`,
    `- The same with the optional texture models: ${inWords(bpcer(judgedWithTexture(genuine, hasTexture(results))))}`,
  ].join('\n');
}

function groupedTable(
  genuine: readonly GenuinePresentation[],
  name: string,
  keyOf: (presentation: GenuinePresentation) => string,
): string {
  // Map.groupBy is newer than Node 20.
  const groups = new Map<string, GenuinePresentation[]>();
  for (const one of genuine) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  const rows = [...groups].map(([key, members]) => [
    key,
    inWords(bpcer(members)),
    inWords(nonResponse(members)),
    failedChecks(members),
  ]);
  return markdownTable([name, 'BPCER (95 %)', 'BPNRR (95 %)', 'failed checks'], rows);
}

function pointInWords({ genuine, attacks }: Scores, point: OperatingPoint | null): string {
  if (point === null) return 'none';
  const rate = (share: number, { length }: readonly number[]): string =>
    inWords({ errors: Math.round(share * length), n: length });
  // Rounded down: 0.999 is not what ships.
  const factor = Math.floor(100 * point.threshold) / 100;
  const strictness = Number.isFinite(factor) ? `${factor.toFixed(2)} ×` : 'everything refused';
  return `APCER ${rate(point.apcer, attacks)}; BPCER ${rate(point.bpcer, genuine)}; ${strictness}`;
}

function operatingPoints({ species, genuine }: LivenessResults): string {
  const rows = species.map(({ id, presentations }) => {
    const scores: Scores = {
      genuine: genuine.map(({ score }) => score),
      attacks: presentations.map(({ score }) => score),
    };
    const points = [bpcerAtApcer(scores, 0.01), apcerAtBpcer(scores, 0.01)];
    return [`\`${id}\``, ...points.map((point) => pointInWords(scores, point))];
  });
  return markdownTable(
    ['species', 'security: BPCER at APCER ≤ 1 %', 'convenience: APCER at BPCER ≤ 1 %'],
    rows,
  );
}

function undrawn(results: LivenessResults): string {
  const { drawn, left } = curvesOf(results);
  const why = 'no threshold changes anything for the other species';
  if (drawn.length === 0) return 'No curve: there are no genuine captures, or no threshold changes anything.';
  return left.length === 0
    ? `Drawn where a threshold matters: ${why}.`
    : `Not drawn: ${left.join(', ')}; ${why}.`;
}

function unjudgedList({ unjudged }: LivenessResults): string {
  if (unjudged.length === 0) return 'Every capture was judged.';
  return unjudged.map(({ name, why }) => `- \`${name}\`: ${why}`).join('\n');
}

/** The whole report. @param detFile - the curve's file name, beside the report. */
export function toMarkdown(results: LivenessResults, detFile: string): string {
  const { genuine, worn, source, madeWith } = results;
  const groups = genuine.some(({ group }) => group !== null)
    ? groupedTable(genuine, 'group', ({ group }) => group ?? 'not known')
    : 'Not measured: the captures carry no such labels.';
  return `# Liveness report

${source}

**Synthetic clips test logic, not physical attacks.** Nothing here was tested by an accredited laboratory, on real prints,
screens or masks, or on real people unless the line above says so. Every rate carries its number of captures and a 95 %
interval (Wilson); no error in n captures means at most 3/n (rule of three). Rates of species are never averaged.

## Headline

${headline(results)}

## Attacks

APCER: attacks found \`live\`. APNRR: attacks without an answer (\`inconclusive\`), which a person looks at.

${speciesTable(results)}

## Genuine people

${groupedTable(genuine, 'condition', ({ condition }) => condition)}

### By what is worn

Counted apart from the rates above.

${worn.length === 0 ? 'Not measured.' : groupedTable(worn, 'worn', ({ condition }) => condition)}

### By group

${groups}

### By device class

Not measured.
${positioningSection(results.positioning)}${unpromptedSection(results.unprompted)}
## Operating points

The thresholds of parallax and continuity moved together by a factor; the other checks have no scale and stay as they are, so
that what they refuse is refused at every factor above 0. At factor 1 stands what ships: the rates above.

${operatingPoints(results)}

![DET curve](${detFile})

${undrawn(results)}

## Not judged

${unjudgedList(results)}

## Made with

${Object.entries(madeWith)
  .map(([name, value]) => `- ${name}: ${value}`)
  .join('\n')}
`;
}
