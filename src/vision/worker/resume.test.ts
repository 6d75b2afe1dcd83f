import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadChecked } from './load.js';
import { type Answer, scriptedFiles } from './scripted-files.fixture.js';

/** Files whose transfer breaks off, from a server of this process. */

/** Nothing that gzip makes smaller: half of what it sends is half of the file. */
const BODY = createHash('shake256', { outputLength: 40_000 }).update('a model').digest();
const HALF = BODY.length >> 1;
const PINNED = {
  file: 'face.onnx',
  sizeBytes: BODY.length,
  sha256: createHash('sha256').update(BODY).digest('hex'),
};
const TAGGED = { etag: '"one"' };

/** Sends part of a body and cuts the connection. */
function cut(response: ServerResponse, status: number, headers: object, part: Buffer, whole: Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': whole.length });
  response.write(part, () => setTimeout(() => response.destroy(), 50));
}

const tornAt =
  (bytes: number, headers: object = TAGGED): Answer =>
  (response) =>
    cut(response, 200, headers, BODY.subarray(0, bytes), BODY);
const whole: Answer = (response) => void response.writeHead(200, TAGGED).end(BODY);

/** The asked range as an honest server sends it. */
const rest =
  (headers: object = TAGGED): Answer =>
  (response, { headers: asked }) => {
    const first = Number(/^bytes=(\d+)-$/.exec(asked.range ?? '')?.[1]);
    const range = { 'content-range': `bytes ${first}-${BODY.length - 1}/${BODY.length}` };
    response.writeHead(206, { ...headers, ...range }).end(BODY.subarray(first));
  };
const saying =
  (range: (first: number) => string): Answer =>
  (response, request) => {
    const first = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]);
    response.writeHead(206, { ...TAGGED, 'content-range': range(first) }).end(BODY.subarray(first));
  };

const serve = scriptedFiles();

function load(...answers: readonly Answer[]) {
  const { url, asked } = serve(answers);
  const told: number[] = [];
  const onProgress = (loadedBytes: number): void => void told.push(loadedBytes);
  const bytes = loadChecked(url, PINNED, { isDistrusted: false, onProgress });
  return { asked, told, bytes };
}

const rangesOf = (asked: readonly IncomingMessage[]) =>
  asked.map(({ headers }) => [headers.range, headers['if-range']]);
const FROM_START = [undefined, undefined];

describe.concurrent('a transfer that breaks off', () => {
  it.each([
    ['ETag', { etag: '"one"' }, '"one"'],
    [
      'Last-Modified',
      { etag: 'W/"one"', 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' },
      'Mon, 02 Mar 2026 10:00:00 GMT',
    ],
  ])('is gone on with where the %s is the same', async (_, headers, validator) => {
    const { asked, told, bytes } = load(tornAt(HALF, headers), rest(headers));
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(rangesOf(asked)).toEqual([FROM_START, [`bytes=${HALF}-`, validator]]);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(BODY.length);
  });

  it('is gone on with twice, the second time under an address of its own', async () => {
    const again: Answer = (response, { headers }) => {
      const first = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1]);
      const range = { ...TAGGED, 'content-range': `bytes ${first}-${BODY.length - 1}/${BODY.length}` };
      cut(response, 206, range, BODY.subarray(first, first + 5_000), BODY.subarray(first));
    };
    const { asked, bytes } = load(tornAt(10_000), again, rest());
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(rangesOf(asked).slice(1)).toEqual([
      ['bytes=10000-', '"one"'],
      ['bytes=15000-', '"one"'],
    ]);
    expect(asked[2]?.url).toContain('?candor=');
  });

  it('is begun anew where the server sends the whole again', async () => {
    const { asked, told, bytes } = load(tornAt(HALF), whole);
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(asked).toHaveLength(2);
    expect(told).toContain(0);
    expect(told.at(-1)).toBe(BODY.length);
  });

  it.each([
    ['names no validator', tornAt(HALF, {})],
    ['has a weak one alone', tornAt(HALF, { etag: 'W/"one"' })],
  ])('is begun anew where the server %s', async (_, torn) => {
    const { asked, bytes } = load(torn, whole);
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(rangesOf(asked)).toEqual([FROM_START, FROM_START]);
  });

  it('is begun anew where it was compressed: a range is one of the bytes that were sent', async () => {
    const headers = { ...TAGGED, 'content-encoding': 'gzip' };
    const packed = gzipSync(BODY);
    const torn: Answer = (response) => cut(response, 200, headers, packed.subarray(0, 9_000), packed);
    const { asked, bytes } = load(torn, (response) => void response.writeHead(200, headers).end(packed));
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(rangesOf(asked)).toEqual([FROM_START, FROM_START]);
  });

  it.each([
    ['is of another file by its ETag', rest({ etag: '"two"' })],
    ['names no validator any more', rest({})],
    ['begins elsewhere', saying((first) => `bytes ${first + 1}-${BODY.length - 1}/${BODY.length}`)],
    ['ends early', saying((first) => `bytes ${first}-${BODY.length - 2}/${BODY.length}`)],
    ['does not say which it is', saying(() => 'bytes')],
    ['is refused with 416', (response) => void response.writeHead(416).end()] satisfies [string, Answer],
  ])('is begun anew where the rest %s', async (_, answer: Answer) => {
    const { asked, bytes } = load(tornAt(HALF), answer, whole);
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(rangesOf(asked)).toEqual([FROM_START, [`bytes=${HALF}-`, '"one"'], FROM_START]);
  });

  it('keeps what came while the server is overloaded', async () => {
    const busy: Answer = (response) => void response.writeHead(503).end();
    const { asked, bytes } = load(tornAt(HALF), busy, rest());
    expect(Buffer.from(await bytes)).toEqual(BODY);
    expect(rangesOf(asked).slice(1)).toEqual([
      [`bytes=${HALF}-`, '"one"'],
      [`bytes=${HALF}-`, '"one"'],
    ]);
  });

  it('is refused where the two parts are no file by its hash, and begun anew first', async () => {
    const changed = Buffer.from(BODY.map((value) => value ^ 1));
    const tornOther: Answer = (response) => cut(response, 200, TAGGED, changed.subarray(0, HALF), changed);
    const { asked, bytes } = load(tornOther, rest(), tornOther);
    await expect(bytes).rejects.toMatchObject({ code: 'assets.load_failed' });
    expect(rangesOf(asked)).toEqual([FROM_START, [`bytes=${HALF}-`, '"one"'], FROM_START]);
    const mended = load(tornOther, rest(), whole);
    expect(Buffer.from(await mended.bytes)).toEqual(BODY);
  });
});

it('does not take a part that nobody asked for', async () => {
  const unasked: Answer = (response) =>
    void response.writeHead(206, { ...TAGGED, 'content-range': 'bytes 0-9/10' }).end(BODY.subarray(0, 10));
  const { bytes } = load(unasked);
  await expect(bytes).rejects.toMatchObject({
    code: 'assets.load_failed',
    detail: expect.stringMatching(/HTTP 206$/),
  });
});
