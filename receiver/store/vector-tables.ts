import { createHash } from 'node:crypto';
import { getTableName, like, sql } from 'drizzle-orm';
import { customType, pgTable, text } from 'drizzle-orm/pg-core';
import type { Database } from './database.js';
import type { Model } from './template-log.js';
import { VectorsUnavailableError } from './vectors-unavailable.js';

/** What the index `pgvector` needs in the database (docs/matching.md). Not among the migrations: a database without the extension could
 * not apply them. */

/** Any number that no other advisory lock of the receiver has: "candor" and a count. */
const VECTOR_TABLES_LOCK = 0x63616e_07;

const PREFIX = 'template_vectors_';

/** Numbers in half precision. What comes back is not read. */
const halfvec = customType<{ data: Float32Array; driverData: string }>({
  dataType: () => 'halfvec',
  toDriver: vectorText,
});

/** How pgvector reads a vector. */
export function vectorText(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}

/** The vectors of one model have a table of their own: those of different models cannot meet. */
export function vectorTable(model: Model) {
  return pgTable(vectorTableName(model), {
    verificationId: text('verification_id').primaryKey(),
    /** The matrix that it is under. */
    transformId: text('transform_id').notNull(),
    /** As in `templates`. */
    groups: text('groups').array().notNull(),
    vector: halfvec('vector').notNull(),
  });
}

export type VectorTable = ReturnType<typeof vectorTable>;

export function vectorTableName({ modelId, modelSha256 }: Model): string {
  const hash = createHash('sha256').update(JSON.stringify([modelId, modelSha256]));
  return PREFIX + hash.digest('hex').slice(0, 16);
}

/** Makes the extension's objects and the model's table, where they are not there yet. One receiver at a time.
 * @param dim - numbers in a vector of the model.
 * @throws {@link VectorsUnavailableError} */
export async function makeVectorTable(database: Database, model: Model, dim: number): Promise<VectorTable> {
  const name = vectorTableName(model);
  await whileAlone(database, async (transaction) => {
    await makeExtension(transaction);
    // A template that is deleted, by whatever means, takes its vector with it.
    await transaction.execute(
      sql.raw(`create table if not exists ${name} (
        verification_id text primary key references templates (verification_id) on delete cascade,
        transform_id text not null,
        groups text[] not null,
        vector halfvec(${dim}) not null
      )`),
    );
    await transaction.execute(
      sql.raw(`create index if not exists ${name}_groups on ${name} using gin (groups)`),
    );
  });
  return vectorTable(model);
}

/** Makes the graph over the vectors that are there, where there is none yet: many times sooner than adding each to it. */
export async function makeGraph(database: Database, table: VectorTable): Promise<void> {
  const name = getTableName(table);
  await whileAlone(database, async (transaction) => {
    await transaction.execute(
      sql.raw(`create index if not exists ${name}_near on ${name} using hnsw (vector halfvec_ip_ops)
        with (m = ${LINKS}, ef_construction = ${CONSIDERED_AT_INSERT})`),
    );
  });
}

/** In a transaction that no other receiver has such a one beside, and that may take as long as a graph takes to be made. */
function whileAlone<T>(database: Database, work: (transaction: Database) => Promise<T>): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('statement_timeout', '0', true)`);
    await transaction.execute(sql`select pg_advisory_xact_lock(${VECTOR_TABLES_LOCK})`);
    return work(transaction);
  });
}

/** `m` of HNSW: links of a vector to its neighbours. */
const LINKS = 16;
/** `ef_construction` of HNSW: neighbours that are weighed to choose those. */
const CONSIDERED_AT_INSERT = 64;

/** The first version that goes on searching where deleted rows were in the way (`hnsw.iterative_scan`). */
const OLDEST = [0, 8] as const;

async function makeExtension(database: Database): Promise<void> {
  const installed = sql<string | null>`(select extversion from pg_extension where extname = 'vector')`;
  const available = sql<
    string | null
  >`(select default_version from pg_available_extensions where name = 'vector')`;
  const [row] = await database.select({ installed, available }).from(sql`(select 1) as one`);
  const version = row?.installed ?? row?.available ?? null;
  if (version === null) throw new VectorsUnavailableError('missing');
  if (!isRecent(version)) throw new VectorsUnavailableError('old');
  if (row?.installed != null) return;
  try {
    await database.execute(sql`create extension vector`);
  } catch (cause) {
    throw new VectorsUnavailableError('forbidden', { cause });
  }
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** The names of the tables with vectors of any model. */
export async function vectorTableNames(database: Database): Promise<readonly string[]> {
  const name = sql<string>`relname::text`;
  const rows = await database
    .select({ name })
    .from(sql`pg_class`)
    .where(sql`relkind in ('r', 'p') and ${like(name, `${PREFIX.replaceAll('_', '\\_')}%`)}`);
  return rows.map((row) => row.name).toSorted();
}

/** Deletes all vectors with their tables. @returns the tables' names. */
export async function dropVectorTables(database: Database): Promise<readonly string[]> {
  return whileAlone(database, async (transaction) => {
    const names = await vectorTableNames(transaction);
    for (const name of names) await transaction.execute(sql`drop table ${sql.identifier(name)}`);
    return names;
  });
}
