import { randomUUID } from 'node:crypto';
import { and, eq, inArray, lt, notExists, sql } from 'drizzle-orm';
import type { Random } from '../options.js';
import type { Database } from '../store/database.js';
import { keySlots, templates } from '../store/schema.js';
import type { MasterKeys } from './master-keys.js';
import type { Absent, KeySlot, Reclaimed, StoredSlots } from './slots.js';

const KEY_BYTES = 32;
/** Ids in one statement. */
const BATCH = 1_000;
/** A slot that is older than this and that no template refers to belongs to none that is being stored. */
const ORPHAN_AGE = sql`interval '10 minutes'`;

/** The slots of several receivers in the database that they share, each wrapped by the master key. A row that was deleted stays in data
 * files, write-ahead log and backups for a while: it opens with the master key of that time until that is replaced and gone
 * (docs/several-receivers.md). */
export class DatabaseSlots implements StoredSlots {
  readonly slotsId = 'database';
  readonly #database: Database;
  readonly #masterKeys: MasterKeys;
  readonly #random: Random;

  /** @param database - not one whose connections are all in transactions that wait for this. */
  constructor(database: Database, masterKeys: MasterKeys, random: Random) {
    this.#database = database;
    this.#masterKeys = masterKeys;
    this.#random = random;
  }

  count(): Promise<number> {
    return this.#database.$count(keySlots);
  }

  async create(): Promise<KeySlot> {
    const slotId = randomUUID();
    const key = this.#random(KEY_BYTES);
    await this.#database.insert(keySlots).values({ slotId, ...this.#masterKeys.wrap(slotId, key) });
    return { slotId, key };
  }

  async read(slotIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const keys = new Map<string, Uint8Array>();
    for (let at = 0; at < slotIds.length; at += BATCH) {
      const rows = await this.#database
        .select()
        .from(keySlots)
        .where(inArray(keySlots.slotId, slotIds.slice(at, at + BATCH)));
      for (const row of rows) keys.set(row.slotId, this.#masterKeys.unwrap(row.slotId, row));
    }
    return keys;
  }

  async destroy(slotIds: readonly string[]): Promise<void> {
    for (let at = 0; at < slotIds.length; at += BATCH)
      await this.#database.delete(keySlots).where(inArray(keySlots.slotId, slotIds.slice(at, at + BATCH)));
  }

  async reclaim(kept: ReadonlySet<string>, judge?: (absent: Absent) => void): Promise<Reclaimed> {
    const missing = new Set(kept);
    for (const { slotId } of await this.#database.select({ slotId: keySlots.slotId }).from(keySlots))
      missing.delete(slotId);
    // In the one place that there is: whatever is not there was deleted.
    const absent = { missing: [...missing], unknown: [] };
    judge?.(absent);
    const owner = this.#database
      .select({ one: sql`1` })
      .from(templates)
      .where(eq(templates.slotId, keySlots.slotId));
    const gone = await this.#database
      .delete(keySlots)
      .where(and(lt(keySlots.madeAt, sql`now() - ${ORPHAN_AGE}`), notExists(owner)))
      .returning({ slotId: keySlots.slotId });
    return { reclaimed: gone.length, ...absent };
  }

  async close(): Promise<void> {
    // The database is another's to close.
  }
}
