import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Discovery,
  DiscoverySchema,
  type Envelope,
  OutcomeSchema,
  SessionSchema,
} from '../src/envelope/wire.js';
import { withDatabase } from './commands/open-stored.js';
import { holderOf } from './folder-lock.js';
import { exportSubject } from './subjects/subjects.js';
import { layDatabase } from './testing/database-image.fixture.js';
import { deliveryHeaders, ORIGIN, sealFor, sessionRequest } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';
import { exitOf, readStream, runCommand, startCommand } from './testing/process.fixture.js';

/** The command as a process. The tests share one data folder, and one start where they can: a start costs seconds. */

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-cli-'));
  dataDir = join(folder, 'data');
  await layDatabase(dataDir);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A folder to type the command in, with one file. */
async function folderWith(name: string, file: string, content: string): Promise<string> {
  const cwd = join(folder, name);
  await mkdir(cwd);
  await writeFile(join(cwd, file), content);
  return cwd;
}

/** A seller's browser, behind two proxies. */
class Client {
  readonly #url: string;
  readonly discovery: Discovery;

  private constructor(url: string, discovery: Discovery) {
    this.#url = url;
    this.discovery = discovery;
  }

  static async of(url: string): Promise<Client> {
    return new Client(url, parse(DiscoverySchema, await (await fetch(`${url}/.well-known/candor`)).json()));
  }

  #post(path: string, body: unknown, from: string, headers: Record<string, string>): Promise<Response> {
    const forwarded = { 'X-Forwarded-For': `8.8.8.8, ${from}, 10.0.0.1`, Origin: ORIGIN };
    const own = { 'Content-Type': 'application/json', ...headers, ...forwarded };
    return fetch(this.#url + path, { method: 'POST', headers: own, body: JSON.stringify(body) });
  }

  ask(method: 'GET' | 'OPTIONS', path: string): Promise<Response> {
    const headers = { Origin: ORIGIN, 'Access-Control-Request-Method': 'POST' };
    return fetch(this.#url + path, { method, headers });
  }

  async open(from: string, subject?: string): Promise<Response> {
    const request = await sessionRequest(this.discovery, subject === undefined ? {} : { subject });
    return this.#post('/sessions', request, from, {});
  }

  deliver(from: string, envelope: Envelope): Promise<Response> {
    return this.#post('/verifications', envelope, from, deliveryHeaders(envelope));
  }
}

describe('the command', () => {
  it('prints its address, serves, logs JSON lines, and stops cleanly on SIGTERM', async () => {
    const args = ['--data', dataDir, '--test-challenge', 'turn-left@1100,turn-right@3000'];
    const child = startCommand({ args, cwd: folder });
    const exit = exitOf(child);
    const log = readStream(child, 'stderr');
    const line = await readStream(child, 'stdout', /^Receiver: http:\/\/localhost:\d+\n/);
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
    const child = startCommand({ args: ['--data', dataDir], cwd: folder });
    const exit = exitOf(child);
    // The lock is the first thing that it writes.
    await expect.poll(() => holderOf(dataDir), { timeout: 60_000, interval: 5 }).toBe(child.pid);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(await holderOf(dataDir)).toBeNull();
  });
});

/** Types, so that it is TypeScript indeed. */
const CONFIG_TS = (data: string): string => `
interface Limits { readonly maxAttempts: number; readonly maxFailures: number }
const limits: Limits = { maxAttempts: 2, maxFailures: 2 };
export default { ...limits, dataDir: ${JSON.stringify(data)}, allowedOrigins: ['${ORIGIN}'], audience: 'of the file' };
`;

describe('in a folder with candor.config.ts, and one with candor.config.json', () => {
  let client: Client;
  let metrics: string;
  let stop: () => Promise<unknown>;
  let ofJson: string;
  let verificationId: string;

  beforeAll(async () => {
    ofJson = await folderWith('json', 'candor.config.json', JSON.stringify({ dataDir }));
    const cwd = await folderWith('ts', 'candor.config.ts', CONFIG_TS(dataDir));
    const args = ['start', '--trust-proxy', '2', '--allow-header', 'X-Shop', '--metrics-port', '0'];
    const child = startCommand({ args, cwd, env: { CANDOR_OPENERS: '1' } });
    const exit = exitOf(child);
    const printed = await readStream(child, 'stdout', /Receiver: \S+\nMetrics: \S+\n/);
    const [, url = '', metricsUrl = ''] = /Receiver: (\S+)\nMetrics: (\S+)\n/.exec(printed) ?? [];
    client = await Client.of(url);
    metrics = metricsUrl;
    stop = async () => {
      child.kill('SIGTERM');
      expect(await exit).toBe(0);
    };
  }, 120_000);

  it('takes its options from the file, and a verification', async () => {
    expect(client.discovery.audience).toBe('of the file');
    const answer = await client.open('198.51.100.1', 'seller-1');
    const session = parse(SessionSchema, await answer.json());
    const sealed = await sealFor(client.discovery, session, { subject: 'seller-1' });
    const delivered = await client.deliver('198.51.100.1', sealed);
    expect(delivered.status).toBe(201);
    verificationId = parse(OutcomeSchema, await delivered.json()).verificationId;
  });

  it('counts attempts by the client behind its proxies, whatever subject, port or place in a network it states', async () => {
    const open = async (subject: string, from: string): Promise<number> =>
      (await client.open(from, subject)).status;
    expect(await open('a', '192.0.2.1:1000')).toBe(201);
    expect(await open('b', '::ffff:192.0.2.1')).toBe(201);
    expect(await open('c', '192.0.2.1:1001')).toBe(429);
    expect(await open('c', '2001:db8:1:2::1')).toBe(201);
    expect(await open('d', '2001:db8:1:2::2')).toBe(201);
    expect(await open('e', '[2001:db8:1:2:3::4]:443')).toBe(429);
  });

  it('cools a client down that fails, and no other behind the same proxies', async () => {
    const [failing, other] = ['203.0.113.7', '203.0.113.8'];
    const session = parse(SessionSchema, await (await client.open(failing)).json());
    const unbound = await sealFor(client.discovery, session, { binding: { challengeId: 'another' } });
    for (let failure = 1; failure <= 2; failure += 1)
      await expectProblem(await client.deliver(failing, unbound), 422, 'envelope.unbound');
    await expectProblem(await client.open(failing), 429, 'attempts.cooling_down');
    expect((await client.open(other)).status).toBe(201);
  });

  it('serves metrics on a port of their own, which the sellers’ does not have', async () => {
    const answer = await fetch(metrics);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/openmetrics-text/);
    const text = await answer.text();
    expect(text).toContain('candor_events_total{event="verification.received"');
    expect(text).not.toContain(verificationId);
    expect(metrics).toMatch(/\/metrics$/);
    expect((await client.ask('GET', '/metrics')).status).toBe(404);
  });

  it('lets a header pass that a flag names, and stops', async () => {
    const preflight = await client.ask('OPTIONS', '/sessions');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toMatch(/,X-Shop$/);
    await stop();
  });

  it('export prints a seller, and erase leaves nothing of them', async () => {
    const exported = await runCommand({ args: ['export', '--subject', 'seller-1'], cwd: ofJson });
    expect(exported).toMatchObject({ status: 0 });
    expect(JSON.parse(exported.printed)).toMatchObject({
      subject: 'seller-1',
      verifications: [{ verificationId, subject: 'seller-1' }],
    });
    const erased = await runCommand({ args: ['erase', '--subject=seller-1'], cwd: ofJson });
    expect(erased).toMatchObject({ status: 0 });
    expect(JSON.parse(erased.printed)).toEqual({ verifications: 1, optOuts: 0, sessions: 1 });
    const left = await withDatabase(
      { databaseUrl: undefined, dataDir, index: 'exact' },
      'leave',
      (database) => exportSubject(database, 'seller-1', new Date()),
    );
    expect(left).toMatchObject({ verifications: [], cases: [], sessions: [] });
  });
});

describe('in production, with a file, a variable and flags that are wrong', () => {
  it('names every problem in one answer, and makes nothing', async () => {
    const wrong = { host: 0, adress: 'x', alternatives: [], allowedOrigins: ['*'] };
    const cwd = await folderWith('wrong', 'candor.config.json', JSON.stringify(wrong));
    const { status, printed, said } = await runCommand({
      args: ['--test-challenge', 'turn-left@1100,turn-right@3000', '--test-outcome', 'no_duplicate'],
      cwd,
      env: { NODE_ENV: 'production', CANDOR_TRUST_PROXY: 'yes' },
    });
    expect([status, printed]).toEqual([1, '']);
    const fields = said
      .replace('candor-receiver: ', '')
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]);
    expect(fields).toEqual([
      'CANDOR_TRUST_PROXY',
      'adress',
      'host',
      'audience',
      'notices',
      'threshold',
      'alternatives',
      'allowedOrigins.0',
      'test',
    ]);
    expect(said).toContain('test: test overrides are refused with NODE_ENV=production');
    expect(await readdir(cwd)).toEqual(['candor.config.json']);
  });
});
