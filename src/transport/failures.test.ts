import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLE_OUTCOME, EXAMPLE_SESSION } from '../envelope/wire.fixture.js';
import type { Envelope } from '../envelope/wire.js';
import {
  CALLS,
  type CallName,
  HOST_HEADERS,
  NAMES,
  never,
  SESSION_END,
  sealExample,
  WITHDRAWAL,
} from './calls.fixture.js';
import { type StubReceiver, startStubReceiver } from './stub-receiver.fixture.js';
import { createTransport, type Transport } from './transport.js';

/** Answers that cannot be trusted, and networks that fail. */

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

describe('an answer that cannot be trusted', () => {
  const malformed: Record<CallName, string> = {
    session: 'session.malformed',
    submit: 'submit.malformed',
    'opt-out': 'optout.unreachable',
    withdraw: 'withdrawal.unreachable',
    'session end': 'withdrawal.unreachable',
    contest: 'objection.unreachable',
    read: 'withdrawal.unreachable',
  };

  it.each(NAMES)('%s: success that is no JSON', async (name) => {
    stub.reply = { status: CALLS[name].status, body: '<html>ok</html>' };
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({
      code: malformed[name],
    });
  });

  it.each(NAMES)('%s: success with a field too many', async (name) => {
    const { status, body } = CALLS[name];
    stub.reply = { status, body: { ...body, similarity: 0.93 } };
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({
      code: malformed[name],
      detail: 'similarity',
    });
  });

  it.each(NAMES)('%s: a body of more than 64 KiB is not read to its end', async (name) => {
    const { status, body } = CALLS[name];
    stub.reply = { status, body: JSON.stringify(body) + ' '.repeat(65 * 1_024) };
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({
      code: malformed[name],
    });
  });

  it('submit: a verdict that the protocol rules out ("rejected")', async () => {
    stub.reply = { status: 201, body: { ...EXAMPLE_OUTCOME, status: 'rejected' } };
    await expect(transport.submit(envelope, never)).rejects.toMatchObject({
      code: 'submit.malformed',
      detail: 'status',
    });
  });

  it('withdraw: a confirmation for another verification', async () => {
    stub.reply = { status: 200, body: { ...WITHDRAWAL, verificationId: 'other' } };
    await expect(transport.withdraw(EXAMPLE_OUTCOME, never)).rejects.toMatchObject({
      code: 'withdrawal.unreachable',
    });
  });
});

describe('ending a session', () => {
  it("shows the session's nonce, carries nothing else, and believes no answer about another session", async () => {
    stub.reply = { status: 200, body: SESSION_END };
    await transport.endSession(EXAMPLE_SESSION, never);
    expect(stub.seen.at(-1)).toMatchObject({
      method: 'DELETE',
      path: `/candor/sessions/${EXAMPLE_SESSION.sessionId}`,
      headers: { authorization: `Bearer ${EXAMPLE_SESSION.nonce}` },
      body: '',
    });
    stub.reply = { status: 200, body: { ...SESSION_END, sessionId: 'another' } };
    await expect(transport.endSession(EXAMPLE_SESSION, never)).rejects.toMatchObject({
      code: 'withdrawal.unreachable',
      detail: 'sessionId',
    });
  });
});

/** What an error says was asked: the seller's ids, tokens and nonces are not in it. */
const ASKED: Record<CallName, string> = {
  session: 'POST /sessions',
  submit: 'POST /verifications',
  'opt-out': 'POST /opt-outs',
  withdraw: 'DELETE /verifications/{id}',
  'session end': 'DELETE /sessions/{id}',
  contest: 'POST /verifications/{id}/objections',
  read: 'GET /verifications/{id}',
};
const askedAt = (endpoint: string, name: CallName): string => ASKED[name].replace(' ', ` ${endpoint}`);

describe('a network that fails', () => {
  const network: Record<CallName, string> = {
    session: 'session.unreachable',
    submit: 'submit.network',
    'opt-out': 'optout.unreachable',
    withdraw: 'withdrawal.unreachable',
    'session end': 'withdrawal.unreachable',
    contest: 'objection.unreachable',
    read: 'withdrawal.unreachable',
  };

  it.each(NAMES)('%s: nobody listens', async (name) => {
    const gone = await startStubReceiver();
    await gone.close();
    transport = createTransport({ endpoint: gone.endpoint });
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({
      code: network[name],
      detail: askedAt(gone.endpoint, name),
      cause: expect.any(TypeError),
    });
  });

  it.each(NAMES)('%s: the answer breaks off', async (name) => {
    stub.reply = { status: CALLS[name].status, body: 'cut' };
    await expect(CALLS[name].run({ transport, envelope }, never)).rejects.toMatchObject({
      code: network[name],
      detail: askedAt(stub.endpoint, name),
    });
  });

  it.each<[CallName, string]>([
    ['session', 'session.unreachable'],
    ['submit', 'submit.timeout'],
    ['opt-out', 'optout.unreachable'],
    ['withdraw', 'withdrawal.unreachable'],
    ['contest', 'objection.unreachable'],
  ])('%s: no answer at all is %s, after a while', async (name, code) => {
    stub.reply = { body: 'never' };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = CALLS[name].run({ transport, envelope }, never);
    const detail = expect.stringContaining(`${askedAt(stub.endpoint, name)}, no answer for`);
    const failed = expect(answer).rejects.toMatchObject({ code, detail });
    await vi.advanceTimersByTimeAsync(20_000);
    await failed;
    vi.useRealTimers();
  });

  it.each(NAMES)('%s: stops when it is told to, with the reason it was given', async (name) => {
    stub.reply = { body: 'never' };
    const stop = new AbortController();
    const before = stub.seen.length;
    const answer = CALLS[name].run({ transport, envelope }, stop.signal);
    const failed = expect(answer).rejects.toBe('unmounted');
    await vi.waitFor(() => expect(stub.seen.length).toBe(before + 1));
    stop.abort('unmounted');
    await failed;
  });
});
