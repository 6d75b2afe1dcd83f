import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import 'fake-indexeddb/auto';
import { expect, vi } from 'vitest';
import type { Receipt } from '../envelope/receipt.js';
import type { Envelope } from '../envelope/wire.js';
import type { ClipOf, Vault, WaitingEnvelope } from './vault.js';

/** What the tests of the vault keep, and where. */

export const ENDPOINT = 'https://verify.example/candor';
export const NOW = new Date('2026-03-01T10:05:00.000Z');
export const ADA = { endpoint: ENDPOINT, subject: 'ada' };
export const BAO = { endpoint: ENDPOINT, subject: 'bao' };
export const never = new AbortController().signal;

export const SUBMIT_BY = '2026-03-01T10:15:00.000Z';

export function waiting(sessionId: string, submitBy = SUBMIT_BY): WaitingEnvelope {
  // Nothing else of an envelope is read.
  const header = { sessionId, nonce: 'n-1', createdAt: '2026-03-01T10:04:00.000Z' };
  const envelope = { v: 1, header, enc: 'AA', ciphertext: 'AA' } as Envelope;
  return {
    endpoint: ENDPOINT,
    envelope,
    submitBy,
    consent: { receipt_id: 'c-1' },
    consentHash: 'h',
    noticeVersion: '1',
  };
}

/** What has its own entry for the seller; keys go with their clips. */
export const STORES = ['outbox', 'sent', 'receipts', 'clips'] as const;

export async function keysIn(store: (typeof STORES)[number] | 'clipKeys'): Promise<IDBValidKey[]> {
  const database = await openDB('candor');
  const keys = await database.getAllKeys(store);
  database.close();
  return keys;
}

export async function allKeys(): Promise<IDBValidKey[]> {
  return (await Promise.all(STORES.map(keysIn))).flat();
}

// The vault reads the address, the ids, the token and the dates of a receipt and nothing else.
export const RECEIPT = {
  endpoint: ENDPOINT,
  outcome: { verificationId: 'v-1', deleteAfter: '2027-03-01T10:00:00.000Z', removalToken: 'token-1' },
  consent: { session_id: 's-1', receipt_id: 'c-of-s-1' },
} as unknown as Receipt;

/** The receipt that `fill` keeps. */
export function receiptOf(sessionId: string): Receipt {
  const ofSession = `${sessionId}-done`;
  return {
    ...RECEIPT,
    outcome: { ...RECEIPT.outcome, verificationId: `v-of-${sessionId}` },
    consent: { session_id: ofSession, receipt_id: `c-of-${ofSession}` },
  };
}

export function clipOf(sessionId: string): ClipOf {
  return { sessionId, consentReceiptId: `c-of-${sessionId}` };
}

export const CLIP = {
  blob: new Blob(['clip'], { type: 'video/webm' }),
  mimeType: 'video/webm',
  durationMs: 5_000,
};
export const SENT = { sessionId: 's-1', nonce: 'n-1', sentAt: NOW.toISOString() };
export const NOTHING = { waiting: null, sent: [] };

/** One of everything. */
export async function fill(vault: Vault, sessionId = 's-1'): Promise<void> {
  await vault.keepReceipt(`${sessionId}-done`, receiptOf(sessionId));
  await vault.keepEnvelope(waiting(sessionId));
  await vault.noteSent({ ...SENT, sessionId }, SUBMIT_BY);
  expect(await vault.keepClip(clipOf(`${sessionId}-done`), CLIP, NOW)).toBe(true);
}

/** Every method once; what each resolves to. */
export async function useAll(vault: Vault): Promise<unknown[]> {
  return [
    await vault.keepEnvelope(waiting('s-1')),
    await vault.stateOf('s-1'),
    await vault.lookBack(NOW),
    await vault.dropEnvelope('s-1'),
    await vault.dropEnvelopes(),
    await vault.noteSent(SENT, SUBMIT_BY),
    await vault.sent(),
    await vault.forgetSent('s-1'),
    await vault.keepReceipt('s-1', RECEIPT),
    await vault.receiptOf('s-1'),
    await vault.dropReceipt(RECEIPT),
    await vault.keepClip(clipOf('s-1'), CLIP, NOW),
    await vault.kept(NOW),
    await vault.dropClip('s-1'),
    await vault.isReadable(),
  ];
}

/** `sessionStorage`, which Node has not. */
export class TabStorage {
  readonly #items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
}

/** A browser that has kept nothing yet. Ends with `vi.unstubAllGlobals()`. */
export function emptyStorage(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('sessionStorage', new TabStorage());
}
