import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { parse } from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Outcome, OutcomeSchema } from '../src/envelope/wire.js';
import { PgliteThread } from './store/pglite-thread.js';
import * as schema from './store/schema.js';
import { databaseImage } from './testing/database-image.fixture.js';
import { type Harness, newFace, sealFor, startHarness } from './testing/harness.fixture.js';

/** What a browser could tell a hit from a newcomer by, besides the status. */

const statements: string[] = [];
let harness: Harness;
let thread: PgliteThread;
beforeAll(async () => {
  thread = new PgliteThread('memory://', { image: await databaseImage(), index: 'exact' });
  const logger = { logQuery: (query: string) => void statements.push(query) };
  harness = await startHarness({}, drizzle({ client: thread as unknown as PGlite, schema, logger }));
});
afterAll(async () => {
  await harness.close();
  await thread.close();
});

interface Answer {
  readonly status: Outcome['status'];
  readonly statements: number;
  readonly bytes: number;
  readonly headers: readonly string[];
}

async function answerTo(embedding: Float32Array): Promise<Answer> {
  const session = await harness.openSession();
  const envelope = await sealFor(await harness.discover(), session, { embedding });
  statements.length = 0;
  const answer = await harness.deliver(envelope);
  const { length } = statements;
  const body = await answer.text();
  const { status } = parse(OutcomeSchema, JSON.parse(body));
  return { status, statements: length, bytes: Buffer.byteLength(body), headers: [...answer.headers.keys()] };
}

it('a hit is answered after as many statements, in as many bytes and with the headers that no hit is', async () => {
  const face = newFace();
  await answerTo(face);
  const [newcomer, hit] = [await answerTo(newFace()), await answerTo(face)];
  expect([newcomer.status, hit.status]).toEqual(['no_duplicate', 'needs_review']);
  expect(newcomer.statements).toBeGreaterThan(5);
  expect({ ...hit, status: null }).toEqual({ ...newcomer, status: null });
});
