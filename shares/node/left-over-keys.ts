import type { Database } from './database.js';
import type { SlotKeys } from './slot-keys.js';

/** Brings the keys and the rows together again after an end in the middle of something: what is staged and has no key is forgotten, and
 * a key that no row names is destroyed.
 * @throws {@link ShareError} `shares.damaged` where a stored row has no key: nothing is destroyed then. */
export async function destroyLeftOver(database: Database, slots: SlotKeys): Promise<void> {
  const taken = await slots.taken();
  const staged = await database.query<{ id: string; slot: number }>('select id, slot from staged');
  const keyless = staged.rows.filter(({ slot }) => !taken.has(slot)).map(({ id }) => id);
  const stored = await database.query<{ slot: number }>('select slot from templates');
  const withKey = staged.rows.filter(({ slot }) => taken.has(slot));
  const used = [...stored.rows, ...withKey].map(({ slot }) => slot);
  await slots.keepOnly(new Set(used));
  await database.query('delete from staged where id = any($1)', [keyless]);
}
