import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '../src/core/bytes.js';
import { StoredRecordSchema } from '../src/envelope/stored-record.js';
import { OutcomeSchema, SessionSchema } from '../src/envelope/wire.js';
import { ACTIONS, actionPairs } from '../src/liveness/challenge.js';
import { LIGHT_STEPS } from '../src/liveness/light-schedule.js';
import { type Harness, ORIGIN, sealFor, sessionRequest, startHarness } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

/** The rows of the table in docs/protocol.md that are not about envelopes. */

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

describe('POST /sessions', () => {
  it('opens a session with a nonce, a challenge and both deadlines', async () => {
    const { nonce, challenge, captureBy, submitBy } = await harness.openSession();
    const other = await harness.openSession();
    expect(other.nonce).not.toBe(nonce);
    expect(other.challenge.id).not.toBe(challenge.id);
    expect(actionPairs(ACTIONS)).toContainEqual(challenge.steps.map(({ action }) => action));
    expect(Date.parse(captureBy) - harness.now().getTime()).toBe(180_000);
    expect(Date.parse(submitBy) - harness.now().getTime()).toBe(900_000);
  });

  it('may ask for everything that discovery lists: all five actions', async () => {
    expect((await harness.discover()).actions).toEqual(ACTIONS);
    const opened = await Promise.all(Array.from({ length: 100 }, () => harness.openSession()));
    const asked = opened.flatMap(({ challenge }) => challenge.steps.map(({ action }) => action));
    // The rarest action is asked in 2 of 14 orders: one that is missing by chance, once in 2 million runs.
    expect(new Set(asked)).toEqual(new Set(ACTIONS));
  });

  it('asks nothing of a seller who chose no gestures', async () => {
    expect((await harness.openSession({ profile: 'no-gestures' })).challenge.steps).toEqual([]);
    const both = await harness.openSession({ profile: 'no-gestures', moreTime: true });
    expect(both.challenge.steps).toEqual([]);
  });

  it('asks one turn of a seller who wants more time, and says so in the record', async () => {
    const session = await harness.openSession({ moreTime: true });
    const asked = session.challenge.steps.map(({ action }) => action);
    expect([['turn-left'], ['turn-right']]).toContainEqual(asked);
    const answer = await harness.deliver(await sealFor(await harness.discover(), session));
    const { verificationId, removalToken, status } = parse(OutcomeSchema, await answer.json());
    expect(status).toBe('no_duplicate');
    const record = await harness.send('GET', `/verifications/${verificationId}`, undefined, {
      Authorization: `Bearer ${removalToken}`,
    });
    expect(parse(StoredRecordSchema, await record.json()).asked).toEqual(asked);
  });

  it('shows no colours unless both the seller and the marketplace want them', async () => {
    expect((await harness.openSession({ light: true })).challenge.colours, 'off by default').toBeUndefined();
    const lit = await startHarness({ light: true });
    try {
      expect((await lit.openSession({ light: false })).challenge.colours).toBeUndefined();
      for (const profile of ['standard', 'no-gestures'] as const) {
        const { challenge } = await lit.openSession({ light: true, profile });
        expect(challenge.colours).toHaveLength(LIGHT_STEPS);
        expect(challenge.steps).toHaveLength(profile === 'standard' ? 2 : 0);
      }
    } finally {
      await lit.close();
    }
  });

  it('refuses a notice that is not served now, before anything is recorded', async () => {
    const request = await sessionRequest(await harness.discover(), {
      noticeHash: toBase64Url(new Uint8Array(32)),
    });
    await expectProblem(await harness.send('POST', '/sessions', request), 422, 'envelope.unbound');
    const swedish = { ...(await sessionRequest(await harness.discover())), locale: 'sv' };
    await expectProblem(await harness.send('POST', '/sessions', swedish), 422, 'envelope.unbound');
  });

  it('refuses unknown fields, other types and other origins', async () => {
    const request = await sessionRequest(await harness.discover());
    const extra = await harness.send('POST', '/sessions', { ...request, age: 40 });
    await expectProblem(extra, 400, 'request.malformed');
    const text = await harness.send('POST', '/sessions', request, { 'Content-Type': 'text/plain' });
    await expectProblem(text, 415, 'request.unsupported_type');
    const foreign = await harness.send('POST', '/sessions', request, { Origin: 'https://evil.example' });
    await expectProblem(foreign, 403, 'origin.refused');
  });
});

describe('POST /opt-outs', () => {
  it.each(['id-document', 'bank-check', 'video-call', 'second-account'])(
    'opens a case for %s',
    async (alternative) => {
      const answer = await harness.send('POST', '/opt-outs', { alternative, locale: 'de-AT', subject: 's' });
      expect(answer.status).toBe(201);
      const { caseId, next, ...rest } = await answer.json();
      expect(rest).toEqual({ alternative });
      expect(caseId).toMatch(/^[0-9a-f-]{36}$/);
      expect(next).toMatch(/^(Wir haben|Danke)/);
    },
  );

  it('refuses an alternative that is not offered, and any further field', async () => {
    const unknown = await harness.send('POST', '/opt-outs', { alternative: 'palm-scan', locale: 'en' });
    await expectProblem(unknown, 400, 'request.malformed');
    const biometric = { alternative: 'id-document', locale: 'en', embedding: [1, 2] };
    await expectProblem(await harness.send('POST', '/opt-outs', biometric), 400, 'request.malformed');
  });
});

describe('any other address', () => {
  it.each([
    ['GET', '/'],
    ['PUT', '/sessions'],
    ['GET', '/sessions'],
    ['POST', '/health'],
    ['PATCH', '/verifications/x'],
    ['GET', '/verifications/%00'],
    ['GET', '/verifications/%E0%A4%A'],
    ['GET', '/verifications/../../etc/passwd'],
    ['DELETE', '/verifications/6f1c1f0e-0000-4000-8000-000000000000'],
  ])('%s %s is not found', async (method, path) => {
    await expectProblem(await harness.send(method, path), 404, 'not_found');
  });
});

describe('CORS', () => {
  const preflight = (origin: string): Promise<Response> =>
    harness.send('OPTIONS', '/verifications', undefined, {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,idempotency-key,authorization',
    });

  it('allows exactly the configured origin, methods and headers, and lets the answer be cached', async () => {
    const { headers, status } = await preflight(ORIGIN);
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(headers.get('Access-Control-Allow-Methods')).toBe('GET,POST,DELETE');
    expect(headers.get('Access-Control-Allow-Headers')).toBe('Content-Type,Idempotency-Key,Authorization');
    expect(Number(headers.get('Access-Control-Max-Age'))).toBeGreaterThan(0);
    expect(headers.get('Vary')).toContain('Origin');
  });

  it('names no other origin, and lets an allowed page read problems', async () => {
    expect((await preflight('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
    const problem = await harness.send('POST', '/sessions', '{');
    expect(problem.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
  });
});

describe('headers', () => {
  it('caches discovery for a minute and nothing else', async () => {
    expect((await harness.send('GET', '/.well-known/candor')).headers.get('Cache-Control')).toBe(
      'max-age=60',
    );
    const session = await harness.send('POST', '/sessions', await sessionRequest(await harness.discover()));
    expect(parse(SessionSchema, await session.json()).nonce).toHaveLength(43);
    expect(session.headers.get('Cache-Control')).toBe('no-store');
    expect((await harness.send('GET', '/nowhere')).headers.get('Cache-Control')).toBe('no-store');
    expect(session.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(session.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});
