import { type Extensions, PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { afterAll } from 'vitest';
import type { OpenDatabase } from '../store/database.js';
import { openDatabase, openMemory } from '../store/open-database.js';
import { databaseImage } from './database-image.fixture.js';
import { type PostgresServer, startPostgresServer } from './postgres-server.fixture.js';

/** The three databases that a receiver may meet. */
export const DATABASES = ['PGlite', 'PGlite over its socket', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

let server: Promise<PostgresServer> | null = null;
const release: Array<() => Promise<unknown>> = [];

/** An empty database with all tables, closed after the last test of the file. */
export async function freshDatabase(kind: DatabaseKind): Promise<OpenDatabase> {
  const open = await opened(kind);
  release.push(() => open.close());
  return open;
}

async function opened(kind: DatabaseKind): Promise<OpenDatabase> {
  switch (kind) {
    case 'PGlite':
      return openMemory(await databaseImage());
    case 'PGlite over its socket':
      return openDatabase(await socketUrl(), '');
    case 'PostgreSQL':
      server ??= startPostgresServer();
      return openDatabase(await (await server).database(), '');
    default:
      return kind satisfies never;
  }
}

/** Where the extension pgvector is: a PostgreSQL of the tests has it only where its system brings it. */
export const VECTOR_DATABASES = ['PGlite', 'PGlite over its socket'] as const;

/** As {@link freshDatabase}, with the extension pgvector. */
export async function freshVectorDatabase(kind: (typeof VECTOR_DATABASES)[number]): Promise<OpenDatabase> {
  const open =
    kind === 'PGlite'
      ? await openMemory(await databaseImage(), 'pgvector')
      : await openDatabase(await socketUrl({ vector }), '', 'migrate', 'pgvector');
  release.push(() => open.close());
  return open;
}

async function socketUrl(extensions: Extensions = {}): Promise<string> {
  const database = await PGlite.create({ loadDataDir: await databaseImage(), extensions });
  const socket = new PGLiteSocketServer({ db: database, port: 0, maxConnections: 20 });
  await socket.start();
  release.push(
    () => database.close(),
    () => socket.stop(),
  );
  return `postgres://postgres@${socket.getServerConn()}/postgres`;
}

afterAll(async () => {
  for (const step of release.splice(0).reverse()) await step();
  await (await server)?.stop();
  server = null;
});
