import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ADA,
  BAO,
  CLIP,
  clipOf,
  emptyStorage,
  fill,
  keysIn,
  NOW,
  RECEIPT,
  receiptOf,
  SENT,
  SUBMIT_BY,
  waiting,
} from './kept.fixture.js';
import { createVault } from './vault.js';

/** A clip that the seller keeps is encrypted, and its key goes with it. */

beforeEach(() => {
  emptyStorage();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function inDatabase<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB('candor');
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function textOf(clips: readonly { readonly clip: { readonly blob: Blob } | null }[]): Promise<unknown> {
  return Promise.all(clips.map(({ clip }) => clip?.blob.text() ?? null));
}

const broken = (): never => {
  throw new DOMException('The disk has failed.', 'UnknownError');
};

const both = async () => [await keysIn('clips'), await keysIn('clipKeys')];

/** What belongs together goes together, or not at all. */
function refusesKeys() {
  const deleted = IDBObjectStore.prototype.delete;
  return vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
    this: IDBObjectStore,
    key,
  ) {
    return this.name === 'clipKeys' ? broken() : deleted.call(this, key);
  });
}

describe('a kept clip', () => {
  it('is not in the storage as it was recorded, and comes back as it was', async () => {
    const vault = createVault(ADA);
    await vault.keepClip(clipOf('s-1'), CLIP, NOW);
    const { value } = await inDatabase((database) => database.get('clips', 's-1'));
    expect(value.kind).toBe('sealed');
    // A tag of 16 bytes more than what was recorded.
    expect(value.ciphertext.byteLength).toBe(CLIP.blob.size + 16);
    expect(Buffer.from(value.ciphertext).includes('clip')).toBe(false);
    const { clips } = await vault.kept(NOW);
    expect(await textOf(clips)).toEqual(['clip']);
    expect(clips[0]?.clip).toMatchObject({ mimeType: 'video/webm', durationMs: 5_000 });
  });

  it('has a key of its own that nobody can take out of the browser', async () => {
    const vault = createVault(ADA);
    await vault.keepClip(clipOf('s-1'), CLIP, NOW);
    await vault.keepClip(clipOf('s-2'), CLIP, NOW);
    const [one, two] = await inDatabase((database) => database.getAll('clipKeys'));
    expect(one.value).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
    await expect(crypto.subtle.exportKey('raw', one.value)).rejects.toThrow();
    const sealed = (await inDatabase((database) => database.get('clips', 's-1'))).value;
    const with2 = { name: 'AES-GCM', iv: sealed.iv };
    await expect(crypto.subtle.decrypt(with2, two.value, sealed.ciphertext)).rejects.toThrow();
  });

  const WAYS_OUT = {
    'is deleted': (vault) => vault.dropClip('s-1-done'),
    'is withdrawn with its check': (vault) => vault.dropReceipt(receiptOf('s-1')),
    'is past its 30 days': async (vault) => {
      await vault.kept(new Date(NOW.getTime() + 30 * 86_400_000));
    },
  } as const satisfies Record<string, (vault: ReturnType<typeof createVault>) => Promise<unknown>>;

  it.each(Object.entries(WAYS_OUT))('loses its key when it %s', async (_, end) => {
    const vault = createVault(ADA);
    await fill(vault);
    await createVault(BAO).keepClip(clipOf('s-of-bao'), CLIP, new Date(NOW.getTime() + 86_400_000));
    expect(await both()).toEqual([
      ['s-1-done', 's-of-bao'],
      ['s-1-done', 's-of-bao'],
    ]);
    await end(vault);
    expect(await both()).toEqual([['s-of-bao'], ['s-of-bao']]);
  });

  it.each([
    ['the disk refuses', () => vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(broken)],
    ['the disk refuses to delete the key alone', refusesKeys],
    ['it cannot be looked for', () => vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(broken)],
  ])('is not said to be deleted where %s', async (_, breakStorage) => {
    const vault = createVault(ADA);
    await vault.keepClip(clipOf('s-1'), CLIP, NOW);
    const spy = breakStorage();
    expect(await vault.dropClip('s-1')).toBe(false);
    spy.mockRestore();
    expect(await both()).toEqual([['s-1'], ['s-1']]);
    expect([await vault.dropClip('s-1'), await both()]).toEqual([true, [[], []]]);
  });

  it('is said to be gone where there never was one', async () => {
    const vault = createVault(ADA);
    expect(await vault.dropClip('s-1')).toBe(true);
    await fill(createVault(BAO));
    expect(await vault.dropClip('s-1-done')).toBe(true);
    vi.stubGlobal('indexedDB', undefined);
    expect(await createVault(ADA).dropClip('s-1')).toBe(true);
  });

  it('is gone in the end where its deletion overtakes its keeping', async () => {
    const vault = createVault(ADA);
    const keeping = vault.keepClip(clipOf('s-1'), CLIP, NOW);
    expect(await vault.dropClip('s-1')).toBe(true);
    expect([await keeping, await both()]).toEqual([true, [[], []]]);
  });

  it('is not written any more after it was said not to be: a storage that answers too late is not waited for', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { generateKey } = crypto.subtle;
    let go: () => void = () => {};
    const slow = vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(async (...given) => {
      await new Promise<void>((resolve) => (go = resolve));
      return Reflect.apply(generateKey, crypto.subtle, given);
    });
    const vault = createVault(ADA);
    await vault.noteSent(SENT, SUBMIT_BY);
    const keeping = vault.keepClip(clipOf('s-1'), CLIP, NOW);
    await vi.waitFor(() => expect(slow).toHaveBeenCalled());
    slow.mockRestore();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await keeping).toBe(false);
    go();
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await both()).toEqual([[], []]);
    const keptNow = async (): Promise<void> =>
      expect(await vault.keepClip(clipOf('s-1'), CLIP, NOW)).toBe(true);
    await vi.waitFor(keptNow, { timeout: 10_000 });
  });

  it('whose key the browser has lost is listed as lost, and can be deleted', async () => {
    const vault = createVault(ADA);
    await vault.keepClip(clipOf('s-1'), CLIP, NOW);
    await inDatabase((database) => database.clear('clipKeys'));
    const { clips } = await vault.kept(NOW);
    expect(clips).toMatchObject([{ sessionId: 's-1', clip: null }]);
    await vault.dropClip('s-1');
    expect(await keysIn('clips')).toEqual([]);
  });

  it('that was changed is lost, and shows nobody something else', async () => {
    const vault = createVault(ADA);
    await vault.keepClip(clipOf('s-1'), CLIP, NOW);
    await inDatabase(async (database) => {
      const kept = await database.get('clips', 's-1');
      await database.put(
        'clips',
        { ...kept, value: { ...kept.value, keptAt: '2020-01-01T00:00:00.000Z' } },
        's-1',
      );
    });
    expect((await vault.kept(NOW)).clips).toMatchObject([{ clip: null }]);
  });

  it('is refused, without half of it, where the browser cannot store keys', async () => {
    const { generateKey } = crypto.subtle;
    vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(async (...given) => {
      const key = await Reflect.apply(generateKey, crypto.subtle, given);
      return Object.assign(Object.create(key), { cannotBeCloned: () => {} });
    });
    const vault = createVault(ADA);
    await vault.keepReceipt('s-1', RECEIPT);
    expect(await vault.keepClip(clipOf('s-1'), CLIP, NOW)).toBe(false);
    expect(await both()).toEqual([[], []]);
    vi.restoreAllMocks();
  });
});

describe('what version 2 had kept', () => {
  /** As a browser of that version left it: everything of one owner, the clip as it was recorded. */
  async function asOfVersion2(blob: unknown): Promise<void> {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    const { owner } = await inDatabase((database) => database.get('outbox', 's-1'));
    const { salt, envelope } = await inDatabase(async (database) => ({
      salt: await database.get('meta', 'salt'),
      envelope: await database.get('outbox', 's-1'),
    }));
    vi.stubGlobal('indexedDB', new IDBFactory());
    const old = await openDB('candor', 2, {
      upgrade: (database) => {
        for (const name of ['outbox', 'sent', 'receipts', 'clips']) {
          database.createObjectStore(name).createIndex('owner', 'owner');
        }
        database.createObjectStore('meta');
      },
    });
    await old.put('meta', salt, 'salt');
    await old.put('outbox', envelope, 's-1');
    const value = { ...CLIP, blob, sessionId: 's-0', keptAt: NOW.toISOString() };
    await old.put('clips', { owner, untilMs: NOW.getTime() + 86_400_000, value }, 's-0');
    old.close();
  }

  it('is encrypted at the next visit, and the envelope that waits is still there', async () => {
    await asOfVersion2(CLIP.blob);
    const vault = createVault(ADA);
    expect((await vault.lookBack(NOW)).waiting).toEqual(waiting('s-1'));
    const { value } = await inDatabase((database) => database.get('clips', 's-0'));
    expect(value).toMatchObject({ kind: 'sealed' });
    expect(value).not.toHaveProperty('blob');
    const { clips } = await vault.kept(NOW);
    expect(await textOf(clips)).toEqual(['clip']);
    expect(clips[0]?.deleteAfter).toBe('2026-03-02T10:05:00.000Z');
  });

  it('is lost, not left open, where it cannot be read any more', async () => {
    await asOfVersion2('not a blob any more');
    expect((await createVault(ADA).kept(NOW)).clips).toMatchObject([{ sessionId: 's-0', clip: null }]);
    expect((await inDatabase((database) => database.get('clips', 's-0'))).value).not.toHaveProperty('blob');
  });
});
