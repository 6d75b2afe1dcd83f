import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../src/core/bytes.js';
import type { ShareError } from '../errors.js';
import { makeIdentity } from './certificates.fixture.js';
import { encodeFrame } from './frames.fixture.js';
import { type Frame, NO_SESSION, PROTOCOL_VERSION } from './frames.js';
import { Link } from './link.js';
import { dial, fingerprintOf, type Identity, type Listening, listen } from './tls.js';

/** One connection over TLS, as two operators have it. */

const LOCAL = { host: '127.0.0.1', port: 0 };
const OPTIONS = { timeoutMs: 5_000, signal: new AbortController().signal };

let here: Identity;
let there: Identity;
let listening: Listening;
const arrived: { pin: string | null; socket: TLSSocket }[] = [];
beforeAll(async () => {
  [here, there] = await Promise.all([makeIdentity('here'), makeIdentity('there')]);
  listening = await listen(LOCAL, there, 5_000, (socket, pin) => arrived.push({ socket, pin }));
});
afterAll(async () => {
  for (const { socket } of arrived) socket.destroy();
  await listening.close();
});

const place = () => ({ ...LOCAL, port: listening.port });

/** What the other side has of a connection from here. */
async function connected(): Promise<{ readonly from: TLSSocket; readonly to: TLSSocket }> {
  const count = arrived.length;
  const from = await dial(place(), here, fingerprintOf(there.certificate), OPTIONS);
  while (arrived[count] === undefined) await new Promise((resolve) => setImmediate(resolve));
  return { from, to: arrived[count].socket };
}

/** The frames of a link, and why it ended. */
function watched(socket: TLSSocket): {
  readonly link: Link;
  readonly frames: Frame[];
  readonly end: Promise<ShareError>;
} {
  const frames: Frame[] = [];
  let onEnd: (reason: ShareError) => void = () => {};
  const end = new Promise<ShareError>((resolve) => {
    onEnd = resolve;
  });
  return { link: new Link(socket, { onFrame: (frame) => frames.push(frame), onEnd }), frames, end };
}

const numbered = (sequence: number) =>
  encodeFrame({
    version: PROTOCOL_VERSION,
    sequence,
    kind: 'message',
    session: NO_SESSION,
    round: 0,
    payload: utf8('{}'),
  });

describe('a connection', () => {
  it('knows both sides by their certificates', async () => {
    await connected();
    expect(arrived.at(-1)?.pin).toBe(fingerprintOf(here.certificate));
  });

  it('is refused where the other side has another certificate than the pinned one', async () => {
    await expect(dial(place(), here, fingerprintOf(here.certificate), OPTIONS)).rejects.toMatchObject({
      code: 'shares.unknown_certificate',
    });
  });

  it('is given up after the timeout where nobody answers, and on an abort', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const pin = fingerprintOf(there.certificate);
    const timed = dial({ ...LOCAL, port }, here, pin, { ...OPTIONS, timeoutMs: 100 });
    await expect(timed).rejects.toMatchObject({ code: 'shares.timeout' });
    const aborted = dial({ ...LOCAL, port }, here, pin, {
      ...OPTIONS,
      signal: AbortSignal.abort(new Error('no')),
    });
    await expect(aborted).rejects.toThrow('no');
    silent.close();
  });

  it('carries frames in both directions, in order', async () => {
    const { from, to } = await connected();
    const [mine, theirs] = [watched(from), watched(to)];
    await mine.link.sendMessage({ hello: 1 });
    await mine.link.sendWords('ab'.repeat(16), 3, Uint8Array.of(1, 2, 3, 4));
    await theirs.link.sendMessage({ hello: 2 });
    while (theirs.frames.length < 2 || mine.frames.length < 1)
      await new Promise((resolve) => setImmediate(resolve));
    expect(theirs.frames.map(({ kind, sequence, round }) => [kind, sequence, round])).toEqual([
      ['message', 0, 0],
      ['words', 1, 3],
    ]);
    mine.link.end();
    expect((await theirs.end).code).toBe('shares.disconnected');
    await expect(mine.link.sendMessage({})).rejects.toMatchObject({ code: 'shares.disconnected' });
  });

  it.each([
    { fault: 'left out', sent: [0, 2] },
    { fault: 'there twice', sent: [0, 0] },
    { fault: 'in another order', sent: [1, 0] },
  ])('ends where a frame is $fault', async ({ sent }) => {
    const { from, to } = await connected();
    const { end, frames } = watched(to);
    for (const sequence of sent) from.write(numbered(sequence));
    expect((await end).code).toBe('shares.wrong_frame');
    expect(frames.length).toBe(sent[0] === 0 ? 1 : 0);
  });
});
