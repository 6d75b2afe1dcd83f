import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** The first of the two commands, as someone types it. */

interface Started {
  readonly npm: ChildProcess;
  /** Everything written so far. */
  output(): string;
}

let folder: string;
const running: ChildProcess[] = [];

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-start-'));
});
test.afterEach(async () => {
  for (const npm of running.splice(0)) {
    if (npm.exitCode !== null) continue;
    npm.kill('SIGTERM');
    await once(npm, 'exit');
  }
  await rm(folder, { recursive: true });
});

function npmStart(env: Readonly<Record<string, string>>, ...args: readonly string[]): Started {
  const npm = spawn('npm', ['start', '--', '--data', folder, ...args], {
    env: { ...process.env, PORT: '0', RECEIVER_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(npm);
  let output = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  return { npm, output: () => output };
}

async function addressOf(name: 'Demo' | 'Receiver', { output }: Started): Promise<string> {
  const line = new RegExp(`^${name}: (http://localhost:\\d+)$`, 'm');
  await expect.poll(output, { timeout: 60_000 }).toMatch(line);
  return line.exec(output())?.[1] ?? '';
}

async function exitCode({ npm }: Started): Promise<number | null> {
  if (npm.exitCode === null) await once(npm, 'exit');
  return npm.exitCode;
}

test('npm start serves page and receiver, and SIGTERM ends both without a trace', async () => {
  const started = npmStart({}, '--test-challenge', 'turn-right@1200,turn-left@3100');
  const [demo, receiver] = [await addressOf('Demo', started), await addressOf('Receiver', started)];
  expect(await (await fetch(demo)).text()).toContain(`<meta name="candor-endpoint" content="${receiver}" />`);
  const { notices } = await (await fetch(`${receiver}/.well-known/candor`)).json();
  expect(Object.keys(notices)).toContain('en');

  started.npm.kill('SIGTERM');
  expect(await exitCode(started)).toBe(0);
  await expect(fetch(demo)).rejects.toThrow();
  await expect(fetch(receiver)).rejects.toThrow();
});

test('npm start -- --three has three operators named to sellers, and ends them too', async () => {
  const started = npmStart({}, '--three');
  const [demo, receiver] = [await addressOf('Demo', started), await addressOf('Receiver', started)];
  const { operators, notices } = await (await fetch(`${receiver}/.well-known/candor`)).json();
  expect(operators).toHaveLength(3);
  for (const { name } of operators) expect(notices.en.recipients).toContain(name);

  started.npm.kill('SIGTERM');
  expect(await exitCode(started)).toBe(0);
  await expect(fetch(demo)).rejects.toThrow();
});

test('npm start names the port that is taken, and how to have another', { tag: '@slow' }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const started = npmStart({ PORT: String(port) });
  expect(await exitCode(started)).toBe(1);
  expect(started.output()).toContain(`Port ${port} is taken. PORT=0`);
  other.close();
});

test('npm start refuses what only a test may do where NODE_ENV is production', async () => {
  const started = npmStart(
    { NODE_ENV: 'production' },
    '--test-outcome',
    'no_duplicate',
    '--allow-origin',
    'https://shop.example',
  );
  expect(await exitCode(started)).toBe(1);
  expect(started.output()).toContain('refused with NODE_ENV=production');
});
