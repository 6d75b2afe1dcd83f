import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './database.js';
import { MIGRATIONS } from './open-database.js';

export interface MigrationState {
  /** Migrations that this version brings. */
  readonly known: number;
  /** Of those, how many the database has not had. */
  readonly pending: number;
}

/** How far the database's tables are behind this version. Changes nothing. */
export async function migrationState(database: Database): Promise<MigrationState> {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  const last = await lastApplied(database);
  const pending = migrations.filter(({ folderMillis }) => folderMillis > last).length;
  return { known: migrations.length, pending };
}

/** As drizzle's migrator counts, by the time in the journal; 0 where none was ever applied. */
async function lastApplied(database: Database): Promise<number> {
  const place = sql<string | null>`to_regclass('drizzle.__drizzle_migrations')::text`;
  const [table] = await database.select({ place }).from(sql`(select 1) as one`);
  if (table?.place == null) return 0;
  const newest = sql<string | null>`max(created_at)::text`;
  const [row] = await database.select({ newest }).from(sql`drizzle.__drizzle_migrations`);
  return Number(row?.newest ?? 0);
}
