import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTIONS, type ChallengeRequest, generateChallenge } from './challenge.js';

/** What docs/protocol.md says of a challenge's entropy, against what the generator draws (requirement C-02). */

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
