import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { makeOwnerOnlyFolder } from '../keys/owner-only.js';
import { importing, PGLITE_PGVECTOR } from '../peers.js';
import type { OpenDatabase } from './database.js';
import { isPostgres } from './database-url.js';
import type { IndexKind } from './index-kinds.js';
import { UNSHARED } from './locks.js';
import { assertNotNewer } from './newer-database.js';
import { assertIndexOf } from './open-index.js';
import { PgliteThread } from './pglite-thread.js';
import { migratePostgres, openPostgres } from './postgres.js';
import { freeBytes, NEW_DATABASE_BYTES, RESERVE_BYTES } from './room.js';
import * as schema from './schema.js';
import { StorageError } from './storage-error.js';

/** The build copies this folder next to the file that this module ends up in. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** What is done about the tables on opening: brought up to the newest migration, or left as they are. */
export type Migrating = 'migrate' | 'leave';

/** Opens the database and, unless it is to be left, brings it up to the newest migration.
 * @param databaseUrl - `postgres://…`, `memory://`, or undefined for PGlite in a folder below `dataDir`.
 * @param index - what templates are searched with.
 * @throws {@link VectorsLeftError}; {@link NewerDatabaseError} where it would migrate. */
export async function openDatabase(
  databaseUrl: string | undefined,
  dataDir: string,
  migrating: Migrating = 'migrate',
  index: IndexKind = 'exact',
): Promise<OpenDatabase> {
  const open = await openAny(databaseUrl, dataDir, migrating, index);
  try {
    await assertIndexOf(open.database, index);
    return open;
  } catch (thrown) {
    await open.close();
    throw thrown;
  }
}

async function openAny(
  databaseUrl: string | undefined,
  dataDir: string,
  migrating: Migrating,
  index: IndexKind,
): Promise<OpenDatabase> {
  if (isPostgres(databaseUrl)) {
    if (migrating === 'migrate') await migratePostgres(databaseUrl, MIGRATIONS);
    return openPostgres(databaseUrl);
  }
  if (databaseUrl === undefined) {
    const folder = join(dataDir, 'database');
    await makeOwnerOnlyFolder(folder);
    await assertUsable(folder);
    return openPglite(folder, async () => (await freeBytes(folder)) >= RESERVE_BYTES, { migrating, index });
  }
  if (databaseUrl === 'memory://') return openMemory(null, index);
  // Without the value: it may hold a password.
  throw new RangeError('DATABASE_URL is neither postgres://… nor memory://');
}

/** PGlite takes a folder without this file for a new one, and builds an empty database over what is left of the old.
 * @throws Error, or StorageError where a new one would not fit */
async function assertUsable(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.includes('PG_VERSION')) return;
  if (names.length > 0) {
    throw new Error(
      `${folder} is damaged: it holds files, but no PG_VERSION; restore it from a backup, or remove it if it never held records`,
    );
  }
  const free = await freeBytes(folder);
  if (free >= NEW_DATABASE_BYTES) return;
  const megabytes = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MiB`;
  throw new StorageError(
    'storage.full',
    `${folder} has ${megabytes(free)} of room; a new database needs ${megabytes(NEW_DATABASE_BYTES)}`,
  );
}

/** A database that dies with the process.
 * @param image - what it begins with. */
export function openMemory(image: Blob | null = null, index: IndexKind = 'exact'): Promise<OpenDatabase> {
  return openPglite('memory://', async () => true, { image, index });
}

interface PgliteOpening {
  readonly image?: Blob | null;
  readonly migrating?: Migrating;
  readonly index: IndexKind;
}

async function openPglite(
  location: string,
  hasRoom: () => Promise<boolean>,
  { image = null, migrating = 'migrate', index }: PgliteOpening,
): Promise<OpenDatabase> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    importing('@electric-sql/pglite', () => import('drizzle-orm/pglite')),
    import('drizzle-orm/pglite/migrator'),
  ]);
  if (index === 'pgvector') await importing(PGLITE_PGVECTOR, () => import('@electric-sql/pglite-pgvector'));
  const client = new PgliteThread(location, { image, index });
  // Of PGlite's methods, drizzle calls `query` and `transaction`.
  const database = drizzle({ client: client as unknown as PGlite, schema });
  try {
    if (migrating === 'migrate') {
      await assertNotNewer(database, MIGRATIONS);
      await migrate(database, { migrationsFolder: MIGRATIONS });
    }
  } catch (thrown) {
    await client.close();
    throw thrown;
  }
  return {
    database,
    locks: UNSHARED,
    shared: null,
    hasRoom,
    close: () => client.close(),
    abandon: () => client.abandon(),
  };
}
