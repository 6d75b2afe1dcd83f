import { join } from 'node:path';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { Asking, Database } from './database.js';
import { databaseError } from './database-error.js';
import { makeOwnerOnlyFolder } from './owner-only.js';

/** The database in the node's folder, in its process. */
export async function openPglite(dataDir: string): Promise<Database> {
  const { PGlite, types } = await import('@electric-sql/pglite');
  const folder = join(dataDir, 'database');
  await makeOwnerOnlyFolder(folder);
  return new PgliteDatabase(
    await PGlite.create(folder, {
      parsers: { [types.BYTEA]: bytesIn },
      serializers: { [types.BYTEA]: textOf },
    }),
  );
}

// PGlite's own two go byte by byte and take ten times as long; a start reads every row, and a refresh writes each.

function bytesIn(text: string): Uint8Array {
  const { buffer, byteOffset, length } = Buffer.from(text.slice(2), 'hex');
  return new Uint8Array(buffer, byteOffset, length);
}

function textOf(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`;
}

export class PgliteDatabase implements Database {
  /** PGlite forces nothing to the disk, whatever it is set to: docs/three-operators.md says what that means. */
  readonly unsafe = [];
  readonly #pglite: PGlite;
  readonly #ended = new AbortController();

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<{ readonly rows: Row[] }> {
    return asking(this.#pglite).query(sql, parameters);
  }

  async transaction<T>(work: (transaction: Asking) => Promise<T>): Promise<T> {
    try {
      return await this.#pglite.transaction((transaction) => work(asking(transaction)));
    } catch (thrown) {
      throw databaseError(thrown);
    }
  }

  async exec(sql: string): Promise<void> {
    await this.#pglite.exec(sql).catch(rethrow);
  }

  async close(): Promise<void> {
    if (this.ended.aborted) return;
    this.#ended.abort();
    await this.#pglite.close();
  }
}

function asking(pglite: PGlite | Transaction): Asking {
  return {
    query: <Row>(sql: string, parameters: readonly unknown[] = []) =>
      pglite.query<Row>(sql, [...parameters]).catch(rethrow),
  };
}

function rethrow(thrown: unknown): never {
  throw databaseError(thrown);
}
