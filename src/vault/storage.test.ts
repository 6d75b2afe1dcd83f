import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADA, CLIP, NOTHING, NOW, never, RECEIPT, SENT, TabStorage, useAll } from './kept.fixture.js';
import { createVault } from './vault.js';

/** Two tabs, and browsers without usable storage. */

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('sessionStorage', new TabStorage());
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

describe('a browser without usable storage', () => {
  const LEFT = [
    undefined,
    false,
    NOTHING,
    undefined,
    undefined,
    undefined,
    [],
    undefined,
    undefined,
    null,
    undefined,
    false,
    { receipts: [], clips: [] },
    undefined,
    undefined,
  ];

  it('is no error when IndexedDB is missing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await useAll(createVault(ADA))).toEqual(LEFT);
  });

  it('is no error when every call throws', async () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    vi.stubGlobal('indexedDB', { open: refuse });
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse });
    expect(await useAll(createVault(ADA))).toEqual(LEFT);
  });

  it('does not hold up the verification when the database never answers', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => Object.assign(new EventTarget(), { result: undefined }) });
    const kept = createVault(ADA).keepClip('s-1', CLIP, NOW);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await kept).toBe(false);
  });

  it('works again once storage does', async () => {
    const good = indexedDB;
    vi.stubGlobal('indexedDB', undefined);
    const vault = createVault(ADA);
    expect(await vault.keepClip('s-1', CLIP, NOW)).toBe(false);
    vi.stubGlobal('indexedDB', good);
    expect(await vault.keepClip('s-1', CLIP, NOW)).toBe(true);
  });
});

describe('createVault', () => {
  it('makes no database by looking back: before the seller agreed there is nothing to keep', async () => {
    const vault = createVault(ADA);
    await vault.lookBack(NOW);
    await vault.kept(NOW);
    await vault.dropEnvelopes();
    expect(await indexedDB.databases()).toEqual([]);
    await vault.noteSent(SENT);
    expect(await indexedDB.databases()).toMatchObject([{ name: 'candor' }]);
  });

  it('lets another tab upgrade the database', async () => {
    const vault = createVault(ADA);
    await vault.keepReceipt('s-1', RECEIPT);
    const upgraded = await openDB('candor', 3);
    expect(upgraded.version).toBe(3);
    upgraded.close();
  });
});
