import { inWords } from '../../src/calibration/rates.js';
import type { CheckId } from '../../src/core/verdict.js';
import { markdownTable } from './markdown-table.js';
import { apcer, type Presentation, type UnpromptedPresentation } from './results.js';

/** The report's part about real people who follow no cue: none of them may be found live, and only because of the
 * challenge. */

const LOOKED_AT: readonly CheckId[] = [
  'one-face',
  'quality',
  'challenge',
  'parallax',
  'continuity',
  'repeat',
  'texture',
];

/** Texture is read from the verdict with the optional models, everything else from the one without them. */
function bandOf({ verdict, withTexture = verdict }: Presentation, id: CheckId): string {
  const { checks } = id === 'texture' ? withTexture : verdict;
  const check = checks.find((one) => one.id === id);
  if (check === undefined || check.band === 'pass') return check?.band ?? '–';
  return `${check.band}: ${check.reason ?? ''}`;
}

/** Turned far enough for the parallax check to say something (liveness.md). */
const TURNED_DEG = 20;

/** A model that is not there fails nobody: those stretches are not counted, and said. */
function textureRow(stretches: readonly UnpromptedPresentation[]): string {
  const measured = stretches.filter((one) => !bandOf(one, 'texture').startsWith('absent'));
  const refused = measured.filter((one) => bandOf(one, 'texture') !== 'pass').length;
  const absent = stretches.length - measured.length;
  const rate = measured.length === 0 ? 'not measured' : inWords({ errors: refused, n: measured.length });
  return `| texture (optional models) | ${rate}${absent === 0 ? '' : `; absent in ${absent}`} |`;
}

function unpromptedSummary(stretches: readonly UnpromptedPresentation[]): string {
  const passed = (id: CheckId, among = stretches): string => {
    const refused = among.filter((one) => bandOf(one, id) !== 'pass').length;
    return `| ${id}${among === stretches ? '' : `, head turned ≥ ${TURNED_DEG}°`} | ${inWords({ errors: refused, n: among.length })} |`;
  };
  const turned = stretches.filter(({ yawSpanDeg }) => yawSpanDeg !== null && yawSpanDeg >= TURNED_DEG);
  return [
    `Found live although nobody followed a cue: ${inWords(apcer(stretches))}.`,
    '',
    '| check | not passed (95 %) |',
    '| --- | --- |',
    ...LOOKED_AT.filter((id) => id !== 'parallax' && id !== 'texture').map((id) => passed(id)),
    passed('parallax', turned),
    textureRow(stretches),
  ].join('\n');
}

/** Nothing where there are no such videos. */
export function unpromptedSection(stretches: readonly UnpromptedPresentation[]): string {
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

${markdownTable(['stretch', 'verdict', 'yaw span', ...LOOKED_AT], rows)}
`;
}
