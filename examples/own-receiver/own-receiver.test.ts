import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealFor, sessionRequest } from '../../receiver/testing/harness.fixture.js';
import { receipt } from '../../src/consent/record.js';
import type { CandorError } from '../../src/core/errors.js';
import { hashCanonical } from '../../src/envelope/canonical.js';
import { readReceipt } from '../../src/envelope/receipt.js';
import { createTransport, type Transport } from '../../src/transport/transport.js';

/** The receiver of docs/write-your-own-receiver.md, against what the widget itself speaks with. */

const FILE = new URL('receiver.mjs', import.meta.url);
const DOCUMENT = new URL('../../docs/write-your-own-receiver.md', import.meta.url);
const never = new AbortController().signal;

let server: Server;
let endpoint: string;
let transport: Transport;
beforeAll(async () => {
  const own: { readonly app: Hono } = await import(FILE.href);
  server = createAdaptorServer({ fetch: own.app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  endpoint = `http://127.0.0.1:${address.port}`;
  transport = createTransport({ endpoint });
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** What the widget was answered with, as its own code. */
async function refused(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'accepted',
    (thrown: CandorError) => thrown.code,
  );
}

async function opened(subject = 'seller-1') {
  const discovery = await transport.discover(never);
  const session = await transport.openSession(await sessionRequest(discovery, { subject }), never);
  return { discovery, session, envelope: await sealFor(discovery, session, { subject }) };
}

describe('a receiver of one’s own', () => {
  it('is the one that the document shows', () => {
    const [, shown] = /```js\n\/\/ receiver\.mjs\n([\s\S]*?)```/.exec(readFileSync(DOCUMENT, 'utf8')) ?? [];
    expect(shown).toBe(readFileSync(FILE, 'utf8'));
  });

  it('takes a seller from the session to the receipt, and to the withdrawal', async () => {
    const { discovery, session, envelope } = await opened();
    const outcome = await transport.submit(envelope, never);
    expect(outcome.status).toBe('needs_review');
    const notice = discovery.notices.en;
    if (notice === undefined) throw new Error('no notice');
    const act = { consentReceiptId: 'r-1', method: 'button', givenAt: '2025-11-22T09:59:30.000Z' } as const;
    const purposeIds = notice.purposes.map(({ id }) => id);
    const parties = { sessionId: session.sessionId, subject: 'seller-1' };
    const consent = { ...receipt(notice, 'en', { ...act, purposeIds }, parties, discovery.alternatives) };
    const consentHash = await hashCanonical(consent);
    expect(consentHash).toBe(envelope.header.consentHash);
    const noticeVersion = notice.version;
    const file = JSON.stringify({ version: 1, endpoint, outcome, consent, consentHash, noticeVersion });
    const kept = readReceipt(file).outcome;
    const gone = await transport.withdraw(kept, never);
    expect(gone.state).toBe('withdrawn');
    expect(await transport.withdraw(kept, never), 'again').toEqual(gone);
    expect(await refused(transport.withdraw({ ...kept, removalToken: 'another' }, never))).toBe(
      'withdrawal.refused',
    );
  });

  it('gives all deliveries of the same bytes one answer, and refuses others for the session', async () => {
    const { discovery, session, envelope } = await opened();
    const answers = await Promise.all([1, 2, 3].map(() => transport.submit(envelope, never)));
    expect(new Set(answers.map(({ verificationId }) => verificationId)).size).toBe(1);
    expect(await transport.submit(envelope, never)).toEqual(answers[0]);
    const another = await sealFor(discovery, session, { subject: 'seller-1' });
    expect(await refused(transport.submit(another, never))).toBe('session.used');
  });

  it.each([
    ['another nonce', { nonce: 'A'.repeat(43) }],
    ['another challenge', { challengeId: 'c-1' }],
    ['a consent to other words', { consentHash: 'A'.repeat(43) }],
    ['another model', { modelId: 'another' }],
    ['purposes that the notice does not have', { purposeIds: ['advertising'] }],
  ])('refuses %s, and takes the right envelope afterwards', async (_, binding) => {
    const { discovery, session, envelope } = await opened();
    const forged = await sealFor(discovery, session, { subject: 'seller-1', binding });
    expect(await refused(transport.submit(forged, never))).toBe('submit.refused');
    expect((await transport.submit(envelope, never)).status).toBe('needs_review');
  });

  it('refuses what does not open, a session that it does not know, and a notice that it does not serve', async () => {
    const { envelope } = await opened();
    const shut = { ...envelope, header: { ...envelope.header, widget: 'candor/9' } };
    expect(await refused(transport.submit(shut, never))).toBe('submit.refused');
    const header = { ...envelope.header, sessionId: 'unknown' };
    expect(await refused(transport.submit({ ...envelope, header }, never))).toBe('session.unknown');
    const request = await sessionRequest(await transport.discover(never));
    const other = { ...request, noticeHash: 'A'.repeat(43) };
    expect(await refused(transport.openSession(other, never))).toBe('session.refused');
  });

  it('takes an opt-out', async () => {
    const { next } = await transport.optOut({ alternative: 'id-document', locale: 'en' }, never);
    expect(next).toMatch(/e-mail/);
  });
});
