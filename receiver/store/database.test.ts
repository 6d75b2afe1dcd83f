import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { parse } from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OutcomeSchema } from '../../src/envelope/wire.js';
import { type Harness, sealFor, sessionRequest, startHarness } from '../testing/harness.fixture.js';
import { startPostgresServer } from '../testing/postgres-server.fixture.js';
import { expectProblem } from '../testing/problem.fixture.js';
import { openDatabase } from './open-database.js';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-database-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** PGlite that speaks the wire protocol, and can go away at once. */
async function startSocket(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const database = await PGlite.create('memory://');
  const server = new PGLiteSocketServer({ db: database, port: 0, maxConnections: 20 });
  await server.start();
  const url = `postgres://postgres@${server.getServerConn()}/postgres`;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= server.stop();
    return stopping;
  };
  onTestFinished(() => stop().then(() => database.close()));
  return { url, stop };
}

async function wholePath(harness: Harness): Promise<void> {
  const session = await harness.openSession({ subject: 'seller-1' });
  const envelope = await sealFor(await harness.discover(), session, { subject: 'seller-1' });
  const answers = await Promise.all([1, 2, 3].map(() => harness.deliver(envelope)));
  const failures = harness.logged.filter(({ event }) => event === 'failed');
  expect(
    answers.map(({ status }) => status),
    JSON.stringify(failures),
  ).toEqual([201, 201, 201]);
  const { verificationId, removalToken } = parse(OutcomeSchema, await answers[0]?.json());
  const token = { Authorization: `Bearer ${removalToken}` };
  const withdrawal = await harness.send('DELETE', `/verifications/${verificationId}`, undefined, token);
  expect(withdrawal.status).toBe(200);
  const record = await harness.send('GET', `/verifications/${verificationId}`, undefined, token);
  expect((await record.json()).state).toBe('withdrawn');
}

describe('DATABASE_URL', () => {
  it('takes the whole path through node-postgres', { timeout: 120_000 }, async () => {
    // A real one: PGlite's socket mixes up the statements of connections that talk at once.
    const server = await startPostgresServer();
    onTestFinished(() => server.stop());
    const harness = await startHarness({ databaseUrl: await server.database() });
    onTestFinished(() => harness.close());
    await wholePath(harness);
    await harness.receiver.upkeep();
  });

  it('that goes away fails requests, not the process, and says nothing of what was asked', async () => {
    const { url, stop } = await startSocket();
    const harness = await startHarness({ databaseUrl: url });
    onTestFinished(() => harness.close());
    const request = await sessionRequest(await harness.discover(), { subject: 'seller-1' });
    const waiting = Array.from({ length: 5 }, () => harness.send('POST', '/sessions', request));
    await stop();
    await Promise.all(waiting);
    await expectProblem(await harness.send('POST', '/sessions', request), 503, 'storage.unavailable');
    await expectProblem(await harness.send('GET', '/health'), 503, 'storage.unavailable');
    const failures = harness.logged.filter(({ event }) => event === 'failed');
    expect(failures.length).toBeGreaterThan(0);
    expect(JSON.stringify(failures)).not.toContain('seller-1');
  });

  it('that is neither Postgres nor memory is refused without being repeated', async () => {
    const opening = openDatabase('mysql://root:hunter2@db', 'unused');
    await expect(opening).rejects.toThrow(/DATABASE_URL/);
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });
});

describe('the folder', () => {
  it('keeps keys and records over a restart, for its owner alone', async () => {
    const dataDir = await temporaryFolder();
    const before = await startHarness({ dataDir, databaseUrl: undefined });
    const session = await before.openSession();
    const envelope = await sealFor(await before.discover(), session);
    const outcome = await (await before.deliver(envelope)).json();
    const keys = (await before.discover()).keys;
    await before.close();
    expect((await stat(join(dataDir, 'database'))).mode & 0o777).toBe(0o700);

    const after = await startHarness({ dataDir, databaseUrl: undefined });
    onTestFinished(() => after.close());
    expect((await after.discover()).keys).toEqual(keys);
    expect(await (await after.deliver(envelope)).json()).toEqual(outcome);
  });
});
