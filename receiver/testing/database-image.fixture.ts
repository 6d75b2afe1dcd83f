import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import {
  type DatabaseContent,
  databaseTar,
  layDatabaseIn,
} from '../../shares/node/database-folder.fixture.js';

/** A receiver's database as a first start leaves it. */

const MIGRATIONS = fileURLToPath(new URL('../store/migrations', import.meta.url));

async function withTables(): Promise<DatabaseContent> {
  const names = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).toSorted();
  return {
    name: 'receiver',
    madeOf: await Promise.all(names.map((name) => readFile(join(MIGRATIONS, name)))),
    fill: (client) => migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS }),
  };
}

export async function databaseImage(): Promise<Blob> {
  return new Blob([await readFile(await databaseTar(await withTables()))], { type: 'application/x-tar' });
}

/** Puts it into a data folder in which no receiver has worked, where that finds it as its own. */
export async function layDatabase(dataDir: string): Promise<void> {
  await layDatabaseIn(join(dataDir, 'database'), await withTables());
}
