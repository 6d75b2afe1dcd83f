import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashCanonical } from '../../envelope/canonical.js';
import { check } from '../../envelope/check.js';
import { seal } from '../../envelope/seal.js';
import { StoredRecordSchema, WithdrawalSchema } from '../../envelope/stored-record.js';
import { isUsableThreshold } from '../../envelope/threshold.js';
import { exampleBinding, examplePayload } from '../../envelope/wire.fixture.js';
import {
  type Discovery,
  DiscoverySchema,
  ENVELOPE_CONTENT_TYPE,
  type Envelope,
  OptOutSchema,
  OutcomeSchema,
  ProblemSchema,
  type Session,
  type SessionRequest,
  SessionSchema,
} from '../../envelope/wire.js';
import type { Listening } from './listen.js';
import { createReceiverDouble, type ReceiverDouble } from './receiver-double.js';
import type { Scenario } from './state.js';
import { DOUBLE_THRESHOLD } from './terms.js';

const NOW = new Date('2026-03-01T10:00:00.000Z');
const ENDPOINT = 'https://market.example/candor';

let double: ReceiverDouble;
let now: Date;
beforeEach(async () => {
  now = NOW;
  double = await createReceiverDouble({ now: () => now });
});

function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const init = { method, headers: { ...json, ...headers } };
  return double.fetch(
    new Request(ENDPOINT + path, body === undefined ? init : { ...init, body: JSON.stringify(body) }),
  );
}

const discover = async (): Promise<Discovery> => (await ask('GET', '/.well-known/candor')).json();

async function openSession(request: Partial<SessionRequest> = {}): Promise<Session> {
  const { notices } = await discover();
  const noticeHash = await hashCanonical(notices.en);
  const response = await ask('POST', '/sessions', {
    profile: 'standard',
    noticeHash,
    locale: 'en',
    light: false,
    ...request,
  });
  expect(response.status).toBe(201);
  return response.json();
}

async function sealFor(session: Session): Promise<Envelope> {
  const discovery = await discover();
  const [key] = discovery.keys;
  if (key === undefined) throw new Error('no key');
  const { modelId, modelSha256 } = discovery.threshold;
  const { sessionId, nonce, challenge } = session;
  const noticeHash = await hashCanonical(discovery.notices.en);
  const binding = {
    ...exampleBinding(),
    sessionId,
    nonce,
    challengeId: challenge.id,
    noticeHash,
    modelId,
    modelSha256,
  };
  return seal({ payload: examplePayload(), binding, key, audience: discovery.audience });
}

const send = (envelope: Envelope): Promise<Response> =>
  ask('POST', '/verifications', envelope, {
    'Content-Type': ENVELOPE_CONTENT_TYPE,
    'Idempotency-Key': envelope.header.sessionId,
  });

async function codeOf(response: Response): Promise<string> {
  const checked = check(ProblemSchema, await response.json());
  if (!checked.ok) throw new Error(`not a problem: ${checked.field}`);
  return checked.value.code;
}

describe('the receiver double', () => {
  it('answers discovery and sessions in the shapes of the wire', async () => {
    expect(check(DiscoverySchema, await discover())).toMatchObject({ ok: true });
    const session = await openSession();
    expect(check(SessionSchema, session)).toMatchObject({ ok: true });
    expect(session.challenge.steps).toEqual([
      { action: 'turn-left', cueAtMs: 1_100 },
      { action: 'turn-right', cueAtMs: 3_000 },
    ]);
  });

  it('opens the envelope and keeps what was in it for the test', async () => {
    const response = await send(await sealFor(await openSession()));
    expect(check(OutcomeSchema, await response.json())).toMatchObject({
      ok: true,
      value: { status: 'needs_review' },
    });
    expect(double.received).toHaveLength(1);
    expect(double.received[0]?.payload).toEqual(examplePayload());
  });

  it('gives the same answer to the same bytes, and refuses others for that session', async () => {
    const session = await openSession();
    const envelope = await sealFor(session);
    const first = await (await send(envelope)).json();
    expect(await (await send(envelope)).json()).toEqual(first);
    expect(await codeOf(await send(await sealFor(session)))).toBe('session.used');
    expect(double.received).toHaveLength(1);
  });

  it('refuses an envelope that was made for another session', async () => {
    const [mine, other] = [await openSession(), await openSession()];
    const envelope = await sealFor({ ...mine, nonce: other.nonce });
    expect(await codeOf(await send(envelope))).toBe('envelope.unbound');
  });

  it('refuses an envelope with a changed byte', async () => {
    const envelope = await sealFor(await openSession());
    const ciphertext = (envelope.ciphertext.startsWith('A') ? 'B' : 'A') + envelope.ciphertext.slice(1);
    expect(await codeOf(await send({ ...envelope, ciphertext }))).toBe('envelope.invalid');
    expect(double.received).toEqual([]);
  });

  it('refuses an envelope after submitBy', async () => {
    const envelope = await sealFor(await openSession());
    now = new Date(NOW.getTime() + 16 * 60_000);
    expect(await codeOf(await send(envelope))).toBe('session.expired');
  });

  it('notes an opt-out', async () => {
    const response = await ask('POST', '/opt-outs', { alternative: 'video-call', locale: 'en' });
    expect(check(OptOutSchema, await response.json())).toMatchObject({ ok: true });
    expect(double.optOuts).toMatchObject([{ alternative: 'video-call' }]);
  });

  it('shows and withdraws a verification to whoever has its token, twice alike', async () => {
    const { verificationId, removalToken } = await (await send(await sealFor(await openSession()))).json();
    const path = `/verifications/${verificationId}`;
    const token = { Authorization: `Bearer ${removalToken}` };
    expect(await codeOf(await ask('GET', path))).toBe('session.unknown');
    expect(check(StoredRecordSchema, await (await ask('GET', path, undefined, token)).json())).toMatchObject({
      ok: true,
      value: { state: 'stored', test: true },
    });
    const first = await (await ask('DELETE', path, undefined, token)).json();
    expect(check(WithdrawalSchema, first)).toMatchObject({ ok: true });
    now = new Date(NOW.getTime() + 1_000);
    expect(await (await ask('DELETE', path, undefined, token)).json()).toEqual(first);
  });

  it('ends a session for whoever has its nonce: withdraws what arrived, takes nothing more', async () => {
    const [answered, unanswered] = [await openSession(), await openSession()];
    const { verificationId } = await (await send(await sealFor(answered))).json();
    const end = ({ sessionId, nonce }: Session) =>
      ask('DELETE', `/sessions/${sessionId}`, undefined, { Authorization: `Bearer ${nonce}` });
    expect(await codeOf(await end({ ...answered, nonce: 'other' }))).toBe('session.unknown');
    expect(await (await end(answered)).json()).toMatchObject({ state: 'ended', verificationId });
    expect(await (await end(unanswered)).json()).toMatchObject({ state: 'ended', verificationId: null });
    expect(await codeOf(await send(await sealFor(unanswered)))).toBe('session.expired');
  });

  it.each<[Scenario, string]>([
    ['expired', 'session.expired'],
    ['used', 'session.used'],
    ['busy', 'request.too_many'],
  ])('scenario %s: the envelope is answered %s', async (scenario, code) => {
    const envelope = await sealFor(await openSession());
    double.scenario = scenario;
    expect(await codeOf(await send(envelope))).toBe(code);
  });

  it('scenario no_duplicate says so', async () => {
    double.scenario = 'no_duplicate';
    expect(await (await send(await sealFor(await openSession()))).json()).toMatchObject({
      status: 'no_duplicate',
    });
  });

  it('asks for one step of those who want more time, for none without gestures, and says so', async () => {
    const { steps } = (await openSession()).challenge;
    const session = await openSession({ moreTime: true });
    expect(steps).toHaveLength(2);
    expect(session.challenge.steps).toEqual([steps[0]]);
    expect((await openSession({ profile: 'no-gestures' })).challenge.steps).toEqual([]);
    const { verificationId, removalToken } = await (await send(await sealFor(session))).json();
    const headers = { Authorization: `Bearer ${removalToken}` };
    const record = await (await ask('GET', `/verifications/${verificationId}`, undefined, headers)).json();
    expect(check(StoredRecordSchema, record).ok).toBe(true);
    expect(record.asked).toEqual([steps[0]?.action]);
  });

  it('scenario attempts_exhausted opens no session', async () => {
    double.scenario = 'attempts_exhausted';
    const noticeHash = await hashCanonical((await discover()).notices.en);
    const asked = ask('POST', '/sessions', { profile: 'standard', noticeHash, locale: 'en', light: false });
    expect(await codeOf(await asked)).toBe('attempts.exhausted');
  });
});

describe('listening', () => {
  let listening: Listening;
  beforeEach(async () => {
    listening = await double.listen();
  });
  afterEach(() => listening.close());

  it('serves pages of every origin', async () => {
    const response = await fetch(`${listening.url}/.well-known/candor`, {
      headers: { Origin: 'https://a.example' },
    });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://a.example');
    expect(check(DiscoverySchema, await response.json())).toMatchObject({ ok: true });
  });

  it('cuts the connection while down, and answers again when back', async () => {
    double.scenario = 'down';
    await expect(fetch(`${listening.url}/.well-known/candor`)).rejects.toThrow(TypeError);
    double.scenario = 'needs_review';
    expect((await fetch(`${listening.url}/.well-known/candor`)).status).toBe(200);
  });
});

describe('the threshold of the double', () => {
  it('is usable and is for the model that is shipped', async () => {
    expect(isUsableThreshold(DOUBLE_THRESHOLD)).toBe(true);
    const manifest = await readFile('public/models/manifest.json', 'utf8');
    expect(manifest).toContain(DOUBLE_THRESHOLD.modelSha256);
    expect(manifest).toContain(DOUBLE_THRESHOLD.modelId);
  });
});
