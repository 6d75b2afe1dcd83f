import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCliOptions } from '../../receiver/index.js';
import { type RunningDemo, type StartDemoOptions, startDemo } from './start-demo.js';

let folder: string;
let demo: RunningDemo;

async function demoOptions(port: number, receiverPort: number, name: string): Promise<StartDemoOptions> {
  const env = { DATABASE_URL: 'memory://', RECEIVER_PORT: String(receiverPort), CANDOR_REVIEW_PORT: '0' };
  const receiver = await readCliOptions(['--data', join(folder, name)], env);
  if (receiver === null) throw new Error('these arguments do not ask for help');
  return { port, receiver, folder: join(folder, 'page'), log: () => {} };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-start-'));
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html><html><head></head></html>');
  writeFileSync(join(folder, 'page/robots.txt'), 'User-agent: *');
  writeFileSync(join(folder, 'page/assets/worker-0a1b.js'), 'postMessage(1)');
  writeFileSync(join(folder, 'page/assets/vision-0a1b.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d]));
  demo = await startDemo(await demoOptions(0, 0, 'receiver'));
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true });
});

const policyOf = (response: Response): string => response.headers.get('content-security-policy') ?? '';

describe('startDemo', () => {
  it('names the receiver to the page, in the policy and in a meta element', async () => {
    const response = await fetch(demo.demoUrl);
    expect(await response.text()).toContain(`<meta name="candor-endpoint" content="${demo.receiverUrl}" />`);
    expect(policyOf(response)).toContain(`connect-src 'self' ${demo.receiverUrl};`);
  });

  it('has pages for a reviewer, whose address, with its token, stands in a meta element and leads there', async () => {
    const { reviewUrl } = demo;
    if (reviewUrl === null) throw new Error('no pages for reviewers');
    expect(await (await fetch(demo.demoUrl)).text()).toContain(
      `<meta name="candor-review" content="${reviewUrl}" />`,
    );
    const admitted = await fetch(reviewUrl, { redirect: 'manual' });
    const cookie = admitted.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    expect([admitted.status, admitted.headers.get('location')]).toEqual([303, './']);
    const { origin } = new URL(reviewUrl);
    expect((await fetch(origin)).status).toBe(401);
    expect(await (await fetch(origin, { headers: { Cookie: cookie } })).text()).toContain(
      'Waiting for a person',
    );
  });

  it('allows no inline script, no eval and no other origin', async () => {
    const policy = policyOf(await fetch(demo.demoUrl));
    expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|data:|\*/);
  });

  it('lets ?endpoint= name another receiver, and no longer its own', async () => {
    const response = await fetch(`${demo.demoUrl}/?endpoint=https://verify.example/candor`);
    expect(await response.text()).toContain('content="https://verify.example/candor"');
    expect(policyOf(response)).toContain("connect-src 'self' https://verify.example;");
  });

  it('refuses an endpoint that would change the policy', async () => {
    const hostile = encodeURIComponent("https://verify.example/; script-src 'unsafe-inline'");
    const response = await fetch(`${demo.demoUrl}/?endpoint=${hostile}`);
    expect(response.status).toBe(400);
    expect(policyOf(response)).not.toContain('unsafe-inline');
  });

  it('sends the policy with the worker file, which takes it from its own response', async () => {
    const response = await fetch(`${demo.demoUrl}/assets/worker-0a1b.js`);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(policyOf(response)).toContain("'wasm-unsafe-eval'");
  });

  it('serves wasm under its own type, so that it compiles while it streams', async () => {
    const response = await fetch(`${demo.demoUrl}/assets/vision-0a1b.wasm`);
    expect(response.headers.get('content-type')).toBe('application/wasm');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('answers an unchanged file with 304', async () => {
    const first = await fetch(`${demo.demoUrl}/robots.txt`);
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
    expect((await fetch(`${demo.demoUrl}/robots.txt`, { headers })).status).toBe(304);
  });

  it('serves nothing outside its folder', async () => {
    const response = await fetch(`${demo.demoUrl}/..%2f..%2freceiver/keys/hpke.json`);
    expect(response.status).toBe(404);
  });

  it('runs a receiver that the page may talk to', async () => {
    const headers = { Origin: demo.demoUrl };
    const response = await fetch(`${demo.receiverUrl}/.well-known/candor`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(demo.demoUrl);
  });

  it('leaves no receiver running when the port of the page is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const start = async (onPort: number): Promise<RunningDemo> =>
      startDemo(await demoOptions(onPort, 0, 'another-receiver'));
    await expect(start(port)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
    other.close();
    // A folder has one receiver at a time.
    await (await start(0)).close();
  });

  it('frees both ports when it is closed', async () => {
    await demo.close();
    await expect(fetch(demo.demoUrl)).rejects.toThrow();
    await expect(fetch(demo.receiverUrl)).rejects.toThrow();
  });
});
