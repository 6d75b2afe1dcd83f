import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';

/** Databases as a first start leaves them. Building one takes three seconds of a processor, opening it less than one. */

const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));
/** Databases that PostgreSQL makes others from, by their numbers. Here nobody makes one, and they are half of the files. */
const TEMPLATES = ['base/1', 'base/4'];
const run = promisify(execFile);

export interface DatabaseContent {
  readonly name: string;
  /** What its content depends on: where one of these is another, it is built anew. */
  readonly madeOf: readonly Uint8Array[];
  fill(client: PGlite): Promise<unknown>;
}

/** A database in which nothing was done. */
export const EMPTY: DatabaseContent = { name: 'empty', madeOf: [], fill: async () => {} };

/** The path of a tar of its folder, which PGlite can begin with too. It is built where it is not there. */
export async function databaseTar(content: DatabaseContent): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  hash.update(await readFile(fileURLToPath(import.meta.url)));
  for (const part of content.madeOf) hash.update(part);
  const path = join(CACHE, `test-database-${content.name}-${hash.digest('hex').slice(0, 12)}.tar`);
  await access(path).catch(() => build(path, content));
  return path;
}

/** Makes it in a folder, because only there does PGlite shut it down: what is copied while it runs is recovered at each opening. */
async function build(path: string, { fill }: DatabaseContent): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'database-'));
  try {
    // Its write-ahead log is of files of 1 MiB and not of 16: each is read and copied at each opening.
    const client = await PGlite.create(folder, { initDbStartParams: ['--wal-segsize=1'] });
    try {
      await fill(client);
    } finally {
      await client.close();
    }
    for (const template of TEMPLATES) await rm(join(folder, template), { recursive: true });
    // Whole or not at all: another process may build it too.
    const unfinished = `${path}-${randomUUID()}`;
    await run('tar', ['-cf', unfinished, '-C', folder, ...(await readdir(folder))]);
    await rename(unfinished, path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Puts it into a folder that is not there yet, or empty. */
export async function layDatabaseIn(folder: string, content: DatabaseContent): Promise<void> {
  const path = await databaseTar(content);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await run('tar', ['-xf', path, '-C', folder]);
}
