import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../../receiver/testing/problem.fixture.js';
import { addressOf, provideReceiver, start, temporaryFolder, verifyAt } from './process.fixture.js';

/** Against a Postgres server of its own, where one is installed. */

provideReceiver();

const binaries = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
/** Postgres refuses to run as root. */
const as = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
const run = (name: string, ...args: readonly string[]): number | null => {
  const [program = '', ...rest] = [...as, join(binaries, name), ...args];
  return spawnSync(program, rest, { stdio: 'ignore', cwd: tmpdir() }).status;
};
const isInstalled = binaries !== '' && run('postgres', '--version') === 0;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

it('says why it cannot start, and no password', async () => {
  const url = `postgres://receiver:hunter2@127.0.0.1:${await freePort()}/candor`;
  const receiver = start({ args: ['--data', await temporaryFolder()], env: { DATABASE_URL: url } });
  expect(await receiver.started).toBeNull();
  expect(receiver.said()).toMatch(/ECONNREFUSED 127\.0\.0\.1/);
  expect(receiver.said()).not.toMatch(/hunter2/);
});

describe.skipIf(!isInstalled)('with a Postgres server (where one is installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-postgres-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  let port: number;
  const startServer = () =>
    run(
      'pg_ctl',
      '-D',
      data,
      '-w',
      '-o',
      `-p ${port} -k ${folder} -h 127.0.0.1`,
      '-l',
      join(folder, 'log'),
      'start',
    );
  const stopServer = () => run('pg_ctl', '-D', data, '-w', '-m', 'fast', 'stop');

  beforeAll(async () => {
    port = await freePort();
    expect(run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust')).toBe(0);
    expect(startServer()).toBe(0);
  });
  afterAll(() => {
    stopServer();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = () => ({ DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/postgres` });

  it('four receivers may start at once on an empty database', async () => {
    const receivers = await Promise.all(
      [1, 2, 3, 4].map(async () => start({ args: ['--data', await temporaryFolder()], env: env() })),
    );
    const urls = await Promise.all(receivers.map(({ started }) => started));
    expect(urls, receivers.map(({ said }) => said()).join('\n')).not.toContain(null);
    await Promise.all(receivers.map((receiver) => receiver.stop()));
  });

  it('health says when the database is gone, and when it is back', async () => {
    const receiver = start({ args: ['--data', await temporaryFolder()], env: env() });
    const url = await addressOf(receiver);
    await verifyAt(url);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(stopServer()).toBe(0);
    await expectProblem(await fetch(`${url}/health`), 503, 'storage.unavailable');
    expect(startServer()).toBe(0);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await receiver.stop()).toBe(0);
  });
});
