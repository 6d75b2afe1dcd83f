import {
  type ClipScript,
  changedPersons,
  type GenuineOptions,
  genuine,
  IDENTITIES,
  type Identity,
  variantIdentity,
} from '../../src/testing/index.js';
import type { Presentation } from '../harness/series.js';
import { printBentTurned, printTurned } from '../instruments/print.js';

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

const wave = (timeMs: number, periodMs: number): number => Math.sin((2 * Math.PI * timeMs) / periodMs);

/** Somebody who nods, tips the head and talks while they turn, as people in videos do. */
function lively(identity: Identity): Sweep {
  const options = turning(identity, HEADS.maxDeg);
  const script = changedPersons(genuine(options), `lively-${identity.name}`, (person, timeMs) => ({
    ...person,
    pitchDeg: person.pitchDeg + 12 * wave(timeMs, 1_700),
    rollDeg: person.rollDeg + 6 * wave(timeMs, 2_300),
    mouthOpen: 0.25 + 0.25 * wave(timeMs, 260),
  }));
  return sweepOf('rendered head that nods and talks', options, script, HEADS.turns);
}

function cards(identity: Identity): readonly Sweep[] {
  const options = turning(identity, CARDS.maxDeg);
  return [
    sweepOf('flat card', options, printTurned(options), CARDS.turns),
    sweepOf('card round a tube', options, printBentTurned(options), CARDS.turns),
  ];
}

/** 24 heads, at rest but for the turn and lively, and the cards of eight of them. */
export function parallaxSweeps(): readonly Sweep[] {
  const named = Object.values(IDENTITIES);
  const variants = Array.from({ length: VARIANTS }, (_, index) => variantIdentity(index + 1));
  const persons = [...named, ...variants];
  return [...persons.map(head), ...persons.map(lively), ...named.flatMap(cards)];
}
