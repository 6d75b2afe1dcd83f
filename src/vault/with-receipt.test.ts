import { openDB } from 'idb';
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
} from './kept.fixture.js';
import { createVault } from './vault.js';

/** What goes with a receipt, and whose receipt it takes. */

beforeEach(() => {
  emptyStorage();
});
afterEach(() => vi.unstubAllGlobals());

describe('receipts and clips', () => {
  it('a receipt goes with the clips of all recordings of its agreement', async () => {
    const vault = createVault(ADA);
    await vault.keepClip({ sessionId: 's-0', consentReceiptId: 'c-of-s-1' }, CLIP, NOW);
    await vault.keepReceipt('s-1', RECEIPT);
    await vault.keepClip(clipOf('s-1'), CLIP, NOW);
    await vault.keepClip(clipOf('s-2'), CLIP, NOW);
    expect(await vault.dropReceipt(RECEIPT)).toBe(true);
    expect(await keysIn('receipts')).toEqual([]);
    expect([await keysIn('clips'), await keysIn('clipKeys')]).toEqual([['s-2'], ['s-2']]);
  });

  it('a receipt that was not kept goes with its clip, and with those of the sessions that are named', async () => {
    const vault = createVault(ADA);
    for (const session of ['s-1', 's-2', 's-3']) await vault.keepClip(clipOf(session), CLIP, NOW);
    expect(await vault.dropReceipt(RECEIPT, ['s-2'])).toBe(true);
    expect(await keysIn('clips')).toEqual(['s-3']);
  });

  it('whoever has the receipt has what was kept with it deleted, whatever page they open it on', async () => {
    await fill(createVault(ADA));
    const elsewhere = createVault({ endpoint: '', subject: undefined });
    expect(await elsewhere.dropReceipt(receiptOf('s-1'))).toBe(true);
    expect([await keysIn('receipts'), await keysIn('clips'), await keysIn('clipKeys')]).toEqual([[], [], []]);
  });

  it('a clip that names no agreement, as older ones do, goes with the session of a receipt that is proven', async () => {
    await fill(createVault(ADA));
    const database = await openDB('candor');
    const { value, ...of } = await database.get('clips', 's-1-done');
    const { consentReceiptId: _, ...older } = value;
    await database.put('clips', { ...of, value: older }, 's-1-done');
    database.close();
    const elsewhere = createVault(BAO);
    const { outcome } = receiptOf('s-1');
    await elsewhere.dropReceipt({ ...receiptOf('s-1'), outcome: { ...outcome, removalToken: 'another' } });
    expect(await keysIn('clips')).toEqual(['s-1-done']);
    await elsewhere.dropReceipt(receiptOf('s-1'));
    expect(await keysIn('clips')).toEqual([]);
  });

  it('what the disk refuses to delete with a receipt is not said to be gone', async () => {
    const vault = createVault(ADA);
    await fill(vault);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('The disk has failed.', 'UnknownError');
    });
    expect(await vault.dropReceipt(receiptOf('s-1'))).toBe(false);
    vi.restoreAllMocks();
    expect([await keysIn('receipts'), await keysIn('clips')]).toEqual([['v-of-s-1'], ['s-1-done']]);
  });

  it('a clip without a subject is kept for a day', async () => {
    const vault = createVault({ ...ADA, subject: undefined });
    await vault.keepClip(clipOf('s-1'), CLIP, NOW);
    const { clips } = await vault.kept(NOW);
    expect(clips).toMatchObject([{ deleteAfter: '2026-03-02T10:05:00.000Z' }]);
    await vault.kept(new Date('2026-03-02T10:05:00.000Z'));
    expect([await keysIn('clips'), await keysIn('clipKeys')]).toEqual([[], []]);
  });

  it('a receipt goes with the clip that was kept beside it', async () => {
    const vault = createVault(ADA);
    await vault.keepReceipt('s-1', RECEIPT);
    await vault.keepClip(clipOf('s-1'), CLIP, NOW);
    await vault.keepClip(clipOf('s-2'), CLIP, NOW);
    await vault.dropReceipt(RECEIPT);
    expect([await keysIn('receipts'), await keysIn('clips')]).toEqual([[], ['s-2']]);
  });
});
