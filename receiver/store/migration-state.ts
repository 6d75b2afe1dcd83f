import type { Database } from './database.js';
import { type AppliedMigrations, appliedMigrations } from './newer-database.js';
import { MIGRATIONS } from './open-database.js';

/** How far the database's tables are behind this version, or ahead of it. Changes nothing. */
export function migrationState(database: Database): Promise<AppliedMigrations> {
  return appliedMigrations(database, MIGRATIONS);
}
