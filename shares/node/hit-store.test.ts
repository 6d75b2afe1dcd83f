import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HitStore, type Hits } from './hit-store.js';
import { TABLES } from './tables.js';

let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
  await database.exec(TABLES);
});
afterAll(() => database.close());

it('is kept for a minute where nobody was near, and for thirty days else', async () => {
  const hits = new HitStore(database);
  const startMs = Date.parse('2026-11-28T12:00:00.000Z');
  const kept = { masked: Uint8Array.of(1), templates: ['a'] };
  const near = (request: string, kind: Hits['kind'], ms = 0) =>
    hits.keep(request, { kind, ...kept }, new Date(startMs + ms));
  const after = async (ms: number): Promise<readonly boolean[]> => {
    await near(`at ${ms}`, 'none', ms);
    return Promise.all(['none', 'review'].map(async (request) => (await hits.of(request)) !== null));
  };
  for (const kind of ['none', 'review'] as const) await near(kind, kind);
  expect(await hits.of('none')).toEqual({ kind: 'none', ...kept });
  expect(await after(60_000)).toEqual([true, true]);
  expect(await after(60_001)).toEqual([false, true]);
  expect(await after(30 * 86_400_000)).toEqual([false, true]);
  expect(await after(30 * 86_400_000 + 1)).toEqual([false, false]);
});
