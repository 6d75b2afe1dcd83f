import { connect } from 'node:net';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENVELOPE_CONTENT_TYPE, ProblemSchema } from '../src/envelope/wire.js';
import { type Serving, serve } from './serve.js';
import { type Harness, ORIGIN, startHarness } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

let harness: Harness;
let serving: Serving;
beforeAll(async () => {
  harness = await startHarness();
  serving = await serve(harness.receiver, { port: 0 });
});
afterAll(async () => {
  await serving.close();
  await harness.close();
});

/** Sends these characters over a bare socket, and returns what comes back. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(serving.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
    socket.write(text);
  });
}

function problemIn(answer: string): unknown {
  const body = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
  return parse(ProblemSchema, JSON.parse(body)).code;
}

describe('over HTTP', () => {
  it('answers health and discovery on the printed address', async () => {
    expect(serving.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(await (await fetch(`${serving.url}/health`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${serving.url}/.well-known/candor`)).status).toBe(200);
  });

  it('tells pages of other origins what time it is, and lets them send no header but the protocol’s', async () => {
    const answer = await fetch(`${serving.url}/.well-known/candor`, { headers: { Origin: ORIGIN } });
    expect((await answer.json()).now).toBe(harness.now().toISOString());
    expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After,Date,Age');
    expect(answer.headers.get('Date')).not.toBeNull();
    expect((await harness.openSession()).now).toBe(harness.now().toISOString());
    const preflight = await fetch(`${serving.url}/sessions`, {
      method: 'OPTIONS',
      headers: { Origin: ORIGIN, 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe(
      'Content-Type,Idempotency-Key,Authorization',
    );
  });

  it.each([
    ['with a length', ' '.repeat(65_537)],
    ['as a stream that never says how long', new Blob([' '.repeat(1_000_000)]).stream()],
  ])('refuses a large body %s', async (_, body) => {
    const answer = await fetch(`${serving.url}/verifications`, {
      method: 'POST',
      headers: { 'Content-Type': ENVELOPE_CONTENT_TYPE },
      body,
      // Node's fetch wants this for streams; the DOM's types do not know it.
      ...{ duplex: 'half' },
    });
    await expectProblem(answer, 413, 'request.too_large');
  });

  it.each([
    ['is not HTTP', 'GARBAGE\r\n\r\n'],
    ['names an impossible host', 'GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['names an impossible address', 'GET /\\..\\ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['has headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`],
    [
      'has two lengths',
      'POST /sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
    ],
  ])('gives the one error shape to what %s', async (_, request) => {
    const answer = await sendRaw(request);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(problemIn(answer)).toBe('request.malformed');
  });

  it('does not log a client that hangs up in mid-body as its own failure', async () => {
    const failures = (): number => harness.logged.filter(({ event }) => event === 'failed').length;
    const answered = (): number => harness.logged.filter(({ event }) => event === 'answered').length;
    const before = answered();
    for (const framing of ['Content-Length: 5000', 'Transfer-Encoding: chunked']) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(serving.url).port), '127.0.0.1', () => {
          const head = `POST /sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${framing}\r\n\r\n4\r\n{"a"`;
          socket.write(head, () => setTimeout(() => socket.destroy(), 50));
        });
        socket.on('close', () => resolve());
      });
    }
    await expect.poll(answered, { timeout: 10_000 }).toBe(before + 2);
    expect(failures()).toBe(0);
  });

  it('says where it cannot listen', async () => {
    const { port } = new URL(serving.url);
    await expect(serve(harness.receiver, { port: Number(port) })).rejects.toThrow(/EADDRINUSE/);
  });
});
