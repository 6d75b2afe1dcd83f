import type { Clip } from '../core/capture.js';
import type { Receipt } from '../envelope/receipt.js';
import {
  type Database,
  OWNED_STORES,
  type Owned,
  type OwnedStore,
  openStorage,
  type Storage,
  type VaultSchema,
} from './idb.js';
import { ownerIn, type Principal } from './owner.js';
import type { KeptClip, KeptThings, LeftBehind, SentSession, WaitingEnvelope } from './things.js';

export type { KeptClip, KeptThings, LeftBehind, SentSession, WaitingEnvelope } from './things.js';

/** What one seller keeps in this browser. Storage may be missing or refuse: every method resolves, at worst with
 * nothing. Nothing of another owner is given, changed or deleted, except what is past its time. */
export interface Vault {
  keepEnvelope(waiting: WaitingEnvelope): Promise<void>;
  hasEnvelope(sessionId: string): Promise<boolean>;
  /** Deletes every envelope of this owner. */
  dropEnvelopes(): Promise<void>;
  dropEnvelope(sessionId: string): Promise<void>;
  /** What is left of earlier visits. Deletes whatever is past its time, whoever's it is.
   * @param now - the receiver's time. */
  lookBack(now: Date): Promise<LeftBehind>;
  /** Before the first delivery: from now on it may have arrived. */
  noteSent(sent: SentSession): Promise<void>;
  sent(): Promise<readonly SentSession[]>;
  forgetSent(sessionId: string): Promise<void>;
  /** The answer has come: the receipt takes the place of the envelope. */
  keepReceipt(sessionId: string, receipt: Receipt): Promise<void>;
  receiptOf(sessionId: string): Promise<Receipt | null>;
  /** With the clip that was kept beside it. */
  dropReceipt(verificationId: string): Promise<void>;
  /** False when the browser would not keep it. */
  keepClip(sessionId: string, clip: Clip, now: Date): Promise<boolean>;
  dropClip(sessionId: string): Promise<void>;
  dropClips(): Promise<void>;
  kept(now: Date): Promise<KeptThings>;
  /** One tab at a time, where the browser has locks. */
  alone<T>(sessionId: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

const DAY_MS = 86_400_000;
/** How long a clip is kept that the seller wanted to keep. */
export const CLIP_DAYS = 30;
/** How long it is remembered that something may have arrived: longer than a receiver keeps a session. */
const SENT_DAYS = 365;

/** The vault of one seller at one receiver. Nothing is opened before the first call. */
export function createVault(principal: Principal, storage: Storage = openStorage()): Vault {
  const own = ownedBy(principal, storage);
  return {
    keepEnvelope: async (waiting) => {
      await own.put('outbox', waiting.envelope.header.sessionId, Date.parse(waiting.submitBy), waiting);
    },
    hasEnvelope: async (sessionId) => (await own.get('outbox', sessionId)) !== null,
    dropEnvelopes: () => own.clear('outbox'),
    dropEnvelope: (sessionId) => own.drop('outbox', sessionId),
    lookBack: async (now) => {
      await storage.look((database) => sweep(database, principal, now), undefined);
      const waiting = (await own.all('outbox')).map(({ value }) => value);
      waiting.sort((a, b) => b.submitBy.localeCompare(a.submitBy));
      return { waiting: waiting[0] ?? null, sent: (await own.all('sent')).map(({ value }) => value) };
    },
    noteSent: async (sent) => {
      await own.put('sent', sent.sessionId, Date.parse(sent.sentAt) + SENT_DAYS * DAY_MS, sent);
    },
    sent: async () => (await own.all('sent')).map(({ value }) => value),
    forgetSent: (sessionId) => own.drop('sent', sessionId),
    keepReceipt: async (sessionId, receipt) => {
      const { verificationId, deleteAfter } = receipt.outcome;
      await own.put('receipts', verificationId, Date.parse(deleteAfter), { receipt, sessionId });
      await own.drop('sent', sessionId);
      await own.drop('outbox', sessionId);
    },
    receiptOf: async (sessionId) =>
      (await own.all('receipts')).find(({ value }) => value.sessionId === sessionId)?.value.receipt ?? null,
    dropReceipt: async (verificationId) => {
      const kept = await own.get('receipts', verificationId);
      await own.drop('receipts', verificationId);
      if (kept !== null) await own.drop('clips', kept.value.sessionId);
    },
    keepClip: (sessionId, { blob, mimeType, durationMs }, now) => {
      const clip = { blob, mimeType, durationMs, sessionId, keptAt: now.toISOString() };
      return own.put('clips', sessionId, now.getTime() + CLIP_DAYS * DAY_MS, clip);
    },
    dropClip: (sessionId) => own.drop('clips', sessionId),
    dropClips: () => own.clear('clips'),
    kept: async (now) => {
      await storage.look((database) => sweep(database, principal, now), undefined);
      const receipts = (await own.all('receipts')).map(({ value }) => value);
      return { receipts, clips: (await own.all('clips')).map(keptClip) };
    },
    alone,
  };
}

function keptClip({ value, untilMs }: Owned<OwnedValue<'clips'>>): KeptClip {
  const { sessionId, keptAt, ...clip } = value;
  return { sessionId, keptAt, clip, deleteAfter: new Date(untilMs).toISOString() };
}

async function alone<T>(sessionId: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) return work();
  // Under the session's random id, which other owners' pages do not know.
  return locks.request(`candor.${sessionId}`, { signal }, work);
}

/** Deletes what is past its time: this owner's by its receiver's clock; another's, whose receiver may have another time, only
 * where the device's clock agrees. */
async function sweep(database: Database, principal: Principal, now: Date): Promise<void> {
  const own = await ownerIn(database, principal);
  const nowMs = now.getTime();
  const earlierMs = Math.min(nowMs, Date.now());
  const transaction = database.transaction(OWNED_STORES, 'readwrite');
  for (const name of OWNED_STORES) {
    for await (const cursor of transaction.objectStore(name)) {
      const { owner, untilMs } = cursor.value;
      if (untilMs <= (owner === own ? nowMs : earlierMs)) await cursor.delete();
    }
  }
  await transaction.done;
}

type OwnedValue<Store extends OwnedStore> = VaultSchema[Store]['value']['value'];

/** The stores as one owner sees them. */
function ownedBy(principal: Principal, storage: Storage) {
  const all = <Store extends OwnedStore>(store: Store): Promise<readonly Owned<OwnedValue<Store>>[]> =>
    storage.look(async (database) => {
      const owner = IDBKeyRange.only(await ownerIn(database, principal));
      return database.getAllFromIndex(store, 'owner', owner);
    }, []);
  const get = <Store extends OwnedStore>(
    store: Store,
    key: string,
  ): Promise<Owned<OwnedValue<Store>> | null> =>
    storage.look(async (database) => {
      const owner = await ownerIn(database, principal);
      const found = await database.get(store, key);
      return found?.owner === owner ? found : null;
    }, null);
  return {
    all,
    get,
    put: <Store extends OwnedStore>(
      store: Store,
      key: string,
      untilMs: number,
      value: OwnedValue<Store>,
    ): Promise<boolean> =>
      storage.use(async (database) => {
        const owned = { owner: await ownerIn(database, principal), untilMs, value };
        // TypeScript does not follow a record through the union of the stores.
        await database.put(store, owned as VaultSchema[Store]['value'], key);
        return true;
      }, false),
    drop: async (store: OwnedStore, key: string): Promise<void> => {
      if ((await get(store, key)) === null) return;
      await storage.look((database) => database.delete(store, key), undefined);
    },
    clear: (store: OwnedStore): Promise<void> =>
      storage.look(async (database) => {
        const owner = await ownerIn(database, principal);
        const transaction = database.transaction(store, 'readwrite');
        for await (const cursor of transaction.store.index('owner').iterate(owner)) await cursor.delete();
        await transaction.done;
      }, undefined),
  };
}
