import { describe, expect, it } from 'vitest';
import { inProcessNetwork } from './in-process.js';
import { Rounds } from './rounds.js';
import { atThree, changed, threeSessions } from './three-parties.fixture.js';
import type { Channels } from './transport.js';

const words = (value: number): Uint32Array<ArrayBuffer> => Uint32Array.of(value, value);

/** Changes what party 0 does, and nothing of the others. */
const atParty0 =
  (change: (channels: Channels) => Channels) =>
  (channels: Channels): Channels =>
    channels.party === 0 ? change(channels) : channels;

describe('rounds', () => {
  it('pass words to the neighbour that is named', async () => {
    const received = await atThree(async ({ rounds }) => {
      const own = words(rounds.party);
      const back = await rounds.passBack(own);
      const on = await rounds.passOn(own);
      const { fromNext, fromPrevious } = await rounds.passToBoth(own);
      return [back, on, fromNext, fromPrevious].map(([first]) => first);
    });
    expect(received).toEqual([
      [1, 2, 1, 2],
      [2, 0, 2, 0],
      [0, 1, 0, 1],
    ]);
  });

  it('keep their order when messages are under way for a while, and count what is sent', async () => {
    const channels = inProcessNetwork(2);
    const signal = new AbortController().signal;
    const received = await Promise.all(
      channels.map(async (own) => {
        const rounds = new Rounds(own, { signal });
        const seen = [];
        for (let round = 0; round < 5; round += 1)
          seen.push((await rounds.passBack(words(10 * round + own.party)))[0]);
        await rounds.passToBoth(words(0));
        return seen;
      }),
    );
    expect(received[0]).toEqual([1, 11, 21, 31, 41]);
    for (const { traffic } of channels) expect(traffic).toEqual({ bytesSent: 7 * 8, rounds: 6 });
  });

  it('are not changed by what becomes of words after they were sent', async () => {
    const [first] = await atThree(async ({ rounds }) => {
      const own = words(7);
      const receiving = rounds.passBack(own);
      own.fill(0);
      return receiving;
    });
    expect([...first]).toEqual([7, 7]);
  });

  it('end with a code when a party is silent, and never with words', async () => {
    const silent = atParty0((channels) => changed(channels, { send: async () => {} }));
    const [, second, third] = await threeSessions({ timeoutMs: 20, through: silent });
    const both = [second, third].map(({ rounds }) => rounds.passToBoth(words(1)));
    for (const outcome of await Promise.allSettled(both))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'shares.timeout' } });
  });

  it('end with the reason of whoever cancels', async () => {
    const cancelled = new AbortController();
    const [first] = await threeSessions({ signal: cancelled.signal });
    const waiting = first.rounds.passBack(words(1));
    const reason = new Error('the seller withdrew');
    cancelled.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it.each([
    ['a message of the round before', 'shares.wrong_round', -1, 8],
    ['a message of a later round', 'shares.wrong_round', 1, 8],
    ['a message that is too short', 'shares.wrong_length', 0, 7],
    ['a message that is too long', 'shares.wrong_length', 0, 12],
    ['an empty message', 'shares.wrong_length', 0, 0],
  ])('refuse %s', async (_, code, shift, sizeBytes) => {
    const through = atParty0((channels) =>
      changed(channels, {
        send: (to, round, __, signal) => channels.send(to, round + shift, new Uint8Array(sizeBytes), signal),
      }),
    );
    const [first, second, third] = await threeSessions({ through });
    const outcomes = await Promise.allSettled([
      third.rounds.passBack(words(1)),
      second.rounds.passBack(words(2)),
      first.rounds.passBack(words(0)),
    ]);
    expect(outcomes[0]).toMatchObject({ status: 'rejected', reason: { code } });
    expect(outcomes[1].status).toBe('fulfilled');
  });

  it('are over once one has failed, whatever comes later', async () => {
    const [first, second] = await threeSessions({ timeoutMs: 20 });
    await expect(first.rounds.passBack(words(0))).rejects.toMatchObject({ code: 'shares.timeout' });
    const late = second.rounds.passBack(words(1));
    await expect(first.rounds.passBack(words(0))).rejects.toMatchObject({
      code: 'shares.ended',
      cause: { code: 'shares.timeout' },
    });
    await expect(late).rejects.toMatchObject({ code: 'shares.timeout' });
  });
});
