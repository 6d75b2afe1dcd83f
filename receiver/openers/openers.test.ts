import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sealShares } from '../../shares/sealed/seal.js';
import { EnvelopeInvalid } from '../../src/envelope/open.js';
import { headerOf, seal, sealShared } from '../../src/envelope/seal.js';
import type { SharedEnvelope } from '../../src/envelope/three-share.js';
import {
  AUDIENCE,
  exampleBinding,
  exampleOperators,
  examplePayload,
  exampleReceiver,
  unitVector,
} from '../../src/envelope/wire.fixture.js';
import type { Envelope } from '../../src/envelope/wire.js';
import { verifications } from '../store/schema.js';
import { sealFor, startHarness } from '../testing/harness.fixture.js';
import { type OpenerThreadOptions, startOpenerWorker } from './opener-thread.js';
import { Openers } from './openers.js';

const SET_UP = { audience: AUDIENCE, embeddingDim: 128 };
const started: Worker[] = [];
const start = (setUp: typeof SET_UP): Worker => {
  const worker = startOpenerWorker(setUp);
  vi.spyOn(worker, 'postMessage');
  started.push(worker);
  return worker;
};

let openers: Openers;
let losses = 0;
function use(threads: number, options: Partial<OpenerThreadOptions> = {}): Openers {
  losses = 0;
  started.length = 0;
  const onLost = (): void => {
    losses += 1;
  };
  openers = new Openers(threads, { setUp: SET_UP, onLost, start, replaceAfterMs: 10, ...options });
  return openers;
}
afterEach(() => openers.close());

const ready = (threads: number) => expect.poll(() => openers.ready, { timeout: 100_000 }).toBe(threads);
const told = (worker: Worker | undefined): string[] =>
  worker === undefined ? [] : vi.mocked(worker.postMessage).mock.calls.map(([task]) => task.kind);

async function sealed(receiver: Awaited<ReturnType<typeof exampleReceiver>>): Promise<Envelope> {
  return seal({
    payload: examplePayload(),
    binding: exampleBinding(),
    key: receiver.key,
    audience: AUDIENCE,
  });
}

async function sealedShared({ key }: Awaited<ReturnType<typeof exampleReceiver>>): Promise<SharedEnvelope> {
  const { operators } = await exampleOperators('x25519');
  const header = headerOf(exampleBinding(), key);
  const shares = await sealShares({ embedding: unitVector(128), header, operators, audience: AUDIENCE });
  return sealShared(shares, { payload: examplePayload(), key, audience: AUDIENCE });
}

describe('envelopes', () => {
  it('are opened or refused on a thread as they are here; it is given the keys once, and again when they are others', async () => {
    const [one, two] = [await exampleReceiver('x-wing'), await exampleReceiver('x25519')];
    const [envelope, other] = [await sealed(one), await sealed(two)];
    use(1);
    await ready(1);
    expect(await openers.open(envelope, one.keyring)).toEqual(examplePayload());
    const altered = { ...envelope, header: { ...envelope.header, widget: 'another' } };
    await expect(openers.open(altered, one.keyring)).rejects.toThrow(EnvelopeInvalid);
    await expect(openers.open(other, one.keyring), 'a key that it has not').rejects.toThrow(EnvelopeInvalid);
    expect(told(started[0])).toEqual(['keys', 'open', 'open', 'open']);
    expect(await openers.open(other, two.keyring)).toEqual(examplePayload());
    await expect(openers.open(envelope, two.keyring), 'a key that ended').rejects.toThrow(EnvelopeInvalid);
    expect(told(started[0]).slice(4)).toEqual(['keys', 'open', 'open']);
    const [again] = two.keyring.values();
    expect(
      again?.privateKey.some((byte) => byte !== 0),
      'the receiver’s own copy is whole',
    ).toBe(true);
    // As it is where discovery names operators: with its parts, which nobody here opens.
    const split = await sealedShared(one);
    const { embedding: _, ...rest } = examplePayload();
    expect(await openers.openShared(split, one.keyring)).toEqual(rest);
    const moved = { ...split, header: { ...split.header, widget: 'another' } };
    await expect(openers.openShared(moved, one.keyring)).rejects.toThrow(EnvelopeInvalid);
  });

  it('of a thread that dies are opened all the same, and it is replaced', async () => {
    const receiver = await exampleReceiver('x-wing');
    const envelope = await sealed(receiver);
    use(1);
    await ready(1);
    const opening = Array.from({ length: 5 }, () => openers.open(envelope, receiver.keyring));
    await started[0]?.terminate();
    expect(await Promise.all(opening)).toEqual(opening.map(() => examplePayload()));
    expect(losses).toBe(1);
    await ready(1);
    expect(await openers.open(envelope, receiver.keyring)).toEqual(examplePayload());
    expect(told(started[1]), 'with the keys').toEqual(['keys', 'open']);
  });

  it('that a thread does not answer in time are opened here', async () => {
    const receiver = await exampleReceiver('x25519');
    const silent = `require('node:worker_threads').parentPort.on('message', () => {}).postMessage({ kind: 'ready' })`;
    use(1, { answerMs: 1, replaceAfterMs: 60_000, start: () => new Worker(silent, { eval: true }) });
    await ready(1);
    expect(await openers.open(await sealed(receiver), receiver.keyring)).toEqual(examplePayload());
    expect([losses, openers.ready]).toEqual([1, 0]);
  });

  it('may wait for longer than a thread may be silent, as long as it goes on answering', async () => {
    const receiver = await exampleReceiver('x25519');
    const envelope = await sealed(receiver);
    const thread = new EventEmitter();
    const asked = { postMessage: () => {}, ref: () => {}, unref: () => {}, terminate: async () => 0 };
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    use(1, { answerMs: 1_000, start: () => Object.assign(thread, asked) as unknown as Worker });
    thread.emit('message', { kind: 'ready' });
    const opening = Array.from({ length: 3 }, () => openers.open(envelope, receiver.keyring));
    for (const id of [1, 2]) {
      await vi.advanceTimersByTimeAsync(900);
      thread.emit('message', { kind: 'opened', id, payload: examplePayload() });
    }
    await vi.advanceTimersByTimeAsync(900);
    expect(losses).toBe(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(losses).toBe(1);
    expect(await Promise.all(opening)).toEqual(opening.map(() => examplePayload()));
  });

  it('are opened here where no thread can start', async () => {
    const receiver = await exampleReceiver('x25519');
    use(2, { replaceAfterMs: 40, start: () => new Worker('throw new Error()', { eval: true }) });
    expect(await openers.open(await sealed(receiver), receiver.keyring)).toEqual(examplePayload());
    await expect.poll(() => losses, { timeout: 100_000 }).toBeGreaterThanOrEqual(4);
    expect(openers.ready).toBe(0);
  });

  it('are opened here without threads', async () => {
    const receiver = await exampleReceiver('x25519');
    use(0);
    expect(await openers.open(await sealed(receiver), receiver.keyring)).toEqual(examplePayload());
    expect(openers.ready).toBe(0);
  });
});

describe('a receiver with openers', () => {
  it('makes one record of fifty deliveries at once, and ends its threads when it is closed', async () => {
    use(0);
    const harness = await startHarness({ openers: 1 });
    const { context } = harness;
    await expect.poll(() => context.openers.ready, { timeout: 100_000 }).toBe(1);
    const envelope = await sealFor(await harness.discover(), await harness.openSession());
    const answers = await Promise.all(Array.from({ length: 50 }, () => harness.deliver(envelope)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await context.database.$count(verifications)).toBe(1);
    await harness.close();
    expect(context.openers.ready).toBe(0);
    expect(harness.logged.filter(({ event }) => event === 'opener.lost')).toEqual([]);
  });
});
