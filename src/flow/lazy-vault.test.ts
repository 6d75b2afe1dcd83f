import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ADA,
  CLIP,
  clipOf,
  emptyStorage,
  fill,
  NOW,
  never,
  RECEIPT,
  SENT,
  SUBMIT_BY,
  waiting,
} from '../vault/kept.fixture.js';
import { VAULT_NAME } from '../vault/name.js';
import { createVault, type Vault } from '../vault/vault.js';
import { lazyVault } from './lazy-vault.js';

/** Storage whose code comes late, or not at all. */

beforeEach(() => {
  emptyStorage();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A script that is asked for, and whether it arrives is the test's. */
function script() {
  const settle = { arrive: (_: Vault): void => {}, fail: (_: unknown): void => {} };
  const load = vi.fn(
    () =>
      new Promise<Vault>((resolve, reject) => {
        settle.arrive = resolve;
        settle.fail = reject;
      }),
  );
  return { vault: lazyVault(load, VAULT_NAME), load, settle };
}

/** What one delivery asks of storage, in its order. */
async function deliverOver(vault: Vault): Promise<unknown[]> {
  return vault.alone('s-1', never, async () => [
    await vault.receiptOf('s-1'),
    await vault.keepEnvelope(waiting('s-1')),
    await vault.noteSent(SENT, SUBMIT_BY),
    await vault.keepReceipt('s-1', RECEIPT),
  ]);
}

/** What comes of `work` in so much time, ms, by a clock that stands still while nobody waits for it: what the test does is as slow as the
 * machine is. */
async function within<T>(mostMs: number, work: Promise<T>): Promise<T> {
  const done = vi.fn();
  work.then(done, done);
  for (let [turns, atMs] = [0, 0]; done.mock.calls.length === 0; turns += 1) {
    if (turns > 100_000) throw new Error(`not within ${mostMs} ms`);
    if (atMs < mostMs && vi.getTimerCount() > 0) {
      await vi.advanceTimersByTimeAsync(100);
      atMs += 100;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}

const NOT_KEPT = [null, false, undefined, false];

describe('storage whose code is silent', () => {
  it('is waited for once, for four seconds, by everybody together', async () => {
    const { vault, load } = script();
    const [all, ready] = [vi.fn(), vi.fn()];
    const delivering = deliverOver(vault).then(all);
    const camera = vault.ready().then(ready);
    await vi.advanceTimersByTimeAsync(3_900);
    expect([ready, all].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all([camera, delivering]);
    expect(all).toHaveBeenCalledWith(NOT_KEPT);
    expect(await vault.keepClip(clipOf('s-1'), CLIP, NOW)).toBe(false);
    expect(load).toHaveBeenCalledOnce();
  });

  it('is used from then on where it arrives after all', async () => {
    const { vault, load, settle } = script();
    const first = vault.keepClip(clipOf('s-1'), CLIP, NOW);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await first).toBe(false);
    settle.arrive(createVault(ADA));
    expect(await vault.keepClip(clipOf('s-1'), CLIP, NOW)).toBe(true);
    expect(load).toHaveBeenCalledOnce();
  });

  it('holds up the notice of a seller who comes back no longer, and claims to have deleted nothing', async () => {
    await fill(createVault(ADA));
    const { vault } = script();
    const looking = Promise.all([
      vault.lookBack(NOW),
      vault.kept(NOW),
      vault.dropClip('s-1-done'),
      vault.dropEnvelopes(),
      vault.isReadable(),
    ]);
    await vi.advanceTimersByTimeAsync(4_000);
    const nothing = [
      { waiting: null, sent: [] },
      { receipts: [], clips: [] },
    ];
    expect(await looking).toEqual([...nothing, false, false, false]);
  });
});

describe('storage whose code fails to arrive', () => {
  it('is gone on without at once, and not asked for again', async () => {
    const { vault, load, settle } = script();
    const delivering = deliverOver(vault);
    settle.fail(new TypeError('Failed to fetch'));
    expect(await delivering).toEqual(NOT_KEPT);
    expect(await deliverOver(vault)).toEqual(NOT_KEPT);
    expect(load).toHaveBeenCalledOnce();
  });
});

describe('storage that never answers', () => {
  const silent = (): Promise<never> => new Promise(() => {});
  const openSilently = () => new IDBOpenDBRequest();

  it.each([
    ['not even which databases there are', { databases: silent, open: openSilently }],
    ['when it is opened', { databases: async () => [{ name: VAULT_NAME }], open: openSilently }],
  ])('(%s) does not hold up the notice for ever, and is waited for once', async (_, factory) => {
    vi.stubGlobal('indexedDB', factory);
    const vault = lazyVault(async () => createVault(ADA), VAULT_NAME);
    const all = (async () => [
      await vault.lookBack(NOW),
      await vault.kept(NOW),
      await vault.isReadable(),
      await deliverOver(vault),
    ])();
    // Four seconds and one for the question, three for the answer of the database.
    expect(await within(8_100, all)).toEqual([
      { waiting: null, sent: [] },
      { receipts: [], clips: [] },
      false,
      NOT_KEPT,
    ]);
  });
});

describe('storage that never says which databases there are', () => {
  it('gives what is kept, and keeps more, all the same', async () => {
    await fill(createVault(ADA));
    vi.spyOn(indexedDB, 'databases').mockImplementation(() => new Promise(() => {}));
    const vault = lazyVault(async () => createVault(ADA), VAULT_NAME);
    expect((await within(5_100, vault.lookBack(NOW))).waiting).toEqual(waiting('s-1'));
    expect([await vault.isReadable(), await vault.keepEnvelope(waiting('s-2'))]).toEqual([true, true]);
  });
});

describe('storage with nothing in it', () => {
  it('is looked at, and cleared, without its code', async () => {
    const { vault, load } = script();
    expect([await vault.dropClip('s-1'), await vault.sent()]).toEqual([true, []]);
    expect(load).not.toHaveBeenCalled();
  });
});
