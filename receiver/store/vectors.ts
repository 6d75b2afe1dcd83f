import { and, arrayOverlaps, asc, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { templateLog, templates } from './schema.js';
import type { Model } from './template-log.js';
import { type VectorTable, vectorText } from './vector-tables.js';

/** A vector of the index `pgvector`, as it is written. */
export interface VectorRow {
  readonly verificationId: string;
  readonly transformId: string;
  readonly groups: readonly string[];
  /** Unit length, under the matrix `transformId`. The database keeps it in half precision. */
  readonly vector: Float32Array;
}

/** A vector that may be alike, as it is read. */
export interface NearVector {
  readonly verificationId: string;
  readonly transformId: string;
  /** Of the numbers in half precision. */
  readonly similarity: number;
}

/** @param rows - of templates that are stored: of verifications that have a vector already, nothing changes. */
export async function insertVectors(
  database: Database,
  table: VectorTable,
  rows: readonly VectorRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => ({ ...row, groups: row.groups.slice() }));
  await database.insert(table).values(values).onConflictDoNothing();
}

/** Puts another vector in the place of one; nothing where there is none. */
export async function replaceVector(
  database: Database,
  table: VectorTable,
  { verificationId, transformId, vector }: Omit<VectorRow, 'groups'>,
): Promise<void> {
  await database.update(table).set({ transformId, vector }).where(eq(table.verificationId, verificationId));
}

export interface NearestAsked {
  readonly vector: Float32Array;
  readonly atMost: number;
  /** Neighbours that the search in the graph weighs, 1–1,000 (`hnsw.ef_search`). */
  readonly considered: number;
}

/** The most alike, the most alike first, by the graph: it may miss some. */
export function nearestVectors(
  database: Database,
  table: VectorTable,
  { vector, atMost, considered }: NearestAsked,
): Promise<NearVector[]> {
  return database.transaction(async (transaction) => {
    // Deleted rows stay in the graph until a vacuum: without `iterative_scan`, many of them would hide those behind.
    await transaction.execute(
      sql`select set_config('hnsw.ef_search', ${String(considered)}, true), set_config('hnsw.iterative_scan', 'strict_order', true)`,
    );
    const distance = distanceTo(table, vector);
    return selectNear(transaction, table, vector).orderBy(distance).limit(atMost);
  });
}

/** All that are as alike as `atLeast`, compared one by one: none is missed. */
export function vectorsReaching(
  database: Database,
  table: VectorTable,
  vector: Float32Array,
  atLeast: number,
): Promise<NearVector[]> {
  return selectNear(database, table, vector).where(sql`${distanceTo(table, vector)} <= ${-atLeast}`);
}

/** All that share one of these groups, compared one by one. */
export function vectorsSharing(
  database: Database,
  table: VectorTable,
  vector: Float32Array,
  groups: readonly string[],
): Promise<NearVector[]> {
  if (groups.length === 0) return Promise.resolve([]);
  return selectNear(database, table, vector).where(arrayOverlaps(table.groups, groups.slice()));
}

/** Whichever vector comes first; null where there is none. */
export async function anyVector(database: Database, table: VectorTable): Promise<string | null> {
  const [row] = await database.select({ verificationId: table.verificationId }).from(table).limit(1);
  return row?.verificationId ?? null;
}

function selectNear(database: Database, table: VectorTable, vector: Float32Array) {
  const similarity = sql<number>`-(${distanceTo(table, vector)})`.mapWith(Number);
  return database
    .select({ verificationId: table.verificationId, transformId: table.transformId, similarity })
    .from(table);
}

/** pgvector's `<#>` is the negative inner product. */
function distanceTo(table: VectorTable, vector: Float32Array) {
  return sql`${table.vector} <#> ${vectorText(vector)}::halfvec`;
}

export interface CountedVectors {
  readonly count: number;
  /** The newest change that they are counted with. */
  readonly seq: number;
}

/** How many there are, in one view of the database with the log. */
export async function countVectors(database: Database, table: VectorTable): Promise<CountedVectors> {
  const seq = sql<string | null>`(select max(${templateLog.seq}) from ${templateLog})`;
  const [row] = await database.select({ count: count(), seq }).from(table);
  return { count: row?.count ?? 0, seq: Number(row?.seq ?? 0) };
}

/** Those of these verifications that have a vector. */
export async function withVector(
  database: Database,
  table: VectorTable,
  verificationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (verificationIds.length === 0) return new Set();
  const rows = await database
    .select({ verificationId: table.verificationId })
    .from(table)
    .where(inArray(table.verificationId, [...verificationIds]));
  return new Set(rows.map(({ verificationId }) => verificationId));
}

/** Templates of the model that have no vector yet, by id, from after `after` on. */
export async function withoutVector(
  database: Database,
  table: VectorTable,
  { modelId, modelSha256 }: Model,
  after: string,
  atMost: number,
): Promise<readonly string[]> {
  const rows = await database
    .select({ verificationId: templates.verificationId })
    .from(templates)
    .leftJoin(table, eq(table.verificationId, templates.verificationId))
    .where(
      and(
        eq(templates.modelId, modelId),
        eq(templates.modelSha256, modelSha256),
        gt(templates.verificationId, after),
        isNull(table.verificationId),
      ),
    )
    .orderBy(asc(templates.verificationId))
    .limit(atMost);
  return rows.map(({ verificationId }) => verificationId);
}
