import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Receipt } from '../envelope/receipt.js';
import type { Envelope } from '../envelope/wire.js';
import { createVault, type Vault, type WaitingEnvelope } from './vault.js';

const ENDPOINT = 'https://verify.example/candor';
const NOW = new Date('2026-03-01T10:05:00.000Z');
const ADA = { endpoint: ENDPOINT, subject: 'ada' };
const BAO = { endpoint: ENDPOINT, subject: 'bao' };
const never = new AbortController().signal;

function waiting(sessionId: string, submitBy = '2026-03-01T10:15:00.000Z'): WaitingEnvelope {
  // The vault reads the session's id and nothing else of an envelope.
  const envelope = { v: 1, header: { sessionId }, enc: 'AA', ciphertext: 'AA' } as Envelope;
  return {
    endpoint: ENDPOINT,
    envelope,
    submitBy,
    consent: { receipt_id: 'c-1' },
    consentHash: 'h',
    noticeVersion: '1',
  };
}

const STORES = ['outbox', 'sent', 'receipts', 'clips'] as const;

async function keysIn(store: (typeof STORES)[number]): Promise<IDBValidKey[]> {
  const database = await openDB('candor');
  const keys = await database.getAllKeys(store);
  database.close();
  return keys;
}

async function allKeys(): Promise<IDBValidKey[]> {
  return (await Promise.all(STORES.map(keysIn))).flat();
}

// The vault reads the ids and the dates of a receipt and nothing else.
const RECEIPT = { outcome: { verificationId: 'v-1', deleteAfter: '2027-03-01T10:00:00.000Z' } } as Receipt;
const CLIP = { blob: new Blob(['clip'], { type: 'video/webm' }), mimeType: 'video/webm', durationMs: 5_000 };
const SENT = { sessionId: 's-1', nonce: 'n-1', sentAt: NOW.toISOString() };
const NOTHING = { waiting: null, sent: [] };

/** One of everything. */
async function fill(vault: Vault, sessionId = 's-1'): Promise<void> {
  await vault.keepReceipt(`${sessionId}-done`, {
    ...RECEIPT,
    outcome: { ...RECEIPT.outcome, verificationId: `v-of-${sessionId}` },
  });
  await vault.keepEnvelope(waiting(sessionId));
  await vault.noteSent({ ...SENT, sessionId });
  expect(await vault.keepClip(`${sessionId}-done`, CLIP, NOW)).toBe(true);
}

/** Every method once; what each resolves to. */
async function useAll(vault: Vault): Promise<unknown[]> {
  return [
    await vault.keepEnvelope(waiting('s-1')),
    await vault.hasEnvelope('s-1'),
    await vault.lookBack(NOW),
    await vault.dropEnvelope('s-1'),
    await vault.dropEnvelopes(),
    await vault.noteSent(SENT),
    await vault.sent(),
    await vault.forgetSent('s-1'),
    await vault.keepReceipt('s-1', RECEIPT),
    await vault.receiptOf('s-1'),
    await vault.dropReceipt('v-1'),
    await vault.keepClip('s-1', CLIP, NOW),
    await vault.kept(NOW),
    await vault.dropClip('s-1'),
    await vault.dropClips(),
  ];
}

class TabStorage {
  readonly #items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('sessionStorage', new TabStorage());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('whose it is', () => {
  it('gives a seller of another visit what is theirs', async () => {
    await fill(createVault(ADA));
    const again = createVault(ADA);
    expect(await again.lookBack(NOW)).toEqual({ waiting: waiting('s-1'), sent: [SENT] });
    const { receipts, clips } = await again.kept(NOW);
    expect(receipts.map(({ sessionId }) => sessionId)).toEqual(['s-1-done']);
    expect(clips.map(({ sessionId, deleteAfter }) => [sessionId, deleteAfter])).toEqual([
      ['s-1-done', '2026-03-31T10:05:00.000Z'],
    ]);
  });

  it.each([
    ['another seller', BAO],
    ['another receiver', { ...ADA, endpoint: 'https://other.example' }],
    ['a page that does not say who', { endpoint: ENDPOINT, subject: undefined }],
  ])('shows %s nothing of it, and lets them delete nothing of it', async (_name, other) => {
    await fill(createVault(ADA));
    const before = await allKeys();
    const vault = createVault(other);
    expect(await vault.lookBack(NOW)).toEqual(NOTHING);
    expect(await vault.sent()).toEqual([]);
    expect(await vault.hasEnvelope('s-1')).toBe(false);
    expect(await vault.receiptOf('s-1-done')).toBeNull();
    expect(await vault.kept(NOW)).toEqual({ receipts: [], clips: [] });
    await vault.dropEnvelope('s-1');
    await vault.dropEnvelopes();
    await vault.forgetSent('s-1');
    await vault.dropReceipt('v-of-s-1');
    await vault.dropClip('s-1-done');
    await vault.dropClips();
    expect(await allKeys()).toEqual(before);
  });

  it('is this tab, until it is closed, where nobody says who it is', async () => {
    const nobody = { endpoint: ENDPOINT, subject: undefined };
    await fill(createVault(nobody));
    expect((await createVault(nobody).lookBack(NOW)).waiting).toEqual(waiting('s-1'));
    vi.stubGlobal('sessionStorage', new TabStorage());
    expect(await createVault(nobody).lookBack(NOW)).toEqual(NOTHING);
  });

  it('is not read off the database: neither the subject nor the endpoint stands there, nor their bare hash', async () => {
    await fill(createVault(ADA));
    const database = await openDB('candor');
    const [owned] = await database.getAll('clips');
    const bytes = new TextEncoder().encode(JSON.stringify([ENDPOINT, { subject: 'ada' }]));
    const bare = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
    database.close();
    expect(owned.owner).toMatch(/^[\w-]{43}$/);
    expect(owned.owner).not.toBe(bare);
    vi.stubGlobal('indexedDB', new IDBFactory());
    await fill(createVault(ADA));
    const other = await openDB('candor');
    expect((await other.getAll('clips'))[0].owner).not.toBe(owned.owner);
    other.close();
  });

  it('cannot be told of what the first version had kept: that is deleted', async () => {
    const old = await openDB('candor', 1, {
      upgrade: (database) => {
        for (const store of ['receipts', 'outbox', 'clips']) database.createObjectStore(store);
      },
    });
    await old.put('outbox', waiting('s-1'), 's-1');
    await old.put('clips', CLIP, 's-1');
    old.close();
    expect(await createVault(ADA).lookBack(NOW)).toEqual(NOTHING);
    expect(await allKeys()).toEqual([]);
  });
});

describe('the end of what is kept', () => {
  it('comes when the next seller looks back, whoever it was', async () => {
    await fill(createVault(ADA));
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const lookAfter = async (days: number): Promise<void> => {
      const now = new Date(NOW.getTime() + days * 86_400_000);
      vi.setSystemTime(now);
      await createVault(BAO).lookBack(now);
    };
    await lookAfter(31);
    expect(await allKeys()).toEqual(['s-1', 'v-of-s-1']);
    await lookAfter(366);
    expect(await allKeys()).toEqual([]);
  });

  it.each([
    ['the next seller’s receiver, whose clock is years ahead', 366, 0],
    ['the device, whose clock is', 0, 366],
  ])('does not come for another’s things by %s alone', async (_, receiverDays, deviceDays) => {
    await fill(createVault(ADA));
    const all = await allKeys();
    vi.useFakeTimers({ toFake: ['Date'], now: NOW.getTime() + deviceDays * 86_400_000 });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    await createVault(BAO).lookBack(new Date(NOW.getTime() + receiverDays * 86_400_000));
    expect(await allKeys()).toEqual(all);
  });

  it('is the very moment that was said', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('late', NOW.toISOString()));
    await vault.keepEnvelope(waiting('good', '2026-03-01T10:05:00.001Z'));
    expect((await vault.lookBack(NOW)).waiting?.envelope.header.sessionId).toBe('good');
    expect(await keysIn('outbox')).toEqual(['good']);
  });
});

describe('the outbox', () => {
  it('gives the newest when two wait', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('a-newer', '2026-03-01T10:16:00.000Z'));
    await vault.keepEnvelope(waiting('b-older', '2026-03-01T10:15:00.000Z'));
    expect((await vault.lookBack(NOW)).waiting?.envelope.header.sessionId).toBe('a-newer');
  });

  it('gives way to the receipt', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    await vault.noteSent(SENT);
    await vault.keepReceipt('s-1', RECEIPT);
    expect(await vault.lookBack(NOW)).toEqual(NOTHING);
    expect(await vault.receiptOf('s-1')).toEqual(RECEIPT);
  });

  it('is emptied of what is this seller’s, and of nothing else', async () => {
    await createVault(ADA).keepEnvelope(waiting('a'));
    await createVault(BAO).keepEnvelope(waiting('b'));
    await createVault(BAO).dropEnvelopes();
    expect(await keysIn('outbox')).toEqual(['a']);
  });
});

describe('receipts and clips', () => {
  it('a receipt goes with the clip that was kept beside it', async () => {
    const vault = createVault(ADA);
    await vault.keepReceipt('s-1', RECEIPT);
    await vault.keepClip('s-1', CLIP, NOW);
    await vault.keepClip('s-2', CLIP, NOW);
    await vault.dropReceipt('v-1');
    expect([await keysIn('receipts'), await keysIn('clips')]).toEqual([[], ['s-2']]);
  });
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
