import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  ADA,
  allKeys,
  BAO,
  CLIP,
  clipOf,
  ENDPOINT,
  emptyStorage,
  fill,
  keysIn,
  NOTHING,
  NOW,
  RECEIPT,
  receiptOf,
  SENT,
  SUBMIT_BY,
  TabStorage,
  waiting,
} from './kept.fixture.js';
import { createVault } from './vault.js';

beforeEach(() => {
  emptyStorage();
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
    expect(await vault.stateOf('s-1')).toBe('gone');
    expect(await vault.receiptOf('s-1-done')).toBeNull();
    expect(await vault.kept(NOW)).toEqual({ receipts: [], clips: [] });
    await vault.dropEnvelope('s-1');
    await vault.dropEnvelopes();
    await vault.forgetSent('s-1');
    const { outcome } = receiptOf('s-1');
    await vault.dropReceipt({ ...receiptOf('s-9'), outcome: { ...outcome, removalToken: 'another' } });
    await vault.dropClip('s-1-done');
    expect(await allKeys()).toEqual(before);
  });

  it('is not replaced by what another receiver gives the same ids, which then is not kept', async () => {
    await fill(createVault(ADA));
    const vault = createVault({ ...ADA, endpoint: 'https://verify.example:8443' });
    const kept = await createVault(ADA).kept(NOW);
    const receipt = { ...RECEIPT, outcome: { ...RECEIPT.outcome, verificationId: 'v-of-s-1' } };
    const answers = [
      await vault.keepEnvelope(waiting('s-1')),
      await vault.noteSent(SENT, SUBMIT_BY),
      await vault.keepReceipt('s-1', receipt),
      await vault.keepClip(clipOf('s-1-done'), CLIP, NOW),
    ];
    expect(answers).toEqual([false, undefined, false, false]);
    expect(await createVault(ADA).kept(NOW)).toEqual(kept);
    expect(await createVault(ADA).lookBack(NOW)).toEqual({ waiting: waiting('s-1'), sent: [SENT] });
  });

  it('is this tab, until it is closed, where nobody says who it is', async () => {
    const nobody = { endpoint: ENDPOINT, subject: undefined };
    await fill(createVault(nobody));
    expect((await createVault(nobody).lookBack(NOW)).waiting).toEqual(waiting('s-1'));
    vi.stubGlobal('sessionStorage', new TabStorage());
    expect(await createVault(nobody).lookBack(NOW)).toEqual(NOTHING);
  });

  it('is this page where the tab’s own storage keeps nothing, and does not say so', async () => {
    vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {} });
    const nobody = { endpoint: ENDPOINT, subject: undefined };
    await fill(createVault(nobody));
    expect(await createVault(nobody).stateOf('s-1')).toBe('released');
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

  it.each([
    ['by a century', 36_500],
    ['back to 1970', -20_000],
  ])(
    'does not come by the device’s clock, which is off %s, before a receiver has said what time it is',
    async (_, days) => {
      await fill(createVault(ADA));
      const all = await allKeys();
      vi.useFakeTimers({ toFake: ['Date'], now: NOW.getTime() + days * 86_400_000 });
      onTestFinished(() => {
        vi.useRealTimers();
      });
      for (const whose of [ADA, BAO]) {
        await createVault(whose).kept(null);
        await createVault(whose).lookBack(null);
      }
      expect(await allKeys()).toEqual(all);
      expect(await createVault(ADA).lookBack(null)).toEqual({ waiting: waiting('s-1'), sent: [SENT] });
    },
  );

  it('does not come at once for the mark of what was sent from a device in 1970', async () => {
    const vault = createVault(ADA);
    const sent = { ...SENT, sentAt: '1970-01-01T00:00:00.000Z' };
    await vault.noteSent(sent, SUBMIT_BY);
    expect((await vault.lookBack(NOW)).sent).toEqual([sent]);
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

  it('may go out without the seller from their press until they come back, and not after', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    expect([await vault.stateOf('s-1'), await vault.released()]).toEqual(['released', [waiting('s-1')]]);
    const again = createVault(ADA);
    expect((await again.lookBack(NOW)).waiting).toEqual(waiting('s-1'));
    expect([await again.stateOf('s-1'), await again.released()]).toEqual(['held', []]);
    await again.keepEnvelope(waiting('s-1'));
    expect(await again.stateOf('s-1')).toBe('released');
    expect(await createVault(BAO).released()).toEqual([]);
  });

  it('may still go out after somebody has only looked at it', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    const looked = { waiting: waiting('s-1'), isReleased: true, sent: [] };
    expect([await createVault(ADA).lookAt(NOW), await vault.stateOf('s-1')]).toEqual([looked, 'released']);
    await vault.lookBack(NOW);
    expect(await vault.lookAt(NOW)).toEqual({ ...looked, isReleased: false });
  });

  it('gives way to the receipt', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    await vault.noteSent(SENT, SUBMIT_BY);
    await vault.keepReceipt('s-1', RECEIPT);
    expect(await vault.lookBack(NOW)).toEqual(NOTHING);
    expect(await vault.receiptOf('s-1')).toEqual(RECEIPT);
  });

  it('is there until its receipt is, whenever the page ends', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    await vault.noteSent(SENT, SUBMIT_BY);
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    onTestFinished(() => transactions.mockRestore());
    await vault.keepReceipt('s-1', RECEIPT);
    const written = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(written.map(([stores]) => stores)).toEqual([['receipts', 'sent', 'outbox']]);
  });

  it('is emptied of what is this seller’s, and of nothing else', async () => {
    await createVault(ADA).keepEnvelope(waiting('a'));
    await createVault(BAO).keepEnvelope(waiting('b'));
    await createVault(BAO).dropEnvelopes();
    expect(await keysIn('outbox')).toEqual(['a']);
  });
});
