import { abort, type Transaction } from './all-or-nothing.js';
import type { Database } from './schema.js';

const SALT_BYTES = 16;

type Step = (database: Database) => Promise<unknown> | undefined;

/** What each version changed; step 0 leads to version 1. A later version adds stores and fields and leaves what is there
 * where it is: a tab with an older script goes on writing its envelopes and receipts into the newer database (idb.ts). */
const STEPS: readonly Step[] = [
  () => undefined,
  // Everything has an owner. What version 1 had kept had none and is deleted: nobody can tell whose it was.
  (database) => {
    for (const old of [...database.objectStoreNames]) database.deleteObjectStore(old);
    for (const name of ['outbox', 'sent', 'receipts', 'clips'] as const) {
      database.createObjectStore(name).createIndex('owner', 'owner');
    }
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    return database.createObjectStore('meta').put(salt, 'salt');
  },
  // Each clip is encrypted under a key of its own. Version 2's are sealed afterwards: no upgrade waits for WebCrypto.
  (database) => {
    database.createObjectStore('clipKeys').createIndex('owner', 'owner');
    return undefined;
  },
];

export const VERSION = STEPS.length;

/** A step that fails takes the whole upgrade back: half a database would refuse everything for ever.
 * @param oldVersion - 0 where there was no database. */
export async function upgrade(
  database: Database,
  oldVersion: number,
  _newVersion: number | null,
  transaction: Transaction,
): Promise<void> {
  transaction.done.catch(() => {}); // opening the database tells of it
  try {
    for (const step of STEPS.slice(oldVersion)) await step(database);
  } catch {
    abort(transaction);
  }
}
