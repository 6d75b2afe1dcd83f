import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLE_OUTCOME, EXAMPLE_SESSION } from '../envelope/wire.fixture.js';
import { type Envelope, PROBLEM_CODES, type ProblemCode } from '../envelope/wire.js';
import {
  CALLS,
  type CallName,
  HOST_HEADERS,
  NAMES,
  never,
  REQUEST,
  sealExample,
  WITHDRAWAL,
} from './calls.fixture.js';
import { type StubReceiver, startStubReceiver } from './stub-receiver.fixture.js';
import { createTransport, type Transport } from './transport.js';

let stub: StubReceiver;
let envelope: Envelope;
let transport: Transport;

beforeAll(async () => {
  stub = await startStubReceiver();
  envelope = await sealExample();
});
afterAll(() => stub.close());
beforeEach(() => {
  stub.reply = {};
  transport = createTransport({ endpoint: stub.endpoint, headers: HOST_HEADERS });
});

describe('what goes over the wire', () => {
  it.each(NAMES)('%s: the answer is what the receiver said', async (name) => {
    const { run, status, body } = CALLS[name];
    stub.reply = { status, body };
    expect(await run({ transport, envelope }, never)).toEqual(body);
  });

  it('submits exactly the envelope, under the session as idempotency key', async () => {
    stub.reply = { status: 201, body: EXAMPLE_OUTCOME };
    await transport.submit(envelope, never);
    const { method, path, headers, body } = stub.seen.at(-1) ?? {};
    expect([method, path]).toEqual(['POST', '/candor/verifications']);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.candor.envelope+json',
      'idempotency-key': envelope.header.sessionId,
      authorization: 'Bearer host',
      'x-shop': '7',
    });
    expect(JSON.parse(body ?? '')).toEqual(envelope);
  });

  it("sends JSON as JSON, whatever the host's headers say", async () => {
    stub.reply = { status: 201, body: EXAMPLE_SESSION };
    await transport.openSession(REQUEST, never);
    expect(stub.seen.at(-1)?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(stub.seen.at(-1)?.body ?? '')).toEqual(REQUEST);
  });

  it('tells headers that are none as a fault of the page, and not of the receiver', async () => {
    const before = stub.seen.length;
    const wrong = createTransport({ endpoint: stub.endpoint, headers: { Authorization: 'Bearer\nX: 1' } });
    for (const name of NAMES)
      await expect(CALLS[name].run({ transport: wrong, envelope }, never)).rejects.toMatchObject({
        code: 'config.invalid',
        detail: 'headers',
      });
    expect(stub.seen).toHaveLength(before);
  });

  it("withdraws and reads with the receipt's token, not the host's", async () => {
    stub.reply = { status: 200, body: WITHDRAWAL };
    await transport.withdraw(EXAMPLE_OUTCOME, never);
    expect(stub.seen.at(-1)).toMatchObject({
      method: 'DELETE',
      path: `/candor/verifications/${EXAMPLE_OUTCOME.verificationId}`,
      headers: { authorization: `Bearer ${EXAMPLE_OUTCOME.removalToken}` },
    });
  });

  it('keeps an odd id inside its own path segment', async () => {
    await transport
      .withdraw({ ...EXAMPLE_OUTCOME, verificationId: '../opt-outs?x=1' }, never)
      .catch(() => undefined);
    expect(stub.seen.at(-1)?.path).toBe('/candor/verifications/..%2Fopt-outs%3Fx%3D1');
  });

  it.each(NAMES)('%s: never follows a redirect to somewhere else', async (name) => {
    const before = stub.seen.length;
    stub.reply = { status: 307, headers: { location: `${stub.endpoint}/elsewhere` } };
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({
      name: 'CandorError',
    });
    expect(stub.seen.slice(before).map(({ path }) => path)).not.toContain('/candor/elsewhere');
  });

  it('asks the browser for no cookies on other origins, no cache and no redirect', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    stub.reply = { status: 201, body: EXAMPLE_OUTCOME };
    await transport.submit(envelope, never);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    });
    fetched.mockRestore();
  });
});

describe('a refusal by the receiver', () => {
  const problem = (status: number, code: ProblemCode) => ({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { type: `https://candor.example/problems/${code}`, title: 'No', status, code },
  });

  it.each<[CallName, number, ProblemCode, string]>([
    ['submit', 409, 'session.used', 'session.used'],
    ['submit', 410, 'session.expired', 'session.expired'],
    ['submit', 401, 'session.unknown', 'session.unknown'],
    ['submit', 403, 'origin.refused', 'submit.refused'],
    ['submit', 400, 'request.malformed', 'submit.refused'],
    ['submit', 415, 'request.unsupported_type', 'submit.refused'],
    ['submit', 413, 'request.too_large', 'submit.refused'],
    ['submit', 422, 'envelope.invalid', 'submit.refused'],
    ['submit', 422, 'envelope.unbound', 'submit.refused'],
    ['submit', 404, 'not_found', 'submit.refused'],
    ['submit', 429, 'request.too_many', 'submit.busy'],
    ['submit', 500, 'internal', 'submit.busy'],
    ['submit', 503, 'operators.unavailable', 'submit.busy'],
    ['session', 429, 'attempts.exhausted', 'session.attempts_exhausted'],
    ['session', 429, 'attempts.cooling_down', 'session.cooling_down'],
    ['session', 408, 'request.timeout', 'session.unreachable'],
    ['submit', 408, 'request.timeout', 'submit.busy'],
    ['session', 429, 'request.too_many', 'session.unreachable'],
    ['session', 403, 'origin.refused', 'session.refused'],
    ['session', 401, 'session.unknown', 'session.unreachable'],
    ['session', 400, 'request.malformed', 'session.refused'],
    ['session', 500, 'internal', 'session.unreachable'],
    ['session', 503, 'operators.unavailable', 'session.unreachable'],
    ['opt-out', 400, 'request.malformed', 'optout.unreachable'],
    ['opt-out', 500, 'internal', 'optout.unreachable'],
    ['withdraw', 404, 'not_found', 'withdrawal.refused'],
    ['withdraw', 401, 'session.unknown', 'withdrawal.refused'],
    ['withdraw', 429, 'request.too_many', 'withdrawal.unreachable'],
    ['withdraw', 500, 'internal', 'withdrawal.unreachable'],
    ['session end', 404, 'not_found', 'withdrawal.refused'],
    ['read', 404, 'not_found', 'withdrawal.refused'],
    ['read', 500, 'internal', 'withdrawal.unreachable'],
  ])('%s answered %i %s is %s', async (name, status, code, expected) => {
    stub.reply = problem(status, code);
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({
      code: expected,
      detail: code,
    });
  });

  it.each(PROBLEM_CODES)('submit: %s has a code of its own area', async (code) => {
    stub.reply = problem(422, code);
    await expect(transport.submit(envelope, never)).rejects.toMatchObject({
      code: expect.stringMatching(/^(submit|session)\./),
    });
  });

  const STRANGERS: Partial<Record<CallName, string>> = {
    session: 'session.unreachable',
    submit: 'submit.malformed',
    withdraw: 'withdrawal.unreachable',
    read: 'withdrawal.unreachable',
    'session end': 'withdrawal.unreachable',
  };
  const STRANGE = [401, 403, 404, 422].flatMap((status) =>
    Object.entries(STRANGERS).map(([name, code]) => [name as CallName, status, code] as const),
  );

  it.each(STRANGE)('%s: a page with %i that is not the receiver’s is %s', async (name, status, code) => {
    stub.reply = { status, body: '<html>Please log in</html>' };
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({ code });
  });

  it('submit: success of somebody else’s says nothing of the envelope', async () => {
    stub.reply = { status: 200, body: { welcome: true } };
    await expect(transport.submit(envelope, never)).rejects.toMatchObject({ code: 'submit.malformed' });
  });

  it.each<[CallName, string]>([
    ['session', 'session.unreachable'],
    ['submit', 'submit.busy'],
    ['opt-out', 'optout.unreachable'],
    ['withdraw', 'withdrawal.unreachable'],
  ])("%s: a gateway's HTML page is %s", async (name, code) => {
    stub.reply = { status: 502, body: '<html>Bad Gateway</html>' };
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({
      code,
      detail: expect.stringMatching(/^[A-Z]+ http:\/\/127\.0\.0\.1:\d+\/candor\/\S+, HTTP 502$/),
    });
  });
});
