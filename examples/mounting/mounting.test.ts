import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receiver } from '../../receiver/receiver.js';
import {
  type Harness,
  ORIGIN,
  sealFor,
  sessionRequest,
  startHarness,
} from '../../receiver/testing/harness.fixture.js';
import { expectProblem } from '../../receiver/testing/problem.fixture.js';
import { createTransport } from '../../src/transport/transport.js';

/** The examples of docs/receiver.md#mount-it, each started and used by the widget's own client. */

type Listen = (port: number, ready: () => void) => Server;
type Mount = (receiver: Receiver) => Listen;

const MOUNTS = [
  ['Hono', 'mountInHono'],
  ['Express', 'mountInExpress'],
  ['Fastify', 'mountInFastify'],
] as const;
const never = new AbortController().signal;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  expect(harness.logged.filter(({ event }) => event === 'address.unknown')).toEqual([]);
  await harness.close();
});

async function started(
  framework: string,
  name: string,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const file = new URL(`${framework.toLowerCase()}.mjs`, import.meta.url).href;
  const example: Readonly<Record<string, Mount>> = await import(file);
  const listen = example[name]?.(harness.receiver);
  if (listen === undefined) throw new Error(`${framework} has no ${name}`);
  const server = await new Promise<Server>((resolve) => {
    const listening = listen(0, () => setImmediate(() => resolve(listening)));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, stop };
}

describe.each(MOUNTS)('mounted in %s', (framework, name) => {
  let shop: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    shop = await started(framework, name);
  });
  afterAll(() => shop.stop());

  it('answers below its address, and the shop beside it', async () => {
    expect(await (await fetch(`${shop.url}/`)).text()).toBe('the shop');
    expect(await (await fetch(`${shop.url}/candor/health`)).json()).toEqual({ status: 'ok' });
    await expectProblem(await fetch(`${shop.url}/candor/nothing`), 404, 'not_found');
  });

  it('takes a seller from the session to the withdrawal', async () => {
    const transport = createTransport({ endpoint: `${shop.url}/candor`, headers: { Origin: ORIGIN } });
    const discovery = await transport.discover(never);
    const session = await transport.openSession(await sessionRequest(discovery), never);
    const outcome = await transport.submit(await sealFor(discovery, session), never);
    expect((await transport.read(outcome, never)).state).toBe('stored');
    expect((await transport.withdraw(outcome, never)).state).toBe('withdrawn');
  });

  it('keeps its guards: other origins read no record, bodies that are too large are refused', async () => {
    const answers = [
      fetch(`${shop.url}/candor/verifications/x`, { headers: { Origin: 'https://evil.example' } }),
      fetch(`${shop.url}/candor/sessions`, { method: 'POST', body: ' '.repeat(70_000) }),
    ] as const;
    await expectProblem(await answers[0], 403, 'origin.refused');
    await expectProblem(await answers[1], 413, 'request.too_large');
    const trickled = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' };
    await expectProblem(await fetch(`${shop.url}/candor/sessions`, trickled), 400, 'request.malformed');
  });
});
