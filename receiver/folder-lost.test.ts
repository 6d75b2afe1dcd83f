import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { thisProcess } from './lock-holder.js';
import { templates } from './store/schema.js';
import { storageCodeOf } from './store/storage-error.js';
import { type Harness, sealFor, startHarness } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

async function startInFolder(): Promise<Harness> {
  const dataDir = await mkdtemp(join(tmpdir(), 'candor-lost-'));
  const harness = await startHarness({ dataDir, databaseUrl: undefined });
  onTestFinished(async () => {
    await harness.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return harness;
}

/** Resolves once the receiver has noticed that another one took its folder. */
async function loseFolder({ dataDir, receiver: { lost } }: Harness): Promise<void> {
  const other = JSON.stringify({ id: 'another', ...thisProcess(), space: 'another container' });
  await writeFile(join(dataDir, 'receiver.lock.999'), other);
  await expect.poll(() => lost.aborted, { timeout: 10_000 }).toBe(true);
}

/** Threads that are started from here on. */
function threadsStarted(): Worker[] {
  const started: Worker[] = [];
  const note = (worker: Worker): void => void started.push(worker);
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  return started;
}

const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'done', storageCodeOf);

it('a folder that is lost is not opened again by what was under way or waits', async () => {
  const harness = await startInFolder();
  const { database } = harness.context;
  await database.execute(sql`create table marks (mark text)`);
  const mark = sql`insert into marks values ('written')`;
  const { lost } = harness.receiver;
  const open = codeOf(
    database.transaction(async (transaction) => {
      await transaction.execute(mark);
      await new Promise((resolve) => lost.addEventListener('abort', resolve));
      await transaction.execute(mark);
    }),
  );
  const queued = [
    codeOf(database.execute(mark)),
    codeOf(database.transaction((inner) => inner.execute(mark))),
  ];
  const started = threadsStarted();
  await loseFolder(harness);
  expect(await Promise.all([open, ...queued, codeOf(database.execute(mark))])).toEqual(
    Array.from({ length: 4 }, () => 'storage.unavailable'),
  );
  await expectProblem(await harness.send('GET', '/.well-known/candor'), 503, 'storage.unavailable');
  expect(started).toEqual([]);
});

it('a folder that is lost has no slot destroyed and no key replaced by what was under way', async () => {
  const harness = await startInFolder();
  const { database, erasing, keyRing } = harness.context;
  await harness.deliver(await sealFor(await harness.discover(), await harness.openSession()));
  const rows = await database.select({ slotId: templates.slotId }).from(templates);
  const slotIds = rows.map(({ slotId }) => slotId);
  expect(slotIds).toHaveLength(1);
  const files = ['slots.bin', 'hpke.json'].map((name) => join(harness.dataDir, 'keys', name));
  const before = await Promise.all(files.map((path) => readFile(path)));
  await loseFolder(harness);
  expect(await codeOf(erasing.slots.destroy(slotIds))).toBe('storage.unavailable');
  harness.advance(40 * 86_400_000);
  expect(await codeOf(keyRing.rotate())).toBe('storage.unavailable');
  await expect(harness.receiver.upkeep()).rejects.toThrow();
  expect(await Promise.all(files.map((path) => readFile(path)))).toEqual(before);
});
