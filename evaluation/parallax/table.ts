import type { FrameObservation } from '../../src/core/observation.js';
import type { Challenge } from '../../src/core/types.js';
import { checkParallax, measureParallax, type Parallax } from '../../src/liveness/parallax.js';
import { markdownTable } from '../report/markdown-table.js';

/** What the parallax check says of things of which the true turn is known, as a table. */

export interface TurnedThing {
  readonly source: string;
  /** Largest true turn to each side, degrees. */
  readonly turnDeg: number;
  /** Frames up to that turn. */
  readonly observations: readonly FrameObservation[];
}

const ASKED: Challenge = { id: 'sweep', steps: [{ action: 'turn-left', cueAtMs: 1_000 }] };
const PERCENTILES = [0.05, 0.5, 0.95] as const;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** p5 / p50 / p95. */
function spread(measured: readonly Parallax[], measure: keyof Parallax, digits: number): string {
  const sorted = measured.map((one) => one[measure]).toSorted((a, b) => a - b);
  return PERCENTILES.map((share) => percentile(sorted, share).toFixed(digits)).join(' / ');
}

function row(source: string, turnDeg: number, things: readonly TurnedThing[]): readonly string[] {
  const measured = things.flatMap(({ observations }) => measureParallax(observations) ?? []);
  const results = things.map(({ observations }) => checkParallax(observations, ASKED));
  const count = (band: string): string => String(results.filter((result) => result.band === band).length);
  return [
    source,
    `±${turnDeg}`,
    String(things.length),
    spread(measured, 'spanDeg', 0),
    spread(measured, 'residual', 3),
    spread(measured, 'foreshortening', 3),
    count('pass'),
    count('fail'),
    count('absent'),
  ];
}

const HEAD = [
  'source',
  'true turn, °',
  'n',
  'reported span, °: p5 / p50 / p95',
  'residual / IED: p5 / p50 / p95',
  'foreshortening: p5 / p50 / p95',
  'pass',
  'fail',
  'absent',
];

/** A Markdown table with a row per source and turn, in the order in which their first one comes. */
export function parallaxTable(things: readonly TurnedThing[]): string {
  const rows = new Map<string, TurnedThing[]>();
  for (const thing of things) {
    const key = `${thing.source} ${thing.turnDeg}`;
    rows.set(key, [...(rows.get(key) ?? []), thing]);
  }
  const body = [...rows.values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [row(first.source, first.turnDeg, alike)];
  });
  return markdownTable(HEAD, body);
}
