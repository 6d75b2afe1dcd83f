import { connect } from 'node:net';
import { Hono } from 'hono';
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

const portOf = ({ url }: Serving): number => Number(new URL(url).port);

/** Sends these characters over a bare socket, and returns what came back once it is closed. */
function sendRaw(text: string, to = serving): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(portOf(to), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {}); // a reset, after which it is closed too
    socket.on('close', () => resolve(answer));
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
    expect(await (await fetch(`${serving.url}/ready`)).json()).toEqual({ status: 'ready' });
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
        const socket = connect(portOf(serving), '127.0.0.1', () => {
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

describe('a client that takes its time', () => {
  let impatient: Serving;
  beforeAll(async () => {
    impatient = await serve({ ...harness.receiver, close: async () => {} }, { port: 0, patienceMs: 300 });
  });
  afterAll(() => impatient.close());

  /** Writes, and resolves with what came back once the connection is closed.
   * @param reads - false: takes nothing in. */
  function closing(text: string, reads: boolean, trickle?: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(portOf(impatient), '127.0.0.1', () => socket.write(text));
      let answer = '';
      const timer = setInterval(() => trickle !== undefined && socket.write(trickle), 50);
      socket.setEncoding('utf8');
      if (reads) socket.on('data', (chunk) => (answer += chunk));
      else socket.pause();
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(timer);
        resolve(answer);
      });
      // A socket that takes nothing in does not see the other's end either, but what it writes is refused.
      if (!reads) setInterval(() => socket.destroyed || socket.write('x'), 100).unref();
    });
  }
  const post = (body: string): string =>
    `POST /sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n${body}`;

  it.each([
    ['whose headers trickle', 'POST /sessions HTTP/1.1\r\nHost: a\r\n', 'X: y\r\n'],
    ['whose body trickles', post('{'), ' '],
    ['whose body stops', post('{'), undefined],
  ])('%s hears 408 in the one shape, and is cut', async (_, text, trickle) => {
    const answer = await closing(text, true, trickle);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(problemIn(answer)).toBe('request.timeout');
  });

  it('that never ends its body and never reads is cut', async () => {
    await closing(post('{'), false);
  });

  it('that asks for a page and never reads is cut', async () => {
    await closing('GET /health HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20_000), false);
  });

  it('hears of an expectation that nobody meets in the one shape', async () => {
    const answer = await sendRaw('GET /health HTTP/1.1\r\nHost: a\r\nExpect: a-miracle\r\n\r\n');
    expect(problemIn(answer)).toBe('request.malformed');
  });
});

describe('a client beyond the connections that there are', () => {
  it('is closed at once', async () => {
    // With all the patience that there is: on a busy machine the others would be cut before this one comes.
    const small = await serve({ ...harness.receiver, close: async () => {} }, { port: 0, maxConnections: 3 });
    const held = [1, 2, 3].map(() => connect(portOf(small), '127.0.0.1'));
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await sendRaw('GET /health HTTP/1.1\r\nHost: a\r\n\r\n', small)).toBe('');
    for (const socket of held) socket.destroy();
    await small.close();
  });
});

describe('stopping', () => {
  it('lets a request in progress end, and takes no other', async () => {
    let isAsked = false;
    let letGo = (): void => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const app = new Hono().get('/', async (context) => {
      isAsked = true;
      await gate;
      return context.text('done');
    });
    const closed: string[] = [];
    const close = async (): Promise<void> => void closed.push('receiver');
    const stopping = await serve({ ...harness.receiver, app, close }, { port: 0 });
    const answer = fetch(stopping.url).then((response) => response.text());
    await expect.poll(() => isAsked).toBe(true);
    const stopped = stopping.close();
    await expect(fetch(stopping.url)).rejects.toThrow();
    expect(closed).toEqual([]);
    letGo();
    expect(await answer).toBe('done');
    await stopped;
    expect(closed).toEqual(['receiver']);
  });
});
