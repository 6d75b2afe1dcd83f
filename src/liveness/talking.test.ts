import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, actionPairs, generateChallenge } from './challenge.js';
import { judgeChallenge } from './response.js';
import { type Change, film } from './series.fixture.js';

/** People who talk and follow no cue. The challenge alone must stop them: they are one face, in good light, alive. */

interface Talker {
  /** Peaks of the slow motion of the head, degrees. */
  readonly yawDeg: number;
  readonly pitchDeg: number;
  /** Widest syllable, over the distance from the eyes to the chin. */
  readonly lipGapRatio: number;
}

const CALM: Talker = { yawDeg: 6, pitchDeg: 4, lipGapRatio: 0.15 };
const LIVELY: Talker = { yawDeg: 14, pitchDeg: 7, lipGapRatio: 0.25 };

/** Uniform in 0…1, from a seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Three sines of 0.8–3.5 s whose peaks add up to `peak` at most. */
function sway(peak: number, random: () => number): (atMs: number) => number {
  const sines = Array.from({ length: 3 }, () => ({
    turnsPerMs: 1 / (800 + 2_700 * random()),
    phase: random(),
  }));
  return (atMs) =>
    sines.reduce((sum, sine) => sum + Math.sin(2 * Math.PI * (atMs * sine.turnsPerMs + sine.phase)), 0) *
    (peak / 3);
}

/** Four to six syllables a second, each of its own width. */
function syllables(widest: number, random: () => number): (atMs: number) => number {
  const perMs = (4 + 2 * random()) / 1_000;
  const widths = Array.from({ length: 40 }, () => widest * random());
  return (atMs) => {
    const count = atMs * perMs;
    return (widths[Math.floor(count)] ?? 0) * Math.sin(Math.PI * (count % 1)) ** 2;
  };
}

function judgeTalker(talker: Talker, seed: number) {
  const random = randomFrom(seed);
  const [yawAt, pitchAt, closerAt, lipsAt] = [
    sway(talker.yawDeg, random),
    sway(talker.pitchDeg, random),
    sway(0.06, random),
    syllables(talker.lipGapRatio, random),
  ];
  const changeAt = (atMs: number): Change => ({
    face: { pitchDeg: pitchAt(atMs), iedPx: 80 * (1 + closerAt(atMs)), lipGapRatio: 0.01 + lipsAt(atMs) },
  });
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(256 * random()));
  const challenge = generateChallenge(bytes, { id: 'c', profile: 'standard', actions: ACTIONS });
  return judgeChallenge(film({ yawAt, changeAt, every: 1 + (seed % 3) }), challenge);
}

describe('talking without following a cue', () => {
  it('fails for people who talk as newsreaders do, whatever is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        expect(judgeTalker(CALM, seed)).toMatchObject({ id: 'challenge', band: 'fail' });
      }),
      { numRuns: 200 },
    );
  });

  it('fails for people who talk with their whole head, but for one in a hundred', () => {
    const judged = Array.from({ length: 400 }, (_, seed) => judgeTalker(LIVELY, seed));
    expect(judged.filter(({ band }) => band === 'absent')).toEqual([]);
    expect(judged.filter(({ band }) => band === 'pass').length).toBeLessThanOrEqual(4);
  });

  it('always asks for a turn too, so that no talking mouth is an answer', () => {
    const hasTurn = (pair: readonly string[]) => pair.some((action) => action.startsWith('turn'));
    expect(actionPairs(ACTIONS).filter((pair) => !hasTurn(pair))).toEqual([]);
  });
});
