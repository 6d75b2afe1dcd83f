import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '../envelope/wire.js';
import { createVault, type Vault, type WaitingEnvelope } from './vault.js';

const ENDPOINT = 'https://verify.example/candor';
const NOW = new Date('2026-03-01T10:05:00.000Z');

function waiting(sessionId: string, submitBy: string, endpoint = ENDPOINT): WaitingEnvelope {
  // The vault reads the session's id and nothing else of an envelope.
  const envelope = { v: 1, header: { sessionId }, enc: 'AA', ciphertext: 'AA' } as Envelope;
  return {
    endpoint,
    envelope,
    submitBy,
    consent: { receipt_id: 'c-1' },
    consentHash: 'h',
    noticeVersion: '1',
  };
}

async function keysIn(store: 'outbox' | 'receipts' | 'clips'): Promise<IDBValidKey[]> {
  const database = await openDB('candor');
  const keys = await database.getAllKeys(store);
  database.close();
  return keys;
}

const RECEIPT = { outcome: { verificationId: 'v-1' } };
const CLIP = { blob: new Blob(['clip'], { type: 'video/webm' }), mimeType: 'video/webm', durationMs: 5_000 };

/** Every method once; what each resolves to. */
async function useAll(vault: Vault): Promise<unknown[]> {
  return [
    await vault.keepEnvelope(waiting('s-1', '2026-03-01T10:15:00.000Z')),
    await vault.waitingEnvelope(NOW),
    await vault.dropEnvelope('s-1'),
    await vault.keepReceipt(RECEIPT),
    await vault.dropReceipt('v-1'),
    await vault.keepClip('s-1', CLIP),
    await vault.dropClip('s-1'),
  ];
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('gives back the envelope that waits for this endpoint, in another visit', async () => {
    await createVault(ENDPOINT).keepEnvelope(waiting('s-1', '2026-03-01T10:15:00.000Z'));
    expect(await createVault(ENDPOINT).waitingEnvelope(NOW)).toEqual(
      waiting('s-1', '2026-03-01T10:15:00.000Z'),
    );
  });

  it('does not give one endpoint what waits for another', async () => {
    await createVault(ENDPOINT).keepEnvelope(waiting('s-1', '2026-03-01T10:15:00.000Z'));
    expect(await createVault('https://other.example').waitingEnvelope(NOW)).toBeNull();
    expect(await keysIn('outbox')).toEqual(['s-1']);
  });

  it('deletes what is past its time, whoever it was for', async () => {
    const vault = createVault(ENDPOINT);
    await vault.keepEnvelope(waiting('late', NOW.toISOString()));
    await vault.keepEnvelope(waiting('later', '2026-03-01T09:00:00.000Z', 'https://other.example'));
    await vault.keepEnvelope(waiting('good', '2026-03-01T10:05:00.001Z'));
    expect((await vault.waitingEnvelope(NOW))?.envelope.header.sessionId).toBe('good');
    expect(await keysIn('outbox')).toEqual(['good']);
  });

  it('gives the newest when two wait', async () => {
    const vault = createVault(ENDPOINT);
    await vault.keepEnvelope(waiting('a-newer', '2026-03-01T10:16:00.000Z'));
    await vault.keepEnvelope(waiting('b-older', '2026-03-01T10:15:00.000Z'));
    expect((await vault.waitingEnvelope(NOW))?.envelope.header.sessionId).toBe('a-newer');
  });

  it('forgets what was delivered', async () => {
    const vault = createVault(ENDPOINT);
    await vault.keepEnvelope(waiting('s-1', '2026-03-01T10:15:00.000Z'));
    await vault.dropEnvelope('s-1');
    expect(await vault.waitingEnvelope(NOW)).toBeNull();
  });
});

describe('receipts and clips', () => {
  it('are kept by the id of their verification or session, and removed without a trace', async () => {
    const vault = createVault(ENDPOINT);
    await vault.keepReceipt(RECEIPT);
    expect(await vault.keepClip('s-1', CLIP)).toBe(true);
    expect([await keysIn('receipts'), await keysIn('clips')]).toEqual([['v-1'], ['s-1']]);
    await vault.dropReceipt('v-1');
    await vault.dropClip('s-1');
    expect([await keysIn('receipts'), await keysIn('clips')]).toEqual([[], []]);
  });
});

describe('a browser without usable storage', () => {
  const NOTHING = [undefined, null, undefined, undefined, undefined, false, undefined];

  it('is no error when IndexedDB is missing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await useAll(createVault(ENDPOINT))).toEqual(NOTHING);
  });

  it('is no error when every call throws', async () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    vi.stubGlobal('indexedDB', { open: refuse });
    expect(await useAll(createVault(ENDPOINT))).toEqual(NOTHING);
  });

  it('does not hold up the verification when the database never answers', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => Object.assign(new EventTarget(), { result: undefined }) });
    const kept = createVault(ENDPOINT).keepClip('s-1', CLIP);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await kept).toBe(false);
  });

  it('works again once storage does', async () => {
    const good = indexedDB;
    vi.stubGlobal('indexedDB', undefined);
    const vault = createVault(ENDPOINT);
    expect(await vault.keepClip('s-1', CLIP)).toBe(false);
    vi.stubGlobal('indexedDB', good);
    expect(await vault.keepClip('s-1', CLIP)).toBe(true);
  });
});

describe('createVault', () => {
  it('opens nothing before something is to be kept or looked for', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const vault = createVault(ENDPOINT);
    expect(open).not.toHaveBeenCalled();
    await vault.waitingEnvelope(NOW);
    expect(open).toHaveBeenCalledOnce();
  });

  it('lets another tab upgrade the database', async () => {
    const vault = createVault(ENDPOINT);
    await vault.keepReceipt(RECEIPT);
    const upgraded = await openDB('candor', 2);
    expect(upgraded.version).toBe(2);
    upgraded.close();
  });
});
