import {
  type ClipScript,
  type GenuineOptions,
  genuine,
  IDENTITIES,
  type Identity,
  printBentTurned,
  printTurned,
  variantIdentity,
} from '../../src/testing/index.js';
import type { Presentation } from './harness/series.js';

/** Heads and cards that turn slowly to one side and to the other, so that one recording tells how far a thing must turn
 * for the parallax check to say something of it. */

export interface Sweep {
  readonly source: string;
  readonly presentation: Presentation;
  /** How far it is truly turned, by the recording's clock, degrees. */
  readonly turnedDeg: (mediaTimeMs: number) => number;
  /** Turns at which the check is asked, degrees to each side. */
  readonly turns: readonly number[];
}

/** For warming up. */
const START_MS = 500;
const TURNS = [
  { action: 'turn-left', cueAtMs: 200 },
  { action: 'turn-right', cueAtMs: 2_600 },
] as const;
const HEADS = { maxDeg: 45, turns: [15, 20, 25, 30, 37.5, 45] } as const;
const CARDS = { maxDeg: 60, turns: [20, 30, 40, 50, 60] } as const;
/** Beside the eight named persons. */
const VARIANTS = 16;

function turning(identity: Identity, turnDeg: number): GenuineOptions {
  const durationMs = START_MS + 5_100;
  // Slow, so that there are frames of every angle.
  return { identity, challenge: TURNS, startAtMs: START_MS, durationMs, turnDeg, pace: 0.48, reactionMs: 0 };
}

function sweepOf(source: string, options: GenuineOptions, script: ClipScript, turns: Sweep['turns']): Sweep {
  const holder = genuine(options);
  return {
    source,
    presentation: { script, challenge: { id: 'sweep', steps: TURNS }, startAtMs: START_MS },
    turnedDeg: (mediaTimeMs) => holder.sceneAt(START_MS + mediaTimeMs).persons[0]?.yawDeg ?? 0,
    turns,
  };
}

function head(identity: Identity): Sweep {
  const options = turning(identity, HEADS.maxDeg);
  return sweepOf('rendered head', options, genuine(options), HEADS.turns);
}

function cards(identity: Identity): readonly Sweep[] {
  const options = turning(identity, CARDS.maxDeg);
  return [
    sweepOf('flat card', options, printTurned(options), CARDS.turns),
    sweepOf('card round a tube', options, printBentTurned(options), CARDS.turns),
  ];
}

/** 24 heads, and the cards of eight of them. */
export function parallaxSweeps(): readonly Sweep[] {
  const named = Object.values(IDENTITIES);
  const variants = Array.from({ length: VARIANTS }, (_, index) => variantIdentity(index + 1));
  return [...[...named, ...variants].map(head), ...named.flatMap(cards)];
}
