import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { count } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storePeople } from '../bench/stored-people.js';
import { withDatabase } from '../commands/open-stored.js';
import { templates } from '../store/schema.js';
import { enrol } from '../testing/cases.fixture.js';
import { type Harness, newFace, startHarness } from '../testing/harness.fixture.js';
import { exitOf, runCommand, startCommand } from '../testing/process.fixture.js';

/** `candor-receiver matrix rotate`, a process that is killed between its batches: `npm run test:machines`. */

/** Some batches of 500. */
const TEMPLATES = 2_000;
/** In the middle: some templates are under each matrix. */
const KILLS = 3;
const MOST_TRIES = 30;

let dataDir: string;
let face: Float32Array;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'candor-rotate-'));
  const harness = await open();
  face = newFace();
  const { verificationId } = await enrol(harness, face);
  await storePeople(harness.context, verificationId, TEMPLATES);
  await harness.receiver.close();
});
afterAll(() => rm(dataDir, { recursive: true }));

const open = (): Promise<Harness> =>
  startHarness({
    dataDir,
    databaseUrl: undefined,
    now: () => new Date(),
    search: { scope: 'gallery', mostFalseHits: 1e6 },
  });

const rotate = () => ({ args: ['matrix', 'rotate', '--data', dataDir], cwd: dataDir });

async function seeds(): Promise<number> {
  return JSON.parse(await readFile(join(dataDir, 'keys/matrix.json'), 'utf8')).seeds.length;
}

/** When a key was last written or destroyed. */
async function keysWrittenMs(): Promise<number> {
  return (await stat(join(dataDir, 'keys/slots.bin'))).mtimeMs;
}

/** Kills a rotation at any moment after it has begun to seal.
 * @returns how many templates are under each matrix then. */
async function killedRotation(): Promise<readonly number[]> {
  const before = await keysWrittenMs();
  const child = startCommand(rotate());
  const ended = exitOf(child);
  while (child.exitCode === null && (await keysWrittenMs()) === before) await wait(5);
  await wait(1_500 * Math.random());
  child.kill('SIGKILL');
  await ended;
  return withDatabase({ databaseUrl: undefined, dataDir, index: 'exact' }, 'leave', async (database) => {
    const rows = await database.select({ held: count() }).from(templates).groupBy(templates.transformId);
    return rows.map(({ held }) => held);
  });
}

/** A receiver that is started now finds who was there first, and has lost none. */
async function expectWhole(): Promise<void> {
  const harness = await open();
  const { context, logged } = harness;
  expect(context.matcher.gallerySize).toBeGreaterThan(TEMPLATES);
  expect(logged.map(({ event }) => event)).not.toContain('template.left_out');
  expect(logged.map(({ event }) => event)).not.toContain('erasures.finished');
  expect((await enrol(harness, face)).status).toBe('needs_review');
  await harness.receiver.close();
}

it(`goes on where it was after ${KILLS} kills between its batches, and no template is lost`, {
  timeout: 1_200_000,
}, async () => {
  let kills = 0;
  for (let tries = 0; kills < KILLS && tries < MOST_TRIES; tries += 1) {
    const held = await killedRotation();
    expect(held.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(TEMPLATES);
    if (held.length !== 2) continue;
    kills += 1;
    await expectWhole();
  }
  expect(kills).toBe(KILLS);
  const { status, printed } = await runCommand(rotate());
  expect([status, printed]).toEqual([0, expect.stringMatching(/^[1-9]\d* templates are under the matrix/)]);
  expect(await seeds(), 'the old matrix is gone').toBe(1);
  const held = await withDatabase({ databaseUrl: undefined, dataDir, index: 'exact' }, 'leave', (database) =>
    database.selectDistinct({ transformId: templates.transformId }).from(templates),
  );
  expect(held).toHaveLength(1);
  await expectWhole();
});
