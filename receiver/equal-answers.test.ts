import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { parse } from 'valibot';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Outcome, OutcomeSchema } from '../src/envelope/wire.js';
import { INDEX_KINDS, type IndexKind } from './store/index-kinds.js';
import { PgliteThread } from './store/pglite-thread.js';
import * as schema from './store/schema.js';
import { databaseImage } from './testing/database-image.fixture.js';
import { type Harness, newFace, sealFor, startHarness } from './testing/harness.fixture.js';

/** What a browser could tell a hit from a newcomer by, besides the status. */

const statements: string[] = [];
/** Templates that were opened since the last answer. */
let opened = 0;

/** A receiver whose statements are counted. */
async function started(index: IndexKind): Promise<Harness> {
  const thread = new PgliteThread('memory://', { image: await databaseImage(), index });
  const logger = { logQuery: (query: string) => void statements.push(query) };
  const database = drizzle({ client: thread as unknown as PGlite, schema, logger });
  const harness = await startHarness({ index }, database);
  const { templates } = harness.context;
  const open = templates.open.bind(templates);
  vi.spyOn(templates, 'open').mockImplementation(async (rows, note) => {
    opened += rows.length;
    return open(rows, note);
  });
  onTestFinished(async () => {
    await harness.close();
    await thread.close();
  });
  return harness;
}

interface Answer {
  readonly status: Outcome['status'];
  readonly statements: number;
  readonly opened: number;
  readonly bytes: number;
  readonly headers: readonly string[];
}

async function answerTo(harness: Harness, embedding: Float32Array): Promise<Answer> {
  const session = await harness.openSession();
  const envelope = await sealFor(await harness.discover(), session, { embedding });
  statements.length = 0;
  opened = 0;
  const answer = await harness.deliver(envelope);
  const done = { statements: statements.length, opened };
  const body = await answer.text();
  const { status } = parse(OutcomeSchema, JSON.parse(body));
  return { status, ...done, bytes: Buffer.byteLength(body), headers: [...answer.headers.keys()] };
}

it.each(INDEX_KINDS)(
  'a hit is answered after as many statements, in as many bytes and with the headers that no hit is, by the index %s',
  async (index) => {
    const harness = await started(index);
    const face = newFace();
    await answerTo(harness, face);
    const [newcomer, hit] = [await answerTo(harness, newFace()), await answerTo(harness, face)];
    expect([newcomer.status, hit.status]).toEqual(['no_duplicate', 'needs_review']);
    expect(newcomer.statements).toBeGreaterThan(5);
    expect({ ...hit, status: null }).toEqual({ ...newcomer, status: null });
  },
);
