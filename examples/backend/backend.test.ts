import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decideCase } from '../../receiver/store/decide-case.js';
import { cases } from '../../receiver/store/schema.js';
import { verify } from '../../receiver/testing/cases.fixture.js';
import { type Harness, newFace, startHarness } from '../../receiver/testing/harness.fixture.js';

/** The example, which hears a whole receiver. */

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const SOON = { timeout: 60_000 };

let backend: Server;
let url: string;
let harness: Harness;
/** The ids of the messages that came. */
const heard: string[] = [];
beforeAll(async () => {
  const example: { createBackend(secret: string): Hono } = await import(
    new URL('backend.mjs', import.meta.url).href
  );
  const app = example.createBackend(SECRET);
  const fetching = (request: Request): Response | Promise<Response> => {
    const id = request.headers.get('webhook-id');
    if (id !== null) heard.push(id);
    return app.fetch(request);
  };
  backend = createAdaptorServer({ fetch: fetching, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  const address = backend.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}`;
  // What is older than five minutes is refused: the receiver's clock is the real one.
  harness = await startHarness({
    now: () => new Date(),
    webhooks: [{ url: `${url}/hooks`, secrets: [SECRET] }],
  });
});
afterAll(async () => {
  await harness.close();
  await new Promise((resolve) => backend.close(resolve));
});

/** The page says that the check is done. @returns what the backend knows by then. */
async function pageSaysDone(subject: string): Promise<string> {
  const answer = await fetch(`${url}/shops/${subject}/done`, { method: 'POST' });
  const { shop }: { shop: string } = await answer.json();
  return shop;
}

async function hook(id: string, data: object, secret: string): Promise<number> {
  const at = new Date();
  const body = JSON.stringify({ type: 'verification.decided', timestamp: at.toISOString(), data });
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
  return (await fetch(`${url}/hooks`, { method: 'POST', headers, body })).status;
}

describe('a marketplace’s backend', () => {
  const face = newFace();

  it('opens no shop by what a page says, and one by what the receiver signed', async () => {
    expect(await pageSaysDone('seller-1')).toBe('waiting');
    expect((await verify(harness, 'seller-1', { embedding: face })).status).toBe('no_duplicate');
    await vi.waitFor(async () => expect(await pageSaysDone('seller-1')).toBe('open'), SOON);
  });

  it('keeps a duplicate waiting until a person has found what it is', async () => {
    const before = heard.length;
    const { verificationId, status } = await verify(harness, 'seller-2', { embedding: face });
    expect(status).toBe('needs_review');
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before), SOON);
    expect(await pageSaysDone('seller-2')).toBe('waiting');
    const { database, secrets } = harness.context;
    const found = await database.select().from(cases);
    const { caseId = '' } = found.find((one) => one.verificationId === verificationId) ?? {};
    const act = { kind: 'different_person' } as const;
    const decided = await decideCase(database, secrets, {
      caseId,
      revision: 0,
      act,
      reviewer: 'somebody',
      at: new Date(),
    });
    expect(decided.kind).toBe('decided');
    await vi.waitFor(async () => expect(await pageSaysDone('seller-2')).toBe('open'), SOON);
  });

  it('takes nothing that another signed, and a repeated message once', async () => {
    const data = { verificationId: randomUUID(), subject: 'seller-3', status: 'no_duplicate', test: false };
    const forged = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    expect(await hook('forged', data, forged)).toBe(401);
    expect(await pageSaysDone('seller-3')).toBe('waiting');
    expect(await hook('genuine', data, SECRET)).toBe(204);
    expect(await pageSaysDone('seller-3')).toBe('open');
    expect(await hook('genuine', { ...data, status: 'needs_review' }, SECRET), 'heard before').toBe(204);
    expect(await pageSaysDone('seller-3')).toBe('open');
  });

  it('opens no shop by a record that was made under test options', async () => {
    const data = { verificationId: randomUUID(), subject: 'seller-4', status: 'no_duplicate', test: true };
    expect(await hook('test', data, SECRET)).toBe(204);
    expect(await pageSaysDone('seller-4')).toBe('waiting');
  });
});
