import { allOrNothing } from './all-or-nothing.js';
import type { Storage } from './idb.js';
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

/** What is deleted is gone from the browser's own log too, before anybody says so. */
const FOR_GOOD = { durability: 'strict' } as const;

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
      await storage.look(async (database) => {
        const names = withKeys(store);
        const transaction = database.transaction(names, 'readwrite', FOR_GOOD);
        await allOrNothing(
          transaction,
          names.map((name) => () => transaction.objectStore(name).delete(key)),
        );
      }, undefined);
    },
    clear: (store: OwnedStore): Promise<void> =>
      storage.look(async (database) => {
        const owner = await ownerIn(database, principal);
        const names = withKeys(store);
        const transaction = database.transaction(names, 'readwrite', FOR_GOOD);
        for (const name of names) {
          const mine = transaction.objectStore(name).index('owner').iterate(owner);
          for await (const cursor of mine) await cursor.delete();
        }
        await transaction.done;
      }, undefined),
  };
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
