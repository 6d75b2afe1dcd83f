import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';

/** A database as a first start leaves it. Building one takes three seconds of a processor, opening this half of one. */

const MIGRATIONS = fileURLToPath(new URL('../store/migrations', import.meta.url));
const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

/** Another one for other migrations, and for another PGlite. */
async function imagePath(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  for (const name of (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).toSorted()) {
    hash.update(await readFile(join(MIGRATIONS, name)));
  }
  return join(CACHE, `test-database-${hash.digest('hex').slice(0, 12)}.tar`);
}

async function build(path: string): Promise<Blob> {
  const client = await PGlite.create('memory://');
  try {
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS });
    const image = await client.dumpDataDir('none');
    await mkdir(CACHE, { recursive: true });
    // Whole or not at all: another process may build it too.
    const unfinished = `${path}-${randomUUID()}`;
    await writeFile(unfinished, new Uint8Array(await image.arrayBuffer()));
    await rename(unfinished, path);
    return image;
  } finally {
    await client.close();
  }
}

export async function databaseImage(): Promise<Blob> {
  const path = await imagePath();
  try {
    return new Blob([await readFile(path)], { type: 'application/x-tar' });
  } catch {
    return build(path);
  }
}

/** Puts it into a data folder in which no receiver has worked, where that finds it as its own. */
export async function layDatabase(dataDir: string): Promise<void> {
  const path = await imagePath();
  await access(path).catch(() => build(path));
  const folder = join(dataDir, 'database');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await promisify(execFile)('tar', ['-xf', path, '-C', folder]);
}
