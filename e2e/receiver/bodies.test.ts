import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parse } from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { sessionRequest } from '../../receiver/testing/harness.fixture.js';
import { expectProblem } from '../../receiver/testing/problem.fixture.js';
import { WithdrawalSchema } from '../../src/envelope/stored-record.js';
import { ENVELOPE_CONTENT_TYPE, type Outcome, SessionSchema } from '../../src/envelope/wire.js';
import {
  addressOf,
  PAGE_ORIGIN,
  provideReceiver,
  start,
  temporaryFolder,
  verifyAt,
} from './process.fixture.js';
import { RemoteSeller } from './remote-seller.fixture.js';

provideReceiver();

let url: string;
beforeAll(async () => {
  const args = ['--data', await temporaryFolder()];
  url = await addressOf(start({ args, env: { DATABASE_URL: 'memory://' } }));
});

/** A body that never says how long it is. */
function streamed(text: string): RequestInit {
  // Node's fetch wants `duplex` for streams; the DOM's types do not know it.
  return { body: new Blob([text]).stream(), ...{ duplex: 'half' } };
}

function withdraw({ verificationId, removalToken }: Outcome, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${removalToken}`, Origin: PAGE_ORIGIN };
  return fetch(`${url}/verifications/${verificationId}`, { method: 'DELETE', headers, ...init });
}

describe('withdrawal from the published command', () => {
  it.each([
    ['without a body', {}],
    ['with an empty body', { body: '' }],
    ['with a body', { body: '{}' }],
    ['with a streamed body', streamed('{}')],
  ])('works %s', async (_, init) => {
    const outcome = await verifyAt(url);
    const answer = await withdraw(outcome, init);
    expect(answer.status).toBe(200);
    expect(parse(WithdrawalSchema, await answer.json()).verificationId).toBe(outcome.verificationId);
  });

  it('works with curl', async () => {
    const { verificationId, removalToken } = await verifyAt(url);
    const authorization = `Authorization: Bearer ${removalToken}`;
    const args = ['-sS', '-X', 'DELETE', '-H', authorization, `${url}/verifications/${verificationId}`];
    const { stdout } = await promisify(execFile)('curl', args);
    expect(parse(WithdrawalSchema, JSON.parse(stdout)).state).toBe('withdrawn');
  });
});

describe('a body that does not say how long it is', () => {
  it('opens a session like any other', async () => {
    const seller = new RemoteSeller(url, PAGE_ORIGIN);
    const request = JSON.stringify(await sessionRequest(await seller.discover()));
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${url}/sessions`, { method: 'POST', headers, ...streamed(request) });
    expect(answer.status).toBe(201);
    parse(SessionSchema, await answer.json());
  });

  it.each([
    ['by one byte', ' '.repeat(65_537)],
    ['by far', ' '.repeat(3_000_000)],
  ])('is refused where it is too long %s', async (_, text) => {
    const headers = { 'Content-Type': ENVELOPE_CONTENT_TYPE };
    const answer = await fetch(`${url}/verifications`, { method: 'POST', headers, ...streamed(text) });
    await expectProblem(answer, 413, 'request.too_large');
    expect((await fetch(`${url}/health`)).status, 'and the next one is served').toBe(200);
  });

  it('is read to its last permitted byte', async () => {
    const headers = { 'Content-Type': ENVELOPE_CONTENT_TYPE };
    const text = ' '.repeat(65_536);
    const answer = await fetch(`${url}/verifications`, { method: 'POST', headers, ...streamed(text) });
    await expectProblem(answer, 400, 'request.malformed');
  });
});

it('refuses a body that is announced as too long, whatever the method', async () => {
  for (const method of ['POST', 'DELETE']) {
    const body = ' '.repeat(65_537);
    const answer = await fetch(`${url}/verifications/x`, { method, body });
    await expectProblem(answer, 413, 'request.too_large');
  }
});
