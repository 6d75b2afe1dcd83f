import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { DatabaseInUseError } from './life-lock.js';
import type { Locks } from './locks.js';
import type * as schema from './schema.js';

/** Either driver; also what a transaction gives. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDatabase {
  readonly database: Database;
  readonly locks: Locks;
  /** Null: no other process can work on this database. */
  readonly shared: SharedDatabase | null;
  /** Whether there is room for something new. */
  hasRoom(): Promise<boolean>;
  close(): Promise<void>;
  /** Lets go without writing anything more: the folder is another's. */
  abandon(): Promise<void>;
}

/** What a database that several receivers share has besides. */
export interface SharedDatabase {
  /** The same database, through a few connections of its own: for what is asked in the middle of a transaction that holds one
   * of the others, and must not wait until another transaction gives one back. */
  readonly aside: Database;
  /** Listens until it is closed, through all interruptions.
   * @param heard - called for each notification, and whenever a connection was made: something may have been missed. */
  listen(channel: string, heard: () => void): Listening;
  /** Tells other receivers, for as long as this one lives, that it works on this database.
   * @param mode - `alone`: its keys are its own. `shared`: so do those that share its keys.
   * @param onLost - called once, when a connection broke and another receiver took its place.
   * @throws {@link DatabaseInUseError} */
  holdForLife(
    mode: 'shared' | 'alone',
    onLost: (reason: DatabaseInUseError) => void,
  ): Promise<{ release(): Promise<void> }>;
}

export interface Listening {
  close(): Promise<void>;
}
