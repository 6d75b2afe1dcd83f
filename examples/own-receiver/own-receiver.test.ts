import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoOptions } from '../../receiver/demo.js';
import { ORIGIN, sealFor, sessionRequest } from '../../receiver/testing/harness.fixture.js';
import { receipt } from '../../src/consent/record.js';
import type { CandorError } from '../../src/core/errors.js';
import { hashCanonical } from '../../src/envelope/canonical.js';
import { readReceipt } from '../../src/envelope/receipt.js';
import type { Binding } from '../../src/envelope/seal.js';
import type { Discovery, Session } from '../../src/envelope/wire.js';
import { ACTIONS } from '../../src/liveness/challenge.js';
import { createTransport, type Transport } from '../../src/transport/transport.js';

/** The receivers of docs/write-your-own-receiver.md, against what the widget itself speaks with. */

const DOCUMENT = readFileSync(new URL('../../docs/write-your-own-receiver.md', import.meta.url), 'utf8');
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const never = new AbortController().signal;

interface Own {
  readonly file: string;
  /** Where the document says that it is embedded. */
  readonly origin: string;
  /** Serves the document's own text. */
  listen(text: string): Promise<Server>;
}

async function listenWithParts(): Promise<Server> {
  const own: { readonly app: Hono } = await import(new URL('receiver.mjs', import.meta.url).href);
  const made = createAdaptorServer({ fetch: own.app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}

/** In a folder that has what the document asks for and nothing else. */
async function listenBare(text: string): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-own-receiver-'));
  onTestsFinished.push(() => rm(folder, { recursive: true }));
  await symlink(join(PACKAGE, 'docs/schema'), join(folder, 'schema'));
  await symlink(join(PACKAGE, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'words.json'), JSON.stringify(bareWords()));
  await writeFile(join(folder, 'bare-receiver.mjs'), text);
  vi.stubEnv('PORT', '0');
  const own: { readonly server: Server } = await import(
    pathToFileURL(join(folder, 'bare-receiver.mjs')).href
  );
  if (!own.server.listening) await once(own.server, 'listening');
  return own.server;
}

function bareWords(): object {
  const { audience, notices, threshold, alternatives } = demoOptions();
  const next = Object.fromEntries(alternatives.map(({ id, next: { en } }) => [id, en]));
  const shown = alternatives.map(({ next: _, ...alternative }) => alternative);
  const offered = { alternatives: shown, actions: ACTIONS, profiles: ['standard'], maxAttempts: 5 };
  return { version: 1, audience, notices, threshold, ...offered, next, origin: BARE.origin };
}

const PARTS: Own = { file: 'receiver.mjs', origin: ORIGIN, listen: listenWithParts };
const BARE: Own = { file: 'bare-receiver.mjs', origin: 'http://localhost:8080', listen: listenBare };
const onTestsFinished: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const finish of onTestsFinished) await finish();
});

/** What stands under the file's name in the document. */
function shown({ file }: Own): string {
  const fence = new RegExp(`\`\`\`js\n(// ${file.replace('.', '[.]')}\n[\\s\\S]*?)\`\`\``);
  return fence.exec(DOCUMENT)?.[1] ?? '';
}

/** What the widget was answered with, as its own code. */
async function refused(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'accepted',
    (thrown: CandorError) => thrown.code,
  );
}

describe.each([PARTS, BARE])('$file, a receiver of one’s own', (own) => {
  let server: Server;
  let endpoint: string;
  let transport: Transport;
  beforeAll(async () => {
    server = await own.listen(shown(own));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    endpoint = `http://127.0.0.1:${address.port}`;
    transport = createTransport({ endpoint });
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const sealed = (discovery: Discovery, session: Session, binding: Partial<Binding> = {}) =>
    sealFor(discovery, session, {
      subject: 'seller-1',
      kem: 'x-wing',
      binding: { origin: own.origin, ...binding },
    });

  async function opened() {
    const discovery = await transport.discover(never);
    const session = await transport.openSession(
      await sessionRequest(discovery, { subject: 'seller-1' }),
      never,
    );
    return { discovery, session, envelope: await sealed(discovery, session) };
  }

  it('is the one that the document shows', () => {
    expect(shown(own)).toMatch(`// ${own.file}\n`);
    const file = readFileSync(new URL(own.file, import.meta.url), 'utf8');
    expect(file.replace(/^\/\/ .*\n/, '')).toBe(shown(own).replace(/^\/\/ .*\n/, ''));
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
    const another = await sealed(discovery, session);
    expect(await refused(transport.submit(another, never))).toBe('session.used');
  });

  it.each([
    ['another nonce', { nonce: 'A'.repeat(43) }],
    ['another challenge', { challengeId: 'c-1' }],
    ['another notice', { noticeHash: 'A'.repeat(43) }],
    ['another model', { modelId: 'another' }],
    ['purposes that the notice does not have', { purposeIds: ['advertising'] }],
  ])('refuses %s, and takes the right envelope afterwards', async (_, binding) => {
    const { discovery, session, envelope } = await opened();
    const forged = await sealed(discovery, session, binding);
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

  it('rebuilds the consent, or the document says that it does not', async () => {
    const { discovery, session } = await opened();
    const forged = await sealed(discovery, session, { consentHash: 'A'.repeat(43) });
    const expected = own === PARTS ? 'submit.refused' : 'accepted';
    expect(await refused(transport.submit(forged, never))).toBe(expected);
    expect(DOCUMENT).toContain('It does not rebuild the consent record');
  });

  it('takes an opt-out', async () => {
    const { next } = await transport.optOut({ alternative: 'id-document', locale: 'en' }, never);
    expect(next).toMatch(/e-mail/);
  });
});
