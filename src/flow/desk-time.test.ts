import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Receipt } from '../envelope/receipt.js';
import { EXAMPLE_RECORD as RECORD } from '../envelope/wire.fixture.js';
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
  NOW,
  receiptOf,
} from '../vault/kept.fixture.js';
import { createVault } from '../vault/vault.js';
import type { Desk } from './desk-state.js';
import { createDesk } from './desk-wire-up.js';

/** The real desk over real storage, on a device whose clock is years ahead: only a receiver says what is over. */

const FAST = new Date('2099-01-01T00:00:00.000Z');
const { verificationId } = RECORD;
/** The desk reads the ids and the dates of a receipt and nothing else. */
const KEPT = {
  endpoint: ENDPOINT,
  outcome: { verificationId, removalToken: 'A'.repeat(43), deleteAfter: '2027-03-01T10:00:00.000Z' },
} as Receipt;

let desk: Desk | undefined;
let answer: () => Response;

beforeEach(async () => {
  emptyStorage();
  vi.stubGlobal('fetch', async () => answer());
  await fill(createVault(ADA));
  vi.useFakeTimers({ toFake: ['Date'], now: FAST });
});
afterEach(() => {
  desk?.destroy();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function listed(subject: string, asksAtOnce: boolean): Promise<Desk> {
  const made = createDesk({ endpoint: ENDPOINT, subject, asksAtOnce });
  desk = made;
  const heard = vi.fn();
  made.subscribe(heard);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  return made;
}

it.each([ADA, BAO])('deletes nothing by the device’s clock, nor another’s', async ({ subject }) => {
  const all = await allKeys();
  const { takeOut } = await listed(subject, false);
  await takeOut();
  expect(await allKeys()).toEqual(all);
});

it('shows what the device takes for over, and deletes it once its receiver has answered what time it is', async () => {
  const vault = createVault(ADA);
  await vault.keepReceipt('s-2', KEPT);
  await vault.keepClip(clipOf('s-2'), CLIP, new Date(NOW.getTime() - 31 * 86_400_000));
  const asked: ((response: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise((resolve) => asked.push(resolve)));
  const { getState } = await listed('ada', true);
  expect(getState()).toMatchObject({ kept: { clips: [{}, {}], undelivered: { kind: 'unanswered' } } });
  for (const give of asked) give(Response.json(RECORD, { headers: { Date: NOW.toUTCString() } }));
  await vi.waitFor(() => expect(getState()).toMatchObject({ kept: { clips: [{ sessionId: 's-1-done' }] } }));
  expect(await keysIn('outbox')).toEqual(['s-1']);
});

it('takes out with the receiver’s time, where its answers say it', async () => {
  const vault = createVault(ADA);
  await vault.dropReceipt(receiptOf('s-1'));
  await vault.keepReceipt('s-2', KEPT);
  answer = () => Response.json(RECORD, { headers: { Date: NOW.toUTCString() } });
  const { takeOut } = await listed('ada', false);
  expect((await takeOut()).takenOutAt.slice(0, 10)).toBe('2026-03-01');
});

it('still shows what was withdrawn elsewhere, when it has deleted what is kept of it here', async () => {
  const vault = createVault(ADA);
  await vault.dropReceipt(receiptOf('s-1'));
  const consent = { session_id: 's-2', receipt_id: 'c-of-s-2' };
  await vault.keepReceipt('s-2', { ...KEPT, consent } as Receipt);
  await vault.keepClip(clipOf('s-3'), CLIP, new Date(NOW.getTime() - 31 * 86_400_000));
  const withdrawn = { ...RECORD, state: 'withdrawn', deletedAt: NOW.toISOString() };
  answer = () => Response.json(withdrawn, { headers: { Date: NOW.toUTCString() } });
  const { getState } = await listed('ada', true);
  await vi.waitFor(async () => expect(await keysIn('receipts')).not.toContain(verificationId));
  // What is over is gone: the list has been read anew with the receiver's time.
  await vi.waitFor(() => expect(getState()).toMatchObject({ kept: { clips: [] } }));
  expect(getState()).toMatchObject({
    kept: { receipts: [{ outcome: { verificationId } }] },
    held: { [verificationId]: { kind: 'known', record: { state: 'withdrawn' } } },
  });
});
