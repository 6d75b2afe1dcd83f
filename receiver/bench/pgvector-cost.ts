import { cpus, loadavg } from 'node:os';
import { getTableName, sql } from 'drizzle-orm';
import { ExactIndex } from '../matching/exact.js';
import { PgvectorIndex } from '../matching/pgvector/pgvector-index.js';
import type { Found } from '../matching/template-index.js';
import type { Database } from '../store/database.js';
import { openMemory } from '../store/open-database.js';
import { makeVectorTable, type VectorTable, vectorText } from '../store/vector-tables.js';
import { StoredTemplates } from '../testing/stored-templates.fixture.js';
import { again, DIM, gallery, somebody, templateOf } from './people.js';
import { type Times, timesOf } from './times.js';

/** What the index pgvector costs on PGlite, and what share of the exact index's hits it finds. */

const THRESHOLD = 0.45;
const PROBES = 200;
/** Searches before those that are counted: pages are read, functions are compiled. */
const WARM_UP = 20;
const BATCH = 500;
const MODEL = { modelId: 'bench', modelSha256: '0'.repeat(64) };

interface PgvectorCost {
  readonly templates: number;
  /** Of a whole search: the graph, and the exact comparison by the stored templates. */
  readonly ms: Times;
  /** Share of the exact index's hits that it finds. */
  readonly recall: number;
  /** Hits that the exact index does not have. */
  readonly wrong: number;
  readonly hits: number;
  readonly bytesPerVector: number;
  readonly vectorsPerSecond: number;
}

async function cost(count: number): Promise<PgvectorCost> {
  const open = await openMemory(null, 'pgvector');
  try {
    const { database } = open;
    const stored = new StoredTemplates(database, MODEL, DIM);
    const exact = new ExactIndex(DIM);
    const people = await enrol(stored, exact, count);
    const table = await makeVectorTable(database, MODEL, DIM);
    const { transforms, opened } = stored;
    const index = new PgvectorIndex({ table, dim: DIM, transforms, opened });
    const startedAt = performance.now();
    await index.fill(database);
    const seconds = (performance.now() - startedAt) / 1_000;
    await database.execute(sql`analyze ${table}`);
    // Of few rows, PostgreSQL compares with all: what is measured is the graph.
    await database.execute(sql`set enable_seqscan = off`);
    await assertByGraph(database, table);
    const bytesPerVector = (await bytesOf(database, table)) / count;
    const searched = await search(index, exact, database, people);
    await exact.close();
    return { templates: count, ...searched, bytesPerVector, vectorsPerSecond: count / seconds };
  } finally {
    await open.close();
  }
}

async function enrol(stored: StoredTemplates, exact: ExactIndex, count: number): Promise<Float32Array[]> {
  const drawn = [...gallery(count)];
  for (let first = 0; first < count; first += BATCH) {
    const batch = drawn.slice(first, first + BATCH).map(({ vector }) => templateOf(vector));
    for (const template of batch) exact.insert(template);
    await stored.store(batch);
  }
  return drawn.map(({ person }) => person);
}

/** A comparison with all would say nothing of the graph. */
async function assertByGraph(database: Database, table: VectorTable): Promise<void> {
  const name = getTableName(table);
  const near = sql`select from ${table} order by ${table.vector} <#> ${vectorText(again(somebody()))}::halfvec limit 64`;
  const plan = await database.execute(sql`explain ${near}`);
  if (!JSON.stringify(plan).includes(`${name}_near`))
    throw new Error('PostgreSQL does not search by the graph');
}

/** Table and indexes. */
async function bytesOf(database: Database, table: VectorTable): Promise<number> {
  const bytes = sql<string>`pg_total_relation_size(${getTableName(table)}::regclass)`;
  const [row] = await database.select({ bytes }).from(sql`(select 1) as one`);
  return Number(row?.bytes);
}

/** Probes of enrolled people, one after the other. */
async function search(
  index: PgvectorIndex,
  exact: ExactIndex,
  database: Database,
  people: readonly Float32Array[],
) {
  const times: number[] = [];
  let [hits, found, wrong] = [0, 0, 0];
  for (let at = 0; at < PROBES + WARM_UP; at += 1) {
    const vector = again(people[Math.floor(Math.random() * people.length)] ?? somebody());
    const probe = { vector, never: new Set<string>(), atMs: 0 };
    const startedAt = performance.now();
    const near = await index.search(probe, THRESHOLD, { kind: 'gallery' }, database);
    const spentMs = performance.now() - startedAt;
    if (at < WARM_UP) continue;
    times.push(spentMs);
    const wanted = idsOf(await exact.search(probe, THRESHOLD, { kind: 'gallery' }));
    hits += wanted.size;
    for (const id of idsOf(near)) {
      if (wanted.has(id)) found += 1;
      else wrong += 1;
    }
  }
  return { ms: timesOf(times), recall: found / hits, wrong, hits };
}

function idsOf({ hits }: Found): ReadonlySet<string> {
  return new Set(hits.map(({ verificationId }) => verificationId));
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** Measures each size, and prints it. @returns the section of docs/index-cost.md. */
export async function pgvectorReport(sizes: readonly number[]): Promise<string> {
  const loadBefore = loadavg()[0] ?? Number.NaN;
  const costs: PgvectorCost[] = [];
  for (const size of sizes) {
    costs.push(await cost(size));
    process.stdout.write(`${JSON.stringify(costs.at(-1))}\n`);
  }
  const rows = costs.map(({ templates, ms, recall, hits, wrong, bytesPerVector, vectorsPerSecond }) =>
    [templates, ms.p50, ms.p99, 100 * recall, hits, wrong, bytesPerVector, vectorsPerSecond]
      .map((cell) => number.format(cell))
      .join(' | '),
  );
  return `\`npm run bench:index -- --pgvector\`: pgvector on PGlite, which is PostgreSQL as one thread of WebAssembly; ${DIM} numbers in a template, threshold ${THRESHOLD}, ${PROBES} searches
each, one after the other. Node ${process.version} on ${cpus()[0]?.model}, ${cpus().length} processors; load ${number.format(loadBefore)} when it began, ${number.format(loadavg()[0] ?? Number.NaN)} at its end. The same synthetic templates as
above: strangers are as far apart as random directions are, which is harder for a graph than faces.

| templates | search p50, ms | p99, ms | recall at the threshold, % | of hits | hits that are none | disk per vector, bytes | vectors filled per second |
|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}

The graph is measured at every size (\`enable_seqscan = off\`); by itself PostgreSQL compares with all while that is sooner. A search is the graph and then the exact comparison, by the stored templates (key slots in memory here). Disk is the table of vectors with its indexes, beside the
templates themselves.
`;
}
