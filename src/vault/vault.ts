import type { Clip } from '../core/capture.js';
import type { Envelope } from '../envelope/wire.js';
import { openStorage, type Storage } from './idb.js';

/** A sealed envelope that could not be delivered yet, with what its receipt will need. */
export interface WaitingEnvelope {
  readonly endpoint: string;
  readonly envelope: Envelope;
  readonly submitBy: string;
  readonly consent: Readonly<Record<string, unknown>>;
  readonly consentHash: string;
  readonly noticeVersion: string;
}

/** A receipt as the vault needs to know it; the rest of it is kept unread. */
export interface KeptReceipt {
  readonly outcome: { readonly verificationId: string };
}

/** Storage that may be missing or refuse: every method resolves, at worst with nothing. */
export interface Vault {
  keepEnvelope(waiting: WaitingEnvelope): Promise<void>;
  waitingEnvelope(now: Date): Promise<WaitingEnvelope | null>;
  dropEnvelope(sessionId: string): Promise<void>;
  keepReceipt(receipt: KeptReceipt): Promise<void>;
  dropReceipt(verificationId: string): Promise<void>;
  /** False when the browser would not keep it. */
  keepClip(sessionId: string, clip: Clip): Promise<boolean>;
  dropClip(sessionId: string): Promise<void>;
}

/** The vault of one endpoint. Nothing is opened before the first call. */
export function createVault(endpoint: string, storage: Storage = openStorage()): Vault {
  return {
    keepEnvelope: (waiting) =>
      storage.use(async (database) => {
        await database.put('outbox', waiting, waiting.envelope.header.sessionId);
      }, undefined),
    waitingEnvelope: (now) => waitingEnvelope(storage, endpoint, now),
    dropEnvelope: (sessionId) => storage.use((database) => database.delete('outbox', sessionId), undefined),
    keepReceipt: (receipt) =>
      storage.use(async (database) => {
        await database.put('receipts', receipt, receipt.outcome.verificationId);
      }, undefined),
    dropReceipt: (verificationId) =>
      storage.use((database) => database.delete('receipts', verificationId), undefined),
    keepClip: (sessionId, { blob, mimeType, durationMs }) =>
      storage.use(async (database) => {
        await database.put('clips', { blob, mimeType, durationMs }, sessionId);
        return true;
      }, false),
    dropClip: (sessionId) => storage.use((database) => database.delete('clips', sessionId), undefined),
  };
}

/** The newest envelope for this endpoint that may still be delivered. What is past its time, for whatever endpoint, is
 * deleted on the way. */
function waitingEnvelope(storage: Storage, endpoint: string, now: Date): Promise<WaitingEnvelope | null> {
  return storage.use(async (database) => {
    const transaction = database.transaction('outbox', 'readwrite');
    const waiting: WaitingEnvelope[] = [];
    for await (const cursor of transaction.store) {
      // Only `keepEnvelope` writes here.
      const candidate = cursor.value as WaitingEnvelope;
      if (Date.parse(candidate.submitBy) <= now.getTime()) await cursor.delete();
      else if (candidate.endpoint === endpoint) waiting.push(candidate);
    }
    await transaction.done;
    waiting.sort((a, b) => b.submitBy.localeCompare(a.submitBy));
    return waiting[0] ?? null;
  }, null);
}
