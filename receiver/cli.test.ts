import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashCanonical } from '../src/envelope/canonical.js';
import { DiscoverySchema } from '../src/envelope/wire.js';
import { LOOPBACK_ORIGINS } from './allowed-origins.js';
import { readCliOptions } from './cli-options.js';
import { holderOf } from './folder-lock.js';
import { layDatabase } from './testing/database-image.fixture.js';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

// Each test starts a process, which a busy machine may take long to do.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-cli-'));
  await layDatabase(join(folder, 'data'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', CLI, '--data', join(folder, 'data'), ...args], {
    env: { ...process.env, DATABASE_URL: '', NODE_ENV: 'test', RECEIVER_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Collects a stream; resolves with the first match, or with everything at its end. */
function read(child: ChildProcess, name: 'stdout' | 'stderr', until?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const [match] = until?.exec(text) ?? [];
      if (match !== undefined) resolve(match);
    });
    child[name]?.on('end', () => resolve(text));
  });
}

function exitOf(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

describe('the command', () => {
  it('prints its address, serves, logs JSON lines, and stops cleanly on SIGTERM', async () => {
    const child = start(['--test-challenge', 'turn-left@1100,turn-right@3000']);
    const exit = exitOf(child);
    const log = read(child, 'stderr');
    const line = await read(child, 'stdout', /^Receiver: http:\/\/localhost:\d+\n/);
    const answer = await fetch(`${line.replace('Receiver: ', '').trim()}/.well-known/candor`, {
      headers: { Origin: 'http://localhost:5173' },
    });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:5173');
    parse(DiscoverySchema, await answer.json());
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    const events = (await log)
      .trim()
      .split('\n')
      .map((entry) => JSON.parse(entry).event);
    expect(events).toEqual(['swept', 'search.expected', 'started', 'answered']);
  });

  it('stops cleanly when the signal comes while it starts', async () => {
    const child = start([]);
    const exit = exitOf(child);
    // The lock is the first thing that it writes.
    await expect.poll(() => holderOf(join(folder, 'data')), { timeout: 60_000, interval: 5 }).toBe(child.pid);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(await holderOf(join(folder, 'data'))).toBeNull();
  });

  it('counts attempts by the client behind its proxies, whatever subject, port or place in a network it states', async () => {
    const child = start(['--trust-proxy', '2', '--max-attempts', '2', '--allow-header', 'X-Shop']);
    const exit = exitOf(child);
    const url = (await read(child, 'stdout', /http:\/\/localhost:\d+/)).trim();
    const { notices } = parse(DiscoverySchema, await (await fetch(`${url}/.well-known/candor`)).json());
    const request = {
      profile: 'standard',
      noticeHash: await hashCanonical(notices.en),
      locale: 'en',
      light: false,
    };
    const open = async (subject: string, client: string): Promise<number> => {
      const headers = {
        'Content-Type': 'application/json',
        'X-Forwarded-For': `8.8.8.8, ${client}, 10.0.0.1`,
      };
      const body = JSON.stringify({ ...request, subject });
      return (await fetch(`${url}/sessions`, { method: 'POST', headers, body })).status;
    };
    expect(await open('a', '192.0.2.1:1000')).toBe(201);
    expect(await open('b', '::ffff:192.0.2.1')).toBe(201);
    expect(await open('c', '192.0.2.1:1001')).toBe(429);
    expect(await open('c', '2001:db8:1:2::1')).toBe(201);
    expect(await open('d', '2001:db8:1:2::2')).toBe(201);
    expect(await open('e', '[2001:db8:1:2:3::4]:443')).toBe(429);

    const preflight = await fetch(`${url}/sessions`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toMatch(/,X-Shop$/);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  it.each([
    ['--test-challenge', 'turn-left@1100,turn-right@3000'],
    ['--test-outcome', 'no_duplicate'],
  ])('refuses %s in production', async (...flag) => {
    const args = [...flag, '--allow-origin', 'https://shop.example'];
    const child = start(args, { NODE_ENV: 'production' });
    const [said, code] = await Promise.all([read(child, 'stderr'), exitOf(child)]);
    expect(code).toBe(1);
    expect(said).toMatch(/refused with NODE_ENV=production/);
  });
});

describe('its options', () => {
  it('are loose on a developer’s machine and strict in production', async () => {
    const loose = await readCliOptions([], {});
    expect(loose?.receiver).toMatchObject({ maxAttempts: 200, allowedOrigins: LOOPBACK_ORIGINS });
    const strict = await readCliOptions([], { NODE_ENV: 'production' });
    expect(strict?.receiver.allowedOrigins).toEqual([]);
    expect(strict?.receiver.maxAttempts).toBeUndefined();
  });

  it('come from arguments before the environment', async () => {
    const env = { RECEIVER_PORT: '1', DATABASE_URL: 'postgres://db/x' };
    expect(await readCliOptions(['--port', '0'], env)).toMatchObject({
      port: 0,
      receiver: { databaseUrl: env.DATABASE_URL },
    });
    expect(await readCliOptions([], env)).toMatchObject({ port: 1 });
    const args = [
      '--allow-origin',
      'https://a.example',
      '--allow-origin',
      'https://b.example',
      '--max-attempts',
      '7',
    ];
    expect(await readCliOptions(args, {})).toMatchObject({
      receiver: { allowedOrigins: ['https://a.example', 'https://b.example'], maxAttempts: 7 },
    });
    expect(await readCliOptions(['--help'], {})).toBeNull();
  });

  it.each([
    [['--port', '70000']],
    [['--port', 'x']],
    [['--max-attempts', '-1']],
    [['--trust-proxy']],
    [['--trust-proxy', 'yes']],
    [['--test-challenge', 'wink@1000']],
    [['--test-challenge', 'turn-left@9000']],
    [['--test-outcome', 'rejected']],
    [['--signing-key', '/nowhere/key.pem']],
    [['--unknown']],
  ])('refuse %j', async (args) => {
    await expect(readCliOptions(args, {})).rejects.toThrow();
  });

  it('take an Ed25519 key and no other', async () => {
    const path = join(folder, 'signing.pem');
    const pem = { type: 'pkcs8', format: 'pem' } as const;
    await writeFile(path, generateKeyPairSync('ed25519').privateKey.export(pem));
    const options = await readCliOptions(['--signing-key', path], {});
    expect(options?.receiver.signingKey?.asymmetricKeyType).toBe('ed25519');
    await writeFile(path, generateKeyPairSync('x25519').privateKey.export(pem));
    await expect(readCliOptions(['--signing-key', path], {})).rejects.toThrow(/Ed25519/);
  });
});
