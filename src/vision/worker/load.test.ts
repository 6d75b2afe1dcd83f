import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { loadChecked } from './load.js';
import { type Answer, scriptedFiles } from './scripted-files.fixture.js';

const BODY = Buffer.from('a model');
const sha256 = createHash('sha256').update(BODY).digest('hex');
const file = 'face.onnx';
const PINNED = { file, sizeBytes: BODY.length, sha256 };

const GOOD: Answer = (response) => response.end(BODY);
const FLIPPED: Answer = (response) => response.end('a mode1');
const HALF: Answer = (response) => response.end(BODY.subarray(0, 3));
const TORN: Answer = (response) =>
  response.writeHead(200, { 'content-length': 100 }).write(BODY, () => response.destroy());
const CUT_OFF: Answer = (response) => response.destroy();
const status =
  (code: number, headers = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end();

const serve = scriptedFiles();

function load(answers: readonly Answer[], more: { isDistrusted?: boolean; signal?: AbortSignal } = {}) {
  const { url, path, asked } = serve(answers);
  // Whatever a host signs its addresses with stays out of what the error says.
  const bytes = loadChecked(`${url}?signed=secret`, PINNED, { isDistrusted: false, ...more });
  return { url, path, asked, bytes };
}

const cacheOf = ({ headers }: IncomingMessage): string | undefined => headers['cache-control'];

describe.concurrent('loadChecked', () => {
  it('gives the bytes whose hash is the published one', async () => {
    const { asked, bytes } = load([GOOD]);
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['half a file', HALF],
    ['a changed file', FLIPPED],
    ['a transfer that breaks off', TORN],
    ['a connection that is cut', CUT_OFF],
    ['HTTP 304, with nothing to keep', status(304)],
    ['HTTP 500', status(500)],
    ['HTTP 503', status(503, { 'Retry-After': '0' })],
    ['HTTP 429', status(429, { 'Retry-After': '1' })],
  ])('gets over %s, twice', async (_, spoilt) => {
    const { asked, bytes } = load([spoilt, spoilt, GOOD]);
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(asked).toHaveLength(3);
  });

  it('asks past the HTTP cache the second time, and under an address of its own the third', async () => {
    const { path, asked, bytes } = load([HALF, HALF, GOOD]);
    await bytes;
    expect(asked.map(cacheOf)).toEqual([undefined, 'no-cache', 'no-cache']);
    const [first, second, third] = asked.map(({ url }) => url);
    expect([first, second]).toEqual([`${path}?signed=secret`, `${path}?signed=secret`]);
    expect(third).toMatch(/^\/model-\d+\?signed=secret&candor=[\w-]+$/);
  });

  it('asks past the HTTP cache at once where a file was broken before', async () => {
    const { asked, bytes } = load([GOOD], { isDistrusted: true });
    await bytes;
    expect(asked.map(cacheOf)).toEqual(['no-cache']);
  });

  it('refuses a changed file with its name, what was expected and what was found', async () => {
    const { asked, bytes } = load([FLIPPED]);
    await expect(bytes).rejects.toMatchObject({
      code: 'assets.integrity_failed',
      detail: expect.stringMatching(/^face\.onnx: expected [0-9a-f]{12}…, found [0-9a-f]{12}…$/),
    });
    expect(asked).toHaveLength(3);
  });

  it('names the file, its address and the status when there is none, and asks once', async () => {
    const { url, asked, bytes } = load([status(404)]);
    const detail = `face.onnx at ${url}, HTTP 404`;
    await expect(bytes).rejects.toMatchObject({ code: 'assets.load_failed', detail });
    expect(asked).toHaveLength(1);
  });

  it('does not keep the seller waiting for a server that asks for a minute', async () => {
    const { url, asked, bytes } = load([status(429, { 'Retry-After': '60' })]);
    await expect(bytes).rejects.toMatchObject({ detail: `face.onnx at ${url}, HTTP 429` });
    expect(asked).toHaveLength(1);
  });

  it('names the file and its address when the transfer always breaks off, or nobody answers', async () => {
    const nowhere = 'http://127.0.0.1:1/face';
    const nobody = loadChecked(nowhere, PINNED, { isDistrusted: false });
    const failures = [load([TORN]), { url: nowhere, bytes: nobody }].map(({ url, bytes }) =>
      expect(bytes).rejects.toMatchObject({ code: 'assets.load_failed', detail: `face.onnx at ${url}` }),
    );
    await Promise.all(failures);
  });

  it('ends with the signal, also between two tries', async () => {
    const leaving = new AbortController();
    const { asked, bytes } = load([status(500)], { signal: leaving.signal });
    const left = expect(bytes).rejects.toThrow('left');
    // A busy machine may take longer for the first try than any pause.
    await vi.waitFor(() => expect(asked).toHaveLength(1), 20_000);
    leaving.abort(new Error('left'));
    await left;
    expect(asked).toHaveLength(1);
  });
});
