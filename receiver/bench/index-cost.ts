import { cpus, loadavg } from 'node:os';
import { ExactIndex } from '../matching/exact.js';
import type { Scope } from '../matching/template-index.js';
import { growthTable } from './growth.js';
import { writeSection } from './index-cost-sections.js';
import { again, DIM, gallery, somebody, templateOf } from './people.js';
import { pgvectorReport } from './pgvector-cost.js';
import { type Times, timesOf } from './times.js';

/** `npm run bench:index`: what the exact index costs, by the number of templates; `-- --pgvector`: what the index pgvector costs, on
 * PGlite, and how much of what the exact index finds it finds. Numbers behind it are other sizes. Writes docs/index-cost.md.
 * Templates are drawn as people's are: two or three of each person, a cosine of about 0.7 apart; strangers about 0. */

const THRESHOLD = 0.45;
const PROBES = 200;
/** Searches before those that are counted: threads start, functions are compiled. */
const WARM_UP = 20;
const LOAD_BEFORE = loadavg()[0] ?? Number.NaN;
const ARGUMENTS = process.argv.slice(2);
const WITH_PGVECTOR = ARGUMENTS.includes('--pgvector');
const GIVEN = ARGUMENTS.filter((argument) => argument !== '--pgvector').map(Number);
const GALLERY: Scope = { kind: 'gallery' };

interface Cost {
  readonly templates: number;
  readonly insertsPerSecond: number;
  readonly bytesPerTemplate: number;
  /** On the thread that asks. */
  readonly hereMs: Times;
  /** On one thread for each processor. */
  readonly threadsMs: Times;
  /** Share of probes of an enrolled person that hit. */
  readonly found: number;
}

function enrol(
  indexes: readonly ExactIndex[],
  count: number,
): { readonly people: Float32Array[]; readonly seconds: number } {
  const people: Float32Array[] = [];
  let spentMs = 0;
  for (const { person, vector } of gallery(count)) {
    people.push(person);
    const startedAt = performance.now();
    const template = templateOf(vector);
    for (const index of indexes) index.insert(template);
    spentMs += performance.now() - startedAt;
    // Enough to draw probes from; a million people would be most of the memory.
    if (people.length > 2_000) people.splice(0, 1_000);
  }
  return { people, seconds: spentMs / 1_000 };
}

/** Probes of enrolled people, one after the other. */
async function searching(index: ExactIndex, people: readonly Float32Array[]) {
  const times: number[] = [];
  let hit = 0;
  for (let probe = 0; probe < PROBES + WARM_UP; probe += 1) {
    const vector = again(people[Math.floor(Math.random() * people.length)] ?? somebody());
    const startedAt = performance.now();
    const found = await index.search({ vector, never: new Set(), atMs: 0 }, THRESHOLD, GALLERY);
    if (probe < WARM_UP) continue;
    times.push(performance.now() - startedAt);
    if (found.hits.length > 0) hit += 1;
  }
  return { ms: timesOf(times), found: hit / PROBES };
}

async function cost(count: number): Promise<Cost> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const onOne = new ExactIndex(DIM, { manyRows: Number.POSITIVE_INFINITY });
  const onThreads = new ExactIndex(DIM, { manyRows: 1 });
  const { people, seconds } = enrol([onOne, onThreads], count);
  globalThis.gc?.();
  const bytes = process.memoryUsage.rss() - before;
  const here = await searching(onOne, people);
  const threads = await searching(onThreads, people);
  await onThreads.close();
  return {
    templates: count,
    insertsPerSecond: (2 * count) / seconds,
    bytesPerTemplate: bytes / (2 * count),
    hereMs: here.ms,
    threadsMs: threads.ms,
    found: Math.min(here.found, threads.found),
  };
}

function report(costs: readonly Cost[]): string {
  const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
  const rows = costs.map(({ templates, hereMs, threadsMs, bytesPerTemplate, insertsPerSecond, found }) =>
    [
      templates,
      hereMs.p50,
      hereMs.p99,
      threadsMs.p50,
      threadsMs.p99,
      bytesPerTemplate,
      insertsPerSecond,
      100 * found,
    ]
      .map((cell) => number.format(cell))
      .join(' | '),
  );
  return `# What the exact index costs

\`npm run bench:index\`, ${DIM} numbers in a template, threshold ${THRESHOLD}, ${PROBES} searches each, one after the other. Node ${process.version} on ${cpus()[0]?.model}, ${cpus().length} processors;
load ${number.format(LOAD_BEFORE)} when it began, ${number.format(loadavg()[0] ?? Number.NaN)} at its end (its own is about 2). Synthetic templates: two or three of each person, a cosine of about 0.7 apart.

| templates | on the asking thread: p50, ms | p99, ms | on ${cpus().length} threads: p50, ms | p99, ms | memory per template, bytes | inserts per second | own templates found, % |
|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}

As shipped, up to 20,000 templates are scanned on the asking thread, more on one thread for each processor: then nothing else in the process waits. Aim: p99 of
15 ms at 100,000 and of 60 ms at 1,000,000 on two processors. Memory is what the process took from the system, float32 and four bits together. Filling the index at start also reads and decrypts each
template: [receiver-cost.md](receiver-cost.md) has a whole start.
${growth(costs)}`;
}

function growth(costs: readonly Cost[]): string {
  const named = (name: string, value: (cost: Cost) => number) => ({ name, values: costs.map(value) });
  const table = growthTable(
    costs.map(({ templates }) => templates),
    [
      named('search on the asking thread, p50', ({ hereMs }) => hereMs.p50),
      named('search on the asking thread, p99', ({ hereMs }) => hereMs.p99),
      named('search on threads, p50', ({ threadsMs }) => threadsMs.p50),
      named('search on threads, p99', ({ threadsMs }) => threadsMs.p99),
      named('memory per template', ({ bytesPerTemplate }) => bytesPerTemplate),
      named('inserts per second', ({ insertsPerSecond }) => insertsPerSecond),
    ],
  );
  return table === '' ? '' : `\n## How each grows\n\n${table}`;
}

async function exactReport(sizes: readonly number[]): Promise<string> {
  const costs: Cost[] = [];
  for (const size of sizes) {
    costs.push(await cost(size));
    process.stdout.write(`${JSON.stringify(costs.at(-1))}\n`);
  }
  return report(costs);
}

if (WITH_PGVECTOR)
  await writeSection('pgvector', await pgvectorReport(GIVEN.length > 0 ? GIVEN : [1_000, 10_000]));
else
  await writeSection(
    'exact',
    await exactReport(GIVEN.length > 0 ? GIVEN : [1_000, 10_000, 100_000, 1_000_000]),
  );
