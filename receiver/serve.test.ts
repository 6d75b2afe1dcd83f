import { request } from 'node:http';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServeOptions, type Serving, serve } from './serve.js';
import { type Harness, startHarness } from './testing/harness.fixture.js';

/** Which address each of the four apps listens on. */

let harness: Harness;
beforeAll(async () => {
  const review = { kind: 'token', token: 'a-token-that-nobody-guesses-0123456789' } as const;
  const operator = { kind: 'tokens', tokenHashes: ['0'.repeat(64)] } as const;
  harness = await startHarness({ review, operator });
});
afterAll(() => harness.close());

/** Whether somebody listens there. */
function answers(url: string, hostname: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port } = new URL(url);
    const asked = request({ hostname, port, path: '/', timeout: 5_000 }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.on('error', () => resolve(false)).end();
  });
}

async function listening(
  hosts: Pick<ServeOptions, 'host' | 'reviewHost' | 'operatorHost'>,
  metricsHost?: string,
) {
  const metrics = { app: new Hono(), port: 0, host: metricsHost };
  const receiver = { ...harness.receiver, close: async () => {} };
  const serving: Serving = await serve(receiver, {
    port: 0,
    reviewPort: 0,
    operatorPort: 0,
    metrics,
    ...hosts,
  });
  const urls = [serving.url, serving.reviewUrl, serving.operatorUrl, serving.metricsUrl];
  const on = (hostname: string) => Promise.all(urls.map((url) => answers(url ?? '', hostname)));
  const found = { first: await on('127.0.0.1'), second: await on('127.0.0.2') };
  await serving.close();
  return found;
}

// Elsewhere a machine has one loopback address.
it.runIf(process.platform === 'linux')(
  'by default all four share one, and each of the three that are not for everybody may have its own',
  async () => {
    expect(await listening({ host: '127.0.0.2' })).toEqual({
      first: [false, false, false, false],
      second: [true, true, true, true],
    });
    const own = { host: '127.0.0.2', reviewHost: '127.0.0.1', operatorHost: '127.0.0.1' };
    expect(await listening(own, '127.0.0.1')).toEqual({
      first: [false, true, true, true],
      second: [true, false, false, false],
    });
  },
);
