import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Action } from '../core/types.js';
import { ACTIONS, actionOrders, type ChallengeRequest, generateChallenge, isTurn } from './challenge.js';
import { judgeChallenge } from './response.js';
import { film, turns } from './series.fixture.js';

/** What docs/protocol.md says of a challenge's entropy, against what the generator draws and what the judge lets pass
 * (requirement C-02). */

const DRAWS = 14_000;
const TRIES = 5;
const PROTOCOL = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');

/** The rows of the documented table, by the words of the first column. */
const REQUESTS: Readonly<Record<string, Omit<ChallengeRequest, 'id'>>> = {
  '`standard`, all five actions': { profile: 'standard', actions: ACTIONS },
  '`standard`, both turns only': { profile: 'standard', actions: ['turn-left', 'turn-right'] },
  '`moreTime`': { profile: 'standard', actions: ACTIONS, moreTime: true },
  '`no-gestures`': { profile: 'no-gestures', actions: ACTIONS },
};

function documented(name: string) {
  const row = PROTOCOL.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
  const [, pass = '', tries = ''] = /1 in (\d+) \| ([\d.]+) %/.exec(row) ?? [];
  const [, orders = '', bits = ''] = /\| (\d+) \| ([\d.]+) bits/.exec(row) ?? [];
  return {
    orders: Number(orders),
    bits: Number(bits),
    passShare: 1 / Number(pass),
    withinTries: Number(tries) / 100,
  };
}

/** One call of the system's generator for many draws. */
const pool = { bytes: randomBytes(2 ** 20), at: 0 };
function random(count: number): Uint8Array {
  if (pool.at + count > pool.bytes.length) Object.assign(pool, { bytes: randomBytes(2 ** 20), at: 0 });
  pool.at += count;
  return pool.bytes.subarray(pool.at - count, pool.at);
}

function drawOrder(request: Omit<ChallengeRequest, 'id'>): string {
  const { steps } = generateChallenge(random, { id: 'c', ...request });
  return steps.map(({ action }) => action).join();
}

/** Six standard errors of a share: a fair draw is beyond it once in some 10⁸ runs. */
function tolerance(share: number, draws: number): number {
  return 6 * Math.sqrt((share * (1 - share)) / draws);
}

const CUES_MS = [1_200, 3_100] as const;

interface Recording {
  /** What the person does at once after each cue. */
  readonly done: readonly (readonly Action[])[];
  /** How far the head is turned aside meanwhile: too little for a turn. */
  readonly asideDeg: number;
}

function filmed({ done, asideDeg }: Recording) {
  const share = (isMeant: (actions: readonly Action[]) => boolean) =>
    turns(
      ...done.flatMap((actions, index) =>
        isMeant(actions) ? [{ fromMs: (CUES_MS[index] ?? 0) + 300, peakDeg: 1 }] : [],
      ),
    );
  const of = (action: Action) => share((actions) => actions.includes(action));
  const [left, right, up, closer, mouth] = [
    of('turn-left'),
    of('turn-right'),
    of('look-up'),
    of('move-closer'),
    of('open-mouth'),
  ];
  const aside = share((actions) => !actions.some(isTurn));
  return film({
    yawAt: (atMs) => 32 * (left(atMs) - right(atMs)) + asideDeg * aside(atMs),
    changeAt: (atMs) => ({
      face: {
        pitchDeg: 2 + 18 * up(atMs),
        iedPx: 80 * (1 + 0.4 * closer(atMs)),
        lipGapRatio: 0.01 + 0.2 * mouth(atMs),
      },
    }),
    every: 3,
  });
}

function subsetsOf(actions: readonly Action[]): readonly (readonly Action[])[] {
  return Array.from({ length: 2 ** actions.length }, (_, bits) =>
    actions.filter((_action, index) => (bits & (1 << index)) !== 0),
  );
}

describe('a recording that does several things at once', () => {
  const orders = actionOrders({ actions: ACTIONS });
  const passedBy = (recording: Recording): number => {
    const series = filmed(recording);
    return orders.filter((order) => {
      const steps = order.map((action, index) => ({ action, cueAtMs: CUES_MS[index] ?? 0 }));
      return judgeChallenge(series, { id: 'c', steps }).band === 'pass';
    }).length;
  };

  it('passes its own order when it does one thing at a time', () => {
    for (const order of orders)
      expect(passedBy({ done: order.map((action) => [action]), asideDeg: 0 })).toBe(1);
  });

  it.each([0, 15])('passes no second order, turned aside by %d°', (asideDeg) => {
    for (const several of subsetsOf(ACTIONS))
      for (const done of [
        [several, ['turn-left']],
        [['turn-left'], several],
      ] as const)
        expect(passedBy({ done, asideDeg }), done.join(' then ')).toBeLessThanOrEqual(1);
  });
});

describe('the entropy of a challenge', () => {
  it.each(Object.entries(REQUESTS))('%s is as documented', (name, request) => {
    const claim = documented(name);
    const drawn = Array.from({ length: DRAWS }, () => drawOrder(request));
    const shares = [...new Set(drawn)].map(
      (order) => drawn.filter((other) => other === order).length / DRAWS,
    );
    const entropyBits = shares.reduce((sum, share) => sum - share * Math.log2(share), 0);
    expect(shares).toHaveLength(claim.orders);
    expect(claim.bits).toBeCloseTo(Math.log2(claim.orders), 2);
    expect(entropyBits).toBeCloseTo(claim.bits, 2);
    for (const share of shares) {
      expect(Math.abs(share - claim.passShare)).toBeLessThanOrEqual(tolerance(claim.passShare, DRAWS));
    }
  });

  it.each(Object.entries(REQUESTS))('%s: a recording passes as often as documented', (name, request) => {
    const claim = documented(name);
    const attackers = DRAWS / TRIES;
    const recorded = drawOrder(request);
    const passed = Array.from({ length: attackers }, () =>
      Array.from({ length: TRIES }, () => drawOrder(request)).includes(recorded),
    ).filter(Boolean).length;
    expect(claim.withinTries).toBeCloseTo(1 - (1 - claim.passShare) ** TRIES, 3);
    expect(Math.abs(passed / attackers - claim.withinTries)).toBeLessThanOrEqual(
      tolerance(claim.withinTries, attackers) + 0.0005, // the documented share is rounded
    );
  });
});
