import { openDB } from 'idb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ADA,
  allKeys,
  CLIP,
  clipOf,
  emptyStorage,
  NOTHING,
  NOW,
  never,
  RECEIPT,
  SENT,
  SUBMIT_BY,
  useAll,
  waiting,
} from './kept.fixture.js';
import { VERSION } from './migrations.js';
import { createVault, type EnvelopeState } from './vault.js';

/** Two tabs, and browsers without usable storage. */

const NEWER = VERSION + 1;

beforeEach(() => {
  emptyStorage();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('two tabs', () => {
  it('wait for each other where the browser has locks', async () => {
    const held: string[] = [];
    let tail: Promise<unknown> = Promise.resolve();
    const request = (name: string, _options: object, work: () => Promise<unknown>) => {
      held.push(name);
      tail = tail.then(work);
      return tail;
    };
    vi.stubGlobal('navigator', { locks: { request } });
    const order: string[] = [];
    const slow = createVault(ADA).alone('s-1', never, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('first');
    });
    const quick = createVault(ADA).alone('s-1', never, async () => order.push('second'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['first', 'second']);
    expect(held).toEqual(['candor.s-1', 'candor.s-1']);
  });

  it('get on without where there are none', async () => {
    vi.stubGlobal('navigator', {});
    expect(await createVault(ADA).alone('s-1', never, async () => 'done')).toBe('done');
  });
});

describe('a browser that refuses the lock', () => {
  const refusing = (name: string) => async () => {
    throw new DOMException('Locks are refused here.', name);
  };
  const locks = (request: (...asked: readonly never[]) => Promise<unknown>) =>
    vi.stubGlobal('navigator', { locks: { request } });

  it.each(['SecurityError', 'InvalidStateError'])('with %s has the work done without, once', async (name) => {
    locks(refusing(name));
    const work = vi.fn(async () => 'done');
    expect(await createVault(ADA).alone('s-1', never, work)).toBe('done');
    expect(work).toHaveBeenCalledOnce();
  });

  it('is not told from one that gives it by what the work throws: that is passed on, and nothing is done twice', async () => {
    locks((_name, _options, work: () => Promise<unknown>) => work());
    const failure = new DOMException('of the work', 'SecurityError');
    const work = vi.fn(() => Promise.reject(failure));
    await expect(createVault(ADA).alone('s-1', never, work)).rejects.toBe(failure);
    locks(refusing('SecurityError'));
    await expect(createVault(ADA).alone('s-1', never, work)).rejects.toBe(failure);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('has nothing done for whoever has left', async () => {
    const leaving = new AbortController();
    leaving.abort(new DOMException('left', 'AbortError'));
    locks((_name, { signal }: { readonly signal: AbortSignal }) => Promise.reject(signal.reason));
    const work = vi.fn(async () => 'done');
    await expect(createVault(ADA).alone('s-1', leaving.signal, work)).rejects.toThrow('left');
    expect(work).not.toHaveBeenCalled();
  });
});

describe('a browser without usable storage', () => {
  const left = (state: EnvelopeState): unknown[] => [
    false,
    state,
    NOTHING,
    undefined,
    true,
    undefined,
    [],
    undefined,
    false,
    null,
    true,
    false,
    { receipts: [], clips: [] },
    true,
    true,
  ];

  it('is no error when IndexedDB is missing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await useAll(createVault(ADA))).toEqual(left('gone'));
  });

  it('is no error when every call throws', async () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    vi.stubGlobal('indexedDB', { open: refuse });
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse });
    vi.stubGlobal('navigator', { locks: { request: async () => refuse() } });
    expect(await useAll(createVault(ADA))).toEqual(left('unknown'));
    expect(await createVault(ADA).alone('s-1', never, async () => 'done')).toBe('done');
  });

  it('does not hold up the verification when the database never answers', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
    const kept = createVault(ADA).keepEnvelope(waiting('s-1'));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await kept).toBe(false);
  });

  it('does not say that an envelope is gone where it only does not answer', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Internal error.', 'UnknownError');
      },
    });
    expect(await createVault(ADA).stateOf('s-1')).toBe('unknown');
  });

  it('works again once storage does', async () => {
    const good = indexedDB;
    vi.stubGlobal('indexedDB', undefined);
    const vault = createVault(ADA);
    expect(await vault.keepClip(clipOf('s-1'), CLIP, NOW)).toBe(false);
    vi.stubGlobal('indexedDB', good);
    expect(await vault.keepClip(clipOf('s-1'), CLIP, NOW)).toBe(true);
  });
});

describe('createVault', () => {
  it('makes no database by looking back: before the seller agreed there is nothing to keep', async () => {
    const vault = createVault(ADA);
    await vault.lookBack(NOW);
    await vault.kept(NOW);
    await vault.dropEnvelopes();
    expect(await indexedDB.databases()).toEqual([]);
    await vault.noteSent(SENT, SUBMIT_BY);
    expect(await indexedDB.databases()).toMatchObject([{ name: 'candor' }]);
  });

  it('lets another tab upgrade the database, and goes on keeping envelopes and receipts in it', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    const newer = await openDB('candor', NEWER, {
      upgrade: (database) => {
        database.createObjectStore('something-new');
      },
    });
    newer.close();
    expect((await vault.lookBack(NOW)).waiting).toEqual(waiting('s-1'));
    expect(await vault.keepEnvelope(waiting('s-2', '2026-03-01T10:16:00.000Z'))).toBe(true);
    expect(await vault.keepReceipt('s-3', RECEIPT)).toBe(true);
    expect((await createVault(ADA).lookBack(NOW)).waiting).toEqual(
      waiting('s-2', '2026-03-01T10:16:00.000Z'),
    );
    expect((await openDB('candor')).version).toBe(NEWER);
  });

  it('loses nothing that is kept at the moment in which another tab upgrades', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    const upgrading = openDB('candor', NEWER);
    const kept = await Promise.all([vault.keepEnvelope(waiting('s-2')), vault.keepReceipt('s-3', RECEIPT)]);
    expect(kept).toEqual([true, true]);
    (await upgrading).close();
    expect(await allKeys()).toEqual(['s-1', 's-2', 'v-1']);
  });

  it('says that it keeps nothing while an older tab blocks the upgrade, and keeps it once that tab is gone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const older = await openDB('candor', 1);
    const vault = createVault(ADA);
    const blocked = vault.keepEnvelope(waiting('s-1'));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await blocked).toBe(false);
    older.close();
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await vault.keepEnvelope(waiting('s-1'))).toBe(true), {
      timeout: 10_000,
    });
  });
});

describe('a full disk', () => {
  it('is said of each thing that is not kept, and the rest goes on', async () => {
    const vault = createVault(ADA);
    await vault.lookBack(NOW);
    const full = (): never => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    expect(await vault.keepEnvelope(waiting('s-1'))).toBe(false);
    expect(await vault.keepReceipt('s-1', RECEIPT)).toBe(false);
    expect(await vault.keepClip(clipOf('s-1'), CLIP, NOW)).toBe(false);
    vi.restoreAllMocks();
    expect(await vault.keepClip(clipOf('s-1'), CLIP, NOW)).toBe(true);
  });
});
