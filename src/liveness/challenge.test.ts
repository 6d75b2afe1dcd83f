import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../core/types.js';
import {
  actionPairs,
  type ChallengeRequest,
  CUE_JITTER_MS,
  cueAt,
  generateChallenge,
  isTurn,
  parseTestChallenge,
} from './challenge.js';

const ALL: readonly Action[] = ['turn-left', 'turn-right', 'look-up', 'move-closer', 'open-mouth'];
const standard = (actions: readonly Action[]): ChallengeRequest => ({
  id: 'c',
  profile: 'standard',
  actions,
});

describe('generateChallenge', () => {
  it('asks for two different actions, one of them a turn, each in its window', () => {
    for (let i = 0; i < 2_000; i += 1) {
      const [first, second, ...rest] = generateChallenge(randomBytes, standard(ALL)).steps;
      if (first === undefined || second === undefined) throw new Error('two steps were expected');
      expect(rest).toEqual([]);
      expect(first.action).not.toBe(second.action);
      expect(isTurn(first.action) || isTurn(second.action)).toBe(true);
      expect(first.cueAtMs).toBeGreaterThanOrEqual(1_000);
      expect(first.cueAtMs).toBeLessThanOrEqual(1_400);
      expect(second.cueAtMs).toBeGreaterThanOrEqual(2_900);
      expect(second.cueAtMs).toBeLessThanOrEqual(3_300);
    }
  });

  it('asks nothing of the profile without gestures', () => {
    for (const moreTime of [false, true]) {
      const request = { id: 'c', profile: 'no-gestures', actions: ALL, moreTime } as const;
      expect(generateChallenge(randomBytes, request)).toEqual({ id: 'c', steps: [] });
    }
  });

  it('asks one turn, at its random time, of those who want more time', () => {
    const drawn = Array.from({ length: 2_000 }, () => {
      const { steps } = generateChallenge(randomBytes, { ...standard(ALL), moreTime: true });
      const [step, ...rest] = steps;
      if (step === undefined) throw new Error('one step was expected');
      expect(rest).toEqual([]);
      expect(step.cueAtMs).toBeGreaterThanOrEqual(1_000);
      expect(step.cueAtMs).toBeLessThanOrEqual(1_400);
      return step.action;
    });
    expect(new Set(drawn)).toEqual(new Set(['turn-left', 'turn-right']));
  });

  it.each([
    ['no action', []],
    ['one action', ['turn-left']],
    ['one action twice', ['turn-left', 'turn-left']],
    ['no turn', ['look-up', 'open-mouth']],
  ] as const)('refuses %s', (_name, actions) => {
    expect(() => generateChallenge(randomBytes, standard(actions))).toThrow(RangeError);
  });

  it('draws again where the remainder of a random number would favour the first choices', () => {
    const drawn = [0xff_ff_ff_ff, 3, 7, 9];
    const random = (): Uint8Array => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, drawn.shift() ?? 0);
      return bytes;
    };
    const { steps } = generateChallenge(random, standard(ALL));
    expect(drawn).toEqual([]);
    expect(steps.map(({ cueAtMs }) => cueAtMs)).toEqual([1_007, 2_909]);
    expect(steps.map(({ action }) => action)).toEqual(actionPairs(ALL)[3]);
  });

  it('spreads the cues over the whole jitter', () => {
    const jitters = Array.from({ length: 4_000 }, () => {
      const [first] = generateChallenge(randomBytes, standard(ALL)).steps;
      return (first?.cueAtMs ?? 0) - 1_000;
    });
    const mean = jitters.reduce((sum, jitter) => sum + jitter, 0) / jitters.length;
    expect(Math.abs(mean - CUE_JITTER_MS / 2)).toBeLessThan(12);
    expect(new Set(jitters).size).toBeGreaterThan(390);
  });
});

describe('cueAt', () => {
  const challenge = parseTestChallenge('turn-left@1100,turn-right@3000');

  it.each([
    [0, null],
    [1_099, null],
    [1_100, 'turn-left'],
    [2_099, 'turn-left'],
    [2_100, null],
    [3_000, 'turn-right'],
    [3_999, 'turn-right'],
    [4_000, null],
    [5_000, null],
  ] as const)('at %i ms asks for %s', (elapsedMs, cue) => {
    expect(cueAt(challenge, elapsedMs)).toBe(cue);
  });

  it('gives a single cue half of the time that is left', () => {
    const single = parseTestChallenge('turn-left@1200');
    expect(cueAt(single, 3_099)).toBe('turn-left');
    expect(cueAt(single, 3_100)).toBeNull();
  });

  it('asks nothing when nothing is to be asked', () => {
    expect(cueAt({ id: 'c', steps: [] }, 2_000)).toBeNull();
  });
});

describe('parseTestChallenge', () => {
  it('reads what it is documented to read', () => {
    expect(parseTestChallenge('turn-left@1100, turn-right@3000', 'x')).toEqual({
      id: 'x',
      steps: [
        { action: 'turn-left', cueAtMs: 1_100 },
        { action: 'turn-right', cueAtMs: 3_000 },
      ],
    });
  });

  it.each([
    '',
    'turn-left',
    'turn-left@',
    'turn-left@-5',
    'turn-left@1e3',
    'turn-left@5000',
    'turn-left@1@2',
    'nod@1000',
    'turn-left@3000,turn-right@1000',
    'turn-left@1000,turn-right@1000',
  ])('refuses %j', (text) => {
    expect(() => parseTestChallenge(text)).toThrow(RangeError);
  });

  it('reads back every challenge that can be generated', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.uint8Array({ minLength: 4, maxLength: 4 })), (bytes) => {
        const challenge = generateChallenge(() => bytes.next().value ?? new Uint8Array(4), standard(ALL));
        const text = challenge.steps.map(({ action, cueAtMs }) => `${action}@${cueAtMs}`).join();
        expect(parseTestChallenge(text, 'c')).toEqual(challenge);
      }),
    );
  });
});
