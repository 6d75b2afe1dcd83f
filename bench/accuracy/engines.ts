import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { ROOT } from '../../tools/build/root.js';
import { openWorkerPage } from '../../tools/lab/worker-page.js';
import type { EngineName, Reading } from './in-page.js';
import { digestOf, type KeptReadings } from './kept-readings.js';
import type { Picture } from './pictures.js';
import type { Embedded, Similarity } from './score.js';

/** Candor's built worker and its rivals in one real Chromium, on the same pictures. */

export interface EngineReadings {
  readonly embedded: readonly Embedded[];
  /** No face found. */
  readonly missed: readonly string[];
  /** No picture, or one that the browser cannot decode. */
  readonly unreadable: readonly string[];
  /** Of every picture that could be read, ms. */
  readonly timesMs: readonly number[];
}

export const ENGINES: readonly EngineName[] = ['candor', 'human', 'face-api'];

function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

/** Of unit vectors. */
const cosine: Similarity = (a, b) => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
};

/** Rates at a given false match rate depend on the order of the pairs alone, so each rival's own distance will do. */
const byDistance: Similarity = (a, b) => 1 / (1 + distance(a, b));

export const SIMILARITIES: Readonly<Record<EngineName, Similarity>> = {
  candor: cosine,
  human: byDistance,
  'face-api': byDistance,
};

const BATCH = 16;

function routesFor(pictures: readonly Picture[]): Hono {
  const routes = new Hono();
  const folders = {
    human: 'node_modules/@vladmandic/human/models',
    tfjs: 'node_modules/@tensorflow/tfjs-backend-wasm/dist',
    'face-api': 'node_modules/@vladmandic/face-api/model',
  };
  for (const [name, root] of Object.entries(folders)) {
    routes.use(
      `/${name}/*`,
      serveStatic({ root: join(ROOT, root), rewriteRequestPath: (path) => path.slice(name.length + 1) }),
    );
  }
  routes.get('/pictures/:index', async (context) => {
    const picture = pictures[Number(context.req.param('index'))];
    if (picture === undefined) return context.notFound();
    return context.body(new Uint8Array(await readFile(picture.path)));
  });
  return routes;
}

/** Pictures that one call of the page reads, by their place in the list. */
interface Batch {
  readonly digests: readonly string[];
  readonly unread: readonly number[];
}

async function batchFrom(pictures: readonly Picture[], from: number, kept: KeptReadings): Promise<Batch> {
  const some = pictures.slice(from, from + BATCH);
  const digests = await Promise.all(some.map(async ({ path }) => digestOf(await readFile(path))));
  const unread = digests.flatMap((digest, at) => (kept.get(digest) === undefined ? [from + at] : []));
  return { digests, unread };
}

/** Embeds the pictures with one engine, one after the other, in a browser of its own: two copies of TensorFlow.js in one page
 * are one. What was kept of an earlier run is not read again.
 * @throws Error when the library is not built. */
export async function readWith(
  engine: EngineName,
  pictures: readonly Picture[],
  kept: KeptReadings,
  report: (done: number) => void,
): Promise<EngineReadings> {
  const stages = ['src/vision/client.ts', 'bench/accuracy/in-page.ts'];
  const { page, close } = await openWorkerPage({ name: 'accuracy', stages, routes: routesFor(pictures) });
  try {
    await page.evaluate((name) => window.openEngine(name), engine);
    const readings: (Reading | null)[] = [];
    for (let from = 0; from < pictures.length; from += BATCH) {
      const { digests, unread } = await batchFrom(pictures, from, kept);
      const urls = unread.map((index) => `/pictures/${index}`);
      const read = await page.evaluate(([name, which]) => window.readPictures(name, which), [
        engine,
        urls,
      ] as const);
      await kept.add(unread.map((index, at) => [digests[index - from] ?? '', read[at] ?? null]));
      readings.push(...digests.map((digest) => kept.get(digest) ?? null));
      report(readings.length);
    }
    return sorted(pictures, readings);
  } finally {
    await close();
  }
}

function sorted(pictures: readonly Picture[], readings: readonly (Reading | null)[]): EngineReadings {
  const embedded: Embedded[] = [];
  const [missed, unreadable]: [string[], string[]] = [[], []];
  for (const [index, { person, group, name }] of pictures.entries()) {
    const reading = readings[index] ?? null;
    if (reading === null) unreadable.push(name);
    else if (reading.vector === null) missed.push(name);
    else embedded.push({ person, group, picture: name, vector: Float32Array.from(reading.vector) });
  }
  return { embedded, missed, unreadable, timesMs: readings.flatMap((reading) => reading?.ms ?? []) };
}
