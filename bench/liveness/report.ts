import type { CheckId, Verdict } from '../../src/core/verdict.js';
import { inWords, type Rate, worst } from './rates.js';
import { apcerAtBpcer, bpcerAtApcer, type OperatingPoint, type Scores } from './trade-off.js';

/** One capture, judged. */
export interface Presentation {
  /** Without the optional texture models, as they are not part of a default build. */
  readonly verdict: Verdict;
  /** With them; absent where they were not built. */
  readonly withTexture?: Verdict | undefined;
  /** See score.ts. */
  readonly score: number;
}

export interface GenuinePresentation extends Presentation {
  readonly person: string;
  /** Light, distance, camera. */
  readonly condition: string;
  /** Which part of the people it stands for, for example a skin tone; null = not known. */
  readonly group: string | null;
}

/** Five seconds of somebody who was asked for something that they cannot have heard. */
export interface UnpromptedPresentation extends Presentation {
  readonly video: string;
  readonly fromMs: number;
  /** Reported yaw, from one end to the other, degrees. */
  readonly yawSpanDeg: number | null;
}

export interface SpeciesResult {
  readonly id: string;
  readonly title: string;
  /** Rows of the list of attacks, and why it is expected to pass where it is. */
  readonly expected: { readonly kind: 'caught' } | { readonly kind: 'missed'; readonly why: string };
  readonly presentations: readonly Presentation[];
}

export interface LivenessResults {
  readonly genuine: readonly GenuinePresentation[];
  readonly species: readonly SpeciesResult[];
  /** Real people who follow no cue: none of them should be found live, and only because of the challenge. */
  readonly unprompted: readonly UnpromptedPresentation[];
  /** Where the captures come from, in a sentence. */
  readonly source: string;
  /** What could not be judged: a file that is no video, a video without a face. */
  readonly unjudged: readonly { readonly name: string; readonly why: string }[];
  readonly madeWith: Readonly<Record<string, string>>;
}

function rateOf(presentations: readonly Presentation[], isError: (verdict: Verdict) => boolean): Rate {
  return { errors: presentations.filter(({ verdict }) => isError(verdict)).length, n: presentations.length };
}

const isLive = ({ verdict }: Verdict): boolean => verdict === 'live';
const isUndecided = ({ verdict }: Verdict): boolean => verdict === 'inconclusive';

/** Attack presentation classification error rate: attacks found live. */
export function apcer(presentations: readonly Presentation[]): Rate {
  return rateOf(presentations, isLive);
}

/** Bona fide presentation classification error rate, counted against us: whatever was not found live at the first try,
 * with or without an answer. */
export function bpcer(presentations: readonly Presentation[]): Rate {
  return rateOf(presentations, (verdict) => !isLive(verdict));
}

/** The same captures, judged with the texture models; none where they were not built. */
function withTexture(presentations: readonly Presentation[]): readonly Presentation[] {
  return presentations.flatMap(({ withTexture: verdict, score }) =>
    verdict === undefined ? [] : [{ verdict, score }],
  );
}

/** Captures without an answer (ISO/IEC 30107-3: APNRR, BPNRR). */
export function nonResponse(presentations: readonly Presentation[]): Rate {
  return rateOf(presentations, isUndecided);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
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

function speciesRow({ id, title, expected, presentations }: SpeciesResult): readonly string[] {
  return [
    `${title} (\`${id}\`)`,
    String(presentations.length),
    inWords(apcer(presentations)),
    inWords(nonResponse(presentations)),
    inWords(apcer(withTexture(presentations))),
    failedChecks(presentations),
    expected.kind === 'missed' ? expected.why : '',
  ];
}

function speciesTable(species: readonly SpeciesResult[]): string {
  const byRate = species.toSorted((a, b) => shareLive(b) - shareLive(a) || a.id.localeCompare(b.id));
  return table(
    [
      'species',
      'n',
      'APCER (95 %)',
      'APNRR (95 %)',
      'APCER with texture models',
      'failed checks',
      'known gap',
    ],
    byRate.map(speciesRow),
  );
}

function shareLive({ presentations }: SpeciesResult): number {
  const { errors, n } = apcer(presentations);
  return n === 0 ? 0 : errors / n;
}

function headline({ species, genuine }: LivenessResults): string {
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
    `- The same with the optional texture models: ${inWords(bpcer(withTexture(genuine)))}`,
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
  return table([name, 'BPCER (95 %)', 'BPNRR (95 %)', 'failed checks'], rows);
}

const LOOKED_AT: readonly CheckId[] = [
  'one-face',
  'quality',
  'challenge',
  'parallax',
  'continuity',
  'repeat',
  'texture',
];

function bandOf({ verdict }: Presentation, id: CheckId): string {
  const check = verdict.checks.find((one) => one.id === id);
  if (check === undefined || check.band === 'pass') return check?.band ?? '–';
  return `${check.band}: ${check.reason ?? ''}`;
}

/** Turned far enough for the parallax check to say something (liveness.md). */
const TURNED_DEG = 20;

function unpromptedSummary(stretches: readonly UnpromptedPresentation[]): string {
  const passed = (id: CheckId, among = stretches): string => {
    const refused = among.filter((one) => bandOf(one, id) !== 'pass').length;
    return `| ${id}${among === stretches ? '' : `, head turned ≥ ${TURNED_DEG}°`} | ${inWords({ errors: refused, n: among.length })} |`;
  };
  const turned = stretches.filter(({ yawSpanDeg }) => yawSpanDeg !== null && yawSpanDeg >= TURNED_DEG);
  const live = rateOf(stretches, isLive);
  return [
    `Found live although nobody followed a cue: ${inWords(live)}.`,
    '',
    '| check | not passed (95 %) |',
    '| --- | --- |',
    ...LOOKED_AT.filter((id) => id !== 'parallax').map((id) => passed(id)),
    passed('parallax', turned),
  ].join('\n');
}

function unpromptedSection(stretches: readonly UnpromptedPresentation[]): string {
  if (stretches.length === 0) return '';
  const rows = stretches.map((one) => [
    `${one.video} ${(one.fromMs / 1_000).toFixed(0)} s`,
    one.verdict.verdict,
    one.yawSpanDeg === null ? '–' : `${one.yawSpanDeg.toFixed(0)}°`,
    ...LOOKED_AT.map((id) => bandOf(one, id)),
  ]);
  return `
## People who follow no cue

Videos without a \`.challenge\` file: every five seconds are judged against a challenge drawn for them, which nobody in the
video knew. They must not be live, and only the challenge should say so.

${unpromptedSummary(stretches)}

${table(['stretch', 'verdict', 'yaw span', ...LOOKED_AT], rows)}
`;
}

function pointInWords({ genuine, attacks }: Scores, point: OperatingPoint | null): string {
  if (point === null) return 'none';
  const rate = (share: number, { length }: readonly number[]): string =>
    inWords({ errors: Math.round(share * length), n: length });
  const factor = Number.isFinite(point.threshold) ? `${point.threshold.toFixed(2)} ×` : 'everything refused';
  return `APCER ${rate(point.apcer, attacks)}; BPCER ${rate(point.bpcer, genuine)}; ${factor}`;
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
  return table(['species', 'security: BPCER at APCER ≤ 1 %', 'convenience: APCER at BPCER ≤ 1 %'], rows);
}

function unjudgedList({ unjudged }: LivenessResults): string {
  if (unjudged.length === 0) return 'Every capture was judged.';
  return unjudged.map(({ name, why }) => `- \`${name}\`: ${why}`).join('\n');
}

/** The whole report. @param detFile - the curve's file name, beside the report. */
export function toMarkdown(results: LivenessResults, detFile: string): string {
  const { genuine, source, madeWith } = results;
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

${speciesTable(results.species)}

## Genuine people

${groupedTable(genuine, 'condition', ({ condition }) => condition)}

### By group

${groups}

### By device class

Not measured.
${unpromptedSection(results.unprompted)}
## Operating points

The thresholds of parallax and continuity moved together by a factor; the other checks have no scale and stay as they are.
At factor 1 stands what ships.

${operatingPoints(results)}

![DET curve](${detFile})

## Not judged

${unjudgedList(results)}

## Made with

${Object.entries(madeWith)
  .map(([name, value]) => `- ${name}: ${value}`)
  .join('\n')}
`;
}
