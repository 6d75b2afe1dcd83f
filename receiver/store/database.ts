import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.js';

/** Either driver; also what a transaction gives. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDatabase {
  readonly database: Database;
  /** Whether there is room for something new. */
  hasRoom(): Promise<boolean>;
  close(): Promise<void>;
  /** Lets go without writing anything more: the folder is another's. */
  abandon(): Promise<void>;
}
