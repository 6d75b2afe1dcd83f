import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './database.js';

/** A newer version of the receiver has changed the tables: what this one would read and write there, nobody has tried.
 * @example
 * if (error instanceof NewerDatabaseError) save(error.code); */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
  readonly code = 'database.newer';

  constructor(unknown: number, known: number) {
    super(
      `the database has had ${unknown} migrations that this version does not know (it knows ${known}): a newer version worked on it; start that one, or restore a backup from before it`,
    );
  }
}

export interface AppliedMigrations {
  /** Migrations that this version brings. */
  readonly known: number;
  /** Of those, how many the database has not had. */
  readonly pending: number;
  /** Those of a newer version that it has had. */
  readonly unknown: number;
}

/** What the database has had of the migrations in a folder, as drizzle's migrator counts: by the time in the journal. Changes nothing. */
export async function appliedMigrations(database: Database, folder: string): Promise<AppliedMigrations> {
  const timesMs = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  const applied = await appliedAt(database);
  const [newestKnown, newestApplied] = [Math.max(0, ...timesMs), Math.max(0, ...applied)];
  return {
    known: timesMs.length,
    pending: timesMs.filter((ms) => ms > newestApplied).length,
    unknown: applied.filter((ms) => ms > newestKnown).length,
  };
}

/** For a start, before it migrates.
 * @throws {@link NewerDatabaseError} */
export async function assertNotNewer(database: Database, folder: string): Promise<void> {
  const { unknown, known } = await appliedMigrations(database, folder);
  if (unknown > 0) throw new NewerDatabaseError(unknown, known);
}

async function appliedAt(database: Database): Promise<readonly number[]> {
  const place = sql<string | null>`to_regclass('drizzle.__drizzle_migrations')::text`;
  const [table] = await database.select({ place }).from(sql`(select 1) as one`);
  if (table?.place == null) return [];
  const at = sql<string>`created_at::text`;
  return (await database.select({ at }).from(sql`drizzle.__drizzle_migrations`)).map((row) => Number(row.at));
}
