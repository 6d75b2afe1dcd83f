import type { DBSchema, IDBPDatabase } from 'idb';
import type { Clip } from '../core/capture.js';
import type { Receipt } from '../envelope/receipt.js';
import type { SealedClip } from './clip-cipher.js';
import type { SentSession, WaitingEnvelope } from './things.js';

export interface StoredEnvelope extends WaitingEnvelope {
  /** The seller pressed send and has not come back since: until then it may go out without them (outbox-worker.ts). */
  readonly released?: boolean;
}

/** What the browser may keep for the seller, after consent only: nothing depends on it (requirement B-14). Everything
 * has an owner, who alone may see, send or delete it, and an end, after which whoever comes next deletes it. */
export interface Owned<Value> {
  /** Salted hash of whose it is (owner.ts). */
  readonly owner: string;
  /** Deleted from then on, ms since 1970. */
  readonly untilMs: number;
  readonly value: Value;
}

export interface ReceiptOfSession {
  readonly receipt: Receipt;
  readonly sessionId: string;
}

/** As version 2 kept it, not encrypted. It is sealed when the database is next opened (seal-older.ts). */
export interface ClipOfVersion2 extends Clip {
  readonly sessionId: string;
  readonly keptAt: string;
}

interface StoreOf<Value> {
  key: string;
  value: Owned<Value>;
  indexes: { owner: string };
}

export interface VaultSchema extends DBSchema {
  /** By session. */
  outbox: StoreOf<StoredEnvelope>;
  /** What may have arrived without an answer, by session. */
  sent: StoreOf<SentSession>;
  /** By verification. */
  receipts: StoreOf<ReceiptOfSession>;
  /** By session. */
  clips: StoreOf<SealedClip | ClipOfVersion2>;
  /** Each clip's own, by session, not extractable. Without it nobody can watch the clip. */
  clipKeys: StoreOf<CryptoKey>;
  /** `salt`: makes the owners' hashes of this database its own. */
  meta: { key: 'salt'; value: Uint8Array<ArrayBuffer> };
}

export const OWNED_STORES = ['outbox', 'sent', 'receipts', 'clips', 'clipKeys'] as const;
export const CLIP_STORES = ['clips', 'clipKeys'] as const;
export type OwnedStore = (typeof OWNED_STORES)[number];
export type OwnedValue<Store extends OwnedStore> = VaultSchema[Store]['value']['value'];
export type Database = IDBPDatabase<VaultSchema>;
