import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../receiver/testing/postgres-server.fixture.js';
import type { ShareNodeConfig } from './config.js';
import type { Database } from './database.js';
import { EMPTY, layDatabaseIn } from './database-folder.fixture.js';
import { openDatabase } from './open-database.js';

/** The two databases that a node may have. */
export const DATABASES = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** A node's folder, and where its database is. */
export interface Place {
  readonly dataDir: string;
  readonly database: NonNullable<ShareNodeConfig['database']>;
}

let server: Promise<PostgresServer> | null = null;
const folders: string[] = [];

/** The server of this file's tests, started with the first of them that needs it. */
export function testServer(): Promise<PostgresServer> {
  server ??= startPostgresServer();
  return server;
}

/** An empty folder, and an empty database. */
export async function freshPlace(kind: DatabaseKind): Promise<Place> {
  const dataDir = await freshFolder();
  if (kind === 'PostgreSQL') return { dataDir, database: await postgresChoice() };
  await layDatabaseIn(join(dataDir, 'database'), EMPTY);
  return { dataDir, database: { kind: 'pglite' } };
}

export async function postgresChoice(): Promise<{ readonly kind: 'postgres'; readonly url: string }> {
  return { kind: 'postgres', url: await (await testServer()).database() };
}

/** As a node opens it, with its tables.
 * @param name - default: another node's than all before. */
export function openPlace(place: Place, name: string = randomUUID()): Promise<Database> {
  return openDatabase({ ...place, name, signal: new AbortController().signal });
}

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-shares-'));
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  await (await server)?.stop();
  server = null;
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
