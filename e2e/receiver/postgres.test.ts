import getPort from 'get-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../receiver/testing/postgres-server.fixture.js';
import { expectProblem } from '../../receiver/testing/problem.fixture.js';
import { newMasterKey } from './deployment.fixture.js';
import { addressOf, provideReceiver, start, temporaryFolder, verifyAt } from './process.fixture.js';

/** Against a PostgreSQL of its own. */

provideReceiver();

it('says why it cannot start, and no password', async () => {
  const url = `postgres://receiver:hunter2@127.0.0.1:${await getPort()}/candor`;
  const receiver = start({ args: ['--data', await temporaryFolder()], env: { DATABASE_URL: url } });
  expect(await receiver.started).toBeNull();
  expect(receiver.said()).toMatch(/ECONNREFUSED 127\.0\.0\.1/);
  expect(receiver.said()).not.toMatch(/hunter2/);
});

describe('with a PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer();
  });
  afterAll(() => server.stop());

  it('four receivers may start at once on an empty database', async () => {
    const env = { DATABASE_URL: await server.database(), CANDOR_MASTER_KEY: newMasterKey() };
    const receivers = await Promise.all(
      [1, 2, 3, 4].map(async () => start({ args: ['--data', await temporaryFolder()], env })),
    );
    const urls = await Promise.all(receivers.map(({ started }) => started));
    expect(urls, receivers.map(({ said }) => said()).join('\n')).not.toContain(null);
    await Promise.all(receivers.map((receiver) => receiver.stop()));
  });

  it('health says when the database is gone, and when it is back', async () => {
    const env = { DATABASE_URL: await server.database() };
    const receiver = start({ args: ['--data', await temporaryFolder()], env });
    const url = await addressOf(receiver);
    await verifyAt(url);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    server.interrupt();
    await expectProblem(await fetch(`${url}/health`), 503, 'storage.unavailable');
    server.resume();
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await receiver.stop()).toBe(0);
  });
});
