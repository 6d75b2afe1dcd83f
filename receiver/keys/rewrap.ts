import { asc, eq, ne, sql } from 'drizzle-orm';
import type { Database } from '../store/database.js';
import { deploymentSecrets, keySlots } from '../store/schema.js';
import type { MasterKeys } from './master-keys.js';

/** Slots that are wrapped anew in one transaction. */
const BATCH = 500;

export interface Rewrapped {
  readonly secrets: number;
  readonly slots: number;
}

/** Wraps by the first master key whatever another one wrapped. From then on the others are needed for nothing, and what old copies of
 * the database hold opens with nothing that is still kept. Killed in the middle, it goes on when it is called again. */
export async function rewrapAll(database: Database, masterKeys: MasterKeys): Promise<Rewrapped> {
  const secrets = await rewrapSecrets(database, masterKeys);
  for (let slots = 0; ; ) {
    const some = await rewrapSomeSlots(database, masterKeys);
    if (some === 0) return { secrets, slots };
    slots += some;
  }
}

function rewrapSecrets(database: Database, masterKeys: MasterKeys): Promise<number> {
  return database.transaction(async (transaction) => {
    const rows = await transaction
      .select()
      .from(deploymentSecrets)
      .where(ne(deploymentSecrets.masterKeyId, masterKeys.currentId))
      .for('update');
    for (const row of rows) {
      const secret = masterKeys.unwrap(row.name, row);
      await transaction
        .update(deploymentSecrets)
        .set(masterKeys.wrap(row.name, secret))
        .where(eq(deploymentSecrets.name, row.name));
      secret.fill(0);
    }
    return rows.length;
  });
}

/** Who deletes one of them meanwhile waits for the end of the transaction, and then deletes it. */
function rewrapSomeSlots(database: Database, masterKeys: MasterKeys): Promise<number> {
  return database.transaction(async (transaction) => {
    const rows = await transaction
      .select()
      .from(keySlots)
      .where(ne(keySlots.masterKeyId, masterKeys.currentId))
      .orderBy(asc(keySlots.slotId))
      .limit(BATCH)
      .for('update');
    if (rows.length === 0) return 0;
    const wrapped = rows.map((row) => {
      const key = masterKeys.unwrap(row.slotId, row);
      const anew = { ...row, ...masterKeys.wrap(row.slotId, key) };
      key.fill(0);
      return anew;
    });
    // One statement for all: each is there, and stays there until this transaction ends.
    await transaction
      .insert(keySlots)
      .values(wrapped)
      .onConflictDoUpdate({
        target: keySlots.slotId,
        set: { masterKeyId: sql`excluded.master_key_id`, wrapped: sql`excluded.wrapped` },
      });
    return rows.length;
  });
}
