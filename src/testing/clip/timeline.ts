import type { Action, ChallengeStep } from '../../core/types.js';
import { unreachable } from '../../core/unreachable.js';
import { ease, randomNumbers } from '../person/random.js';
import type { Person } from '../person/scene.js';

/** How a person moves: small idle motion always, and an answer to each cue. */

/** From the cue to the first movement. Later than people react, so that a test that presses start a little early or
 * late (±250 ms) still sees the answer inside its window. */
export const REACTION_MS = 500;
export const RAMP_MS = 350;
const HOLD_MS = 400;
/** Rendered. The landmarker reads it within a few degrees (docs/test-persons.md); the check asks for 20. */
const TURN_DEG = 38;
const LOOK_UP_DEG = 24;
const CLOSER_FACTOR = 1.4;

type Motion = Partial<Omit<Person, 'identity'>>;

/** How somebody answers. */
export interface Manner {
  /** From cue to movement, ms; negative = before the cue. Default 500. */
  readonly reactionMs?: number;
  /** Default 38. */
  readonly turnDeg?: number;
  /** Factor of the usual speed. Default 1. */
  readonly pace?: number;
}

/** How far a movement has gone: 0 before, 1 while held, 0 after. */
function progress(sinceStartMs: number): number {
  return ease(sinceStartMs / RAMP_MS) * (1 - ease((sinceStartMs - RAMP_MS - HOLD_MS) / RAMP_MS));
}

/** The person's answer at full strength, relative to rest. */
function answerTo(action: Action, person: Person, share: number, turnDeg: number): Motion {
  switch (action) {
    case 'turn-left':
      return { yawDeg: person.yawDeg + turnDeg * share };
    case 'turn-right':
      return { yawDeg: person.yawDeg - turnDeg * share };
    case 'look-up':
      return { pitchDeg: person.pitchDeg + LOOK_UP_DEG * share };
    case 'move-closer':
      return { distanceCm: person.distanceCm / (1 + (CLOSER_FACTOR - 1) * share) };
    case 'open-mouth':
      return { mouthOpen: Math.max(person.mouthOpen, share) };
    default:
      return unreachable(action);
  }
}

/** The person while answering a challenge.
 * @param elapsedMs - since the recording's start; negative before it. */
export function answering(
  person: Person,
  steps: readonly ChallengeStep[],
  elapsedMs: number,
  { reactionMs = REACTION_MS, turnDeg = TURN_DEG, pace = 1 }: Manner = {},
): Person {
  let moving = person;
  for (const { action, cueAtMs } of steps) {
    const share = progress((elapsedMs - cueAtMs - reactionMs) * pace);
    if (share > 0) moving = { ...moving, ...answerTo(action, moving, share, turnDeg) };
  }
  return moving;
}

/** From when to when the person is away from rest for each step, ms since the recording's start. */
export function answerTimes(
  steps: readonly ChallengeStep[],
  { reactionMs = REACTION_MS, pace = 1 }: Manner = {},
): readonly (readonly [fromMs: number, untilMs: number])[] {
  const lastsMs = (2 * RAMP_MS + HOLD_MS) / pace;
  return steps.map(({ cueAtMs }) => [cueAtMs + reactionMs, cueAtMs + reactionMs + lastsMs]);
}

const BLINK_MS = 220;

/** The person with a living body's small movements. They come round to where they began at `durationMs`, so that a
 * looping clip does not jump. */
export function idling(person: Person, timeMs: number, durationMs: number, seed: number): Person {
  const random = randomNumbers(seed);
  const sway = (amplitude: number, periodMs: number): number => {
    const cycles = Math.max(1, Math.round(durationMs / periodMs));
    return amplitude * Math.sin(2 * Math.PI * ((cycles * timeMs) / durationMs + random()));
  };
  const [x, y] = person.offsetPx;
  return {
    ...person,
    yawDeg: person.yawDeg + sway(0.9, 4100) + sway(0.4, 1700),
    pitchDeg: person.pitchDeg + sway(0.7, 3300),
    rollDeg: person.rollDeg + sway(0.5, 5200),
    offsetPx: [x + sway(1.6, 2900), y + sway(1.2, 3700)],
    blink: Math.max(person.blink, blinkAt(timeMs, 3200 + 900 * random(), 1500 * random())),
  };
}

/** Lids close in a third of the time that they take to open. */
function blinkAt(timeMs: number, periodMs: number, phaseMs: number): number {
  const since = ((timeMs + phaseMs) % periodMs) / BLINK_MS;
  return since < 0.25 ? ease(since / 0.25) : 1 - ease((since - 0.35) / 0.65);
}
