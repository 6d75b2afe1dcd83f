import { allOrNothing } from './all-or-nothing.js';
import type { Storage, Work } from './idb.js';
import { oneByOne } from './in-turn.js';
import { ownerIn, type Principal } from './owner.js';
import {
  CLIP_STORES,
  type Database,
  OWNED_STORES,
  type Owned,
  type OwnedStore,
  type OwnedValue,
  type VaultSchema,
} from './schema.js';
import { deleteWithReceipt, type WithdrawnReceipt } from './with-receipt.js';

/** What is kept or deleted is so on the disk, and what is gone is gone from the browser's own log too, before anybody says so. */
const FOR_GOOD = { durability: 'strict' } as const;

/** What a record takes the place of, in other stores: it is there when they are gone, however the page ends. */
interface Replaced {
  readonly stores: readonly OwnedStore[];
  readonly key: string;
}

const NOTHING: Replaced = { stores: [], key: '' };

/** A clip goes with its key. */
function withKeys(store: OwnedStore): readonly OwnedStore[] {
  return store === 'clips' ? CLIP_STORES : [store];
}

/** The stores as one owner sees them. */
export function ownedBy(principal: Principal, storage: Storage) {
  const all = <Store extends OwnedStore>(store: Store): Promise<readonly Owned<OwnedValue<Store>>[]> =>
    storage.look(async (database) => {
      const owner = IDBKeyRange.only(await ownerIn(database, principal));
      return database.getAllFromIndex(store, 'owner', owner);
    }, []);
  const find = <Store extends OwnedStore>(
    store: Store,
    key: string,
  ): Promise<Owned<OwnedValue<Store>> | null | 'unknown'> =>
    storage.look<Owned<OwnedValue<Store>> | null | 'unknown'>(
      async (database) => {
        const owner = await ownerIn(database, principal);
        const found = await database.get(store, key);
        return found?.owner === owner ? found : null;
      },
      'unknown',
      null,
      'unknown',
    );
  // A write may wait for cryptography or the disk: what was asked for last is what is there in the end.
  const inTurn = oneByOne();
  const gone = (work: Work<void>): Promise<boolean> => {
    const done: Work<boolean> = (database, wanted) => work(database, wanted).then(() => true);
    return inTurn(() => storage.look(done, false, true));
  };
  return {
    all,
    /** `unknown` where the storage does not answer. */
    find,
    get: async <Store extends OwnedStore>(
      store: Store,
      key: string,
    ): Promise<Owned<OwnedValue<Store>> | null> => {
      const found = await find(store, key);
      return found === 'unknown' ? null : found;
    },
    inTurn,
    put: <Store extends OwnedStore>(
      store: Store,
      key: string,
      untilMs: number,
      value: OwnedValue<Store>,
      replaced: Replaced = NOTHING,
    ): Promise<boolean> =>
      inTurn(() =>
        storage.use(async (database, wanted) => {
          const owner = await ownerIn(database, principal);
          const transaction = database.transaction([store, ...replaced.stores], 'readwrite', FOR_GOOD);
          // TypeScript does not follow a record through the union of the stores.
          const owned = { owner, untilMs, value } as VaultSchema[OwnedStore]['value'];
          const write = () => putOwn(transaction.objectStore(store as OwnedStore), owned, key);
          const removals = replaced.stores.map((name) => async () => {
            const kept = transaction.objectStore(name);
            if ((await kept.get(replaced.key))?.owner === owner) await kept.delete(replaced.key);
          });
          await allOrNothing(transaction, [write, ...removals], wanted);
          return true;
        }, false),
      ),
    /** @returns whether it is known to be gone, or never to have been. */
    drop: (store: OwnedStore, key: string): Promise<boolean> =>
      gone((database, wanted) => deleteOne(database, principal, { store, key, wanted })),
    /** @returns as `drop`. */
    dropWith: (receipt: WithdrawnReceipt, sessions: readonly string[]): Promise<boolean> =>
      gone((database, wanted) => deleteWithReceipt(database, principal, { receipt, sessions, wanted })),
    /** @returns whether all of it is known to be gone, or never to have been. */
    clear: (store: OwnedStore): Promise<boolean> =>
      gone((database, wanted) => deleteAll(database, principal, { store, wanted })),
  };
}

interface StoreOfOwned<Value> {
  get(key: string): Promise<Value | undefined>;
  put(value: Value, key: string): Promise<unknown>;
}

/** Writes in the place of what this owner has there. An id is a receiver's word, and two receivers may give the same one.
 * @throws where it is another owner's: that stays. */
export async function putOwn<Value extends Owned<unknown>>(
  store: StoreOfOwned<Value>,
  owned: Value,
  key: string,
): Promise<void> {
  const kept = await store.get(key);
  if (kept !== undefined && kept.owner !== owned.owner)
    throw new Error('the id is of something of another owner');
  await store.put(owned, key);
}

interface Deletion {
  readonly store: OwnedStore;
  readonly wanted: AbortSignal;
}

async function deleteOne(
  database: Database,
  principal: Principal,
  { store, key, wanted }: Deletion & { readonly key: string },
): Promise<void> {
  const owner = await ownerIn(database, principal);
  if ((await database.get(store, key))?.owner !== owner) return;
  const names = withKeys(store);
  const transaction = database.transaction(names, 'readwrite', FOR_GOOD);
  const writes = names.map((name) => () => transaction.objectStore(name).delete(key));
  await allOrNothing(transaction, writes, wanted);
}

async function deleteAll(
  database: Database,
  principal: Principal,
  { store, wanted }: Deletion,
): Promise<void> {
  const owner = await ownerIn(database, principal);
  const names = withKeys(store);
  const transaction = database.transaction(names, 'readwrite', FOR_GOOD);
  const writes = names.map((name) => async () => {
    const mine = transaction.objectStore(name).index('owner').iterate(owner);
    for await (const cursor of mine) await cursor.delete();
  });
  await allOrNothing(transaction, writes, wanted);
}

/** Deletes what is past its time: this owner's by its receiver's clock; another's, whose receiver may have another time, only
 * where the device's clock agrees.
 * @param stated - by the receiver: the device's own time, which may be years ahead, is the end of nothing. */
export async function sweep(database: Database, principal: Principal, stated: Date): Promise<void> {
  const own = await ownerIn(database, principal);
  const nowMs = stated.getTime();
  const earlierMs = Math.min(nowMs, Date.now());
  const transaction = database.transaction(OWNED_STORES, 'readwrite', FOR_GOOD);
  for (const name of OWNED_STORES) {
    for await (const cursor of transaction.objectStore(name)) {
      const { owner, untilMs } = cursor.value;
      if (untilMs <= (owner === own ? nowMs : earlierMs)) await cursor.delete();
    }
  }
  await transaction.done;
}
