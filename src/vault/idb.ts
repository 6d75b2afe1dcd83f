import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Clip } from '../core/capture.js';
import type { Receipt } from '../envelope/receipt.js';
import { VAULT_NAME } from './name.js';
import type { SentSession, WaitingEnvelope } from './things.js';

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

export interface StoredClip extends Clip {
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
  outbox: StoreOf<WaitingEnvelope>;
  /** What may have arrived without an answer, by session. */
  sent: StoreOf<SentSession>;
  /** By verification. */
  receipts: StoreOf<ReceiptOfSession>;
  /** By session. */
  clips: StoreOf<StoredClip>;
  /** `salt`: makes the owners' hashes of this database its own. */
  meta: { key: 'salt'; value: Uint8Array<ArrayBuffer> };
}

export const OWNED_STORES = ['outbox', 'sent', 'receipts', 'clips'] as const;
export type OwnedStore = (typeof OWNED_STORES)[number];
export type Database = IDBPDatabase<VaultSchema>;

/** 2: everything has an owner. What version 1 had kept had none and is deleted: nobody can tell whose it was. */
const VERSION = 2;
const SALT_BYTES = 16;
/** Storage that does not answer (a blocked upgrade, a stuck private mode) must not hold up a verification, ms. */
const PATIENCE_MS = 3_000;

export interface Storage {
  /** Runs `work` on the database, which is made where there is none; `fallback` when storage is missing, refuses or hangs. */
  use<T>(work: (database: Database) => Promise<T>, fallback: T): Promise<T>;
  /** As {@link use}, but makes nothing: without a database there is nothing to look at. */
  look<T>(work: (database: Database) => Promise<T>, fallback: T): Promise<T>;
}

async function upgrade(database: Database): Promise<void> {
  for (const old of [...database.objectStoreNames]) database.deleteObjectStore(old);
  for (const name of OWNED_STORES) database.createObjectStore(name).createIndex('owner', 'owner');
  await database.createObjectStore('meta').put(crypto.getRandomValues(new Uint8Array(SALT_BYTES)), 'salt');
}

/** Whether there is a database. An engine that cannot list them is taken to have one. */
async function exists(name: string): Promise<boolean> {
  if (indexedDB.databases === undefined) return true;
  return (await indexedDB.databases()).some((database) => database.name === name);
}

export function openStorage(name: string = VAULT_NAME): Storage {
  let opening: Promise<Database> | undefined;
  /** Lets go of a connection that is of no use any more; the next use opens a new one. */
  const letGo = (): void => {
    opening?.then((database) => database.close()).catch(() => {});
    opening = undefined;
  };
  const open = (): Promise<Database> => {
    opening ??= openDB<VaultSchema>(name, VERSION, {
      upgrade,
      // Another tab has a newer version: it should not have to wait for this one.
      blocking: letGo,
      terminated: letGo,
    });
    return opening;
  };
  const patiently = async <T>(work: () => Promise<T>, fallback: T): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<T>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, fallback);
    });
    try {
      return await Promise.race([work(), tooLate]);
    } catch {
      letGo();
      return fallback;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    use: (work, fallback) => patiently(async () => work(await open()), fallback),
    look: (work, fallback) =>
      patiently(
        async () => (opening !== undefined || (await exists(name)) ? work(await open()) : fallback),
        fallback,
      ),
  };
}
