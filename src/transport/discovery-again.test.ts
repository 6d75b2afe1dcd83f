import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleDiscovery, exampleReceiver } from '../envelope/wire.fixture.js';
import type { Discovery } from '../envelope/wire.js';
import { type StubReceiver, startStubReceiver } from './stub-receiver.fixture.js';
import { createTransport } from './transport.js';

const never = new AbortController().signal;

let good: Discovery;
let stub: StubReceiver;

beforeAll(async () => {
  const hybrid = await exampleReceiver('x-wing');
  good = { ...exampleDiscovery([hybrid.key]), now: '2026-03-01T10:00:00.000Z' };
  stub = await startStubReceiver();
});
afterAll(() => stub.close());
beforeEach(() => {
  stub.reply = { body: good };
});

const transport = () => createTransport({ endpoint: stub.endpoint });

describe('a discovery that is spoilt once', () => {
  const login = { headers: { 'content-type': 'text/html' }, body: '<title>Log in to the network</title>' };

  it.each([
    ['a gateway without a receiver', { status: 502, body: 'bad gateway' }],
    ['one request too many', { status: 429, headers: { 'Retry-After': '1' } }],
    ['the page of a network that wants a log-in', login],
    ['JSON of another kind', { body: { error: 'try again' } }],
    ['half of it', { body: 'cut' }],
  ])('by %s, is asked for again before the seller hears of it', async (_, spoilt) => {
    stub.replies = [spoilt];
    expect(await transport().discover(never)).toEqual(good);
  });

  it('is told after the third time, and may be tried again', async () => {
    const before = stub.seen.length;
    stub.reply = login;
    const failure = transport().discover(never);
    await expect(failure).rejects.toMatchObject({ code: 'discovery.malformed', retryable: true });
    expect(stub.seen.length - before).toBe(3);
  });

  it('is not asked for again where it says what it is, and that cannot be used', async () => {
    const before = stub.seen.length;
    stub.reply = { body: { ...good, version: 2 } };
    await expect(transport().discover(never)).rejects.toMatchObject({ code: 'discovery.unknown_version' });
    stub.reply = { status: 404 };
    await expect(transport().discover(never)).rejects.toMatchObject({ code: 'discovery.unreachable' });
    expect(stub.seen.length - before).toBe(2);
  });
});

describe('a discovery that is remembered', () => {
  it.each([60_000, -60_000])(
    'is asked for again after a sleep, in which one clock stands: %i ms',
    async (byMs) => {
      let deviceMs = 1_700_000_000_000;
      const before = stub.seen.length;
      const { endpoint } = stub;
      const twice = createTransport({ endpoint, monotonicMs: () => 5_000, deviceMs: () => deviceMs });
      await twice.discover(never);
      await twice.discover(never);
      expect(stub.seen.length - before).toBe(1);
      deviceMs += byMs;
      await twice.discover(never);
      expect(stub.seen.length - before).toBe(2);
    },
  );
});
