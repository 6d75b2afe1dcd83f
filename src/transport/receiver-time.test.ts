import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReceiverClock, type ReceiverClock } from '../core/receiver-clock.js';
import {
  EXAMPLE_OUTCOME,
  EXAMPLE_SESSION,
  exampleDiscovery,
  exampleReceiver,
} from '../envelope/wire.fixture.js';
import type { Discovery } from '../envelope/wire.js';
import { RECORD } from './calls.fixture.js';
import { type StubReceiver, startStubReceiver } from './stub-receiver.fixture.js';
import { createTransport } from './transport.js';

/** Whose clock counts, on devices whose clock is anything. */

const DAY_MS = 86_400_000;
const NOW = '2026-03-01T10:00:00.000Z';
const NOW_MS = Date.parse(NOW);
const REQUEST = { profile: 'standard', noticeHash: 'A'.repeat(43), locale: 'en', light: false } as const;
const never = new AbortController().signal;

let stub: StubReceiver;
/** Of a receiver that has just made its key, as on its first start. */
let fresh: Discovery;
let clock: ReceiverClock;

beforeAll(async () => {
  stub = await startStubReceiver();
  const { key } = await exampleReceiver('x25519');
  fresh = {
    ...exampleDiscovery([{ ...key, notBefore: NOW, notAfter: '2026-03-31T10:00:00.000Z' }]),
    now: NOW,
  };
});
afterAll(() => stub.close());
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS }));
afterEach(() => vi.useRealTimers());

function device(offMs: number) {
  vi.setSystemTime(NOW_MS + offMs);
  clock = createReceiverClock();
  return createTransport({ endpoint: stub.endpoint, clock });
}

/** How far the clock is from what the receiver says, rounded to minutes. */
const offMinutes = (): number => Math.round((clock.now().getTime() - NOW_MS) / 60_000);

describe('a device', () => {
  it.each([
    ['six minutes slow', -6 * 60_000],
    ['sixteen minutes fast', 16 * 60_000],
    ['an hour off', 3_600_000],
    ['forty days slow', -40 * DAY_MS],
    ['forty days fast', 40 * DAY_MS],
  ])('that is %s takes a key that the receiver has just made', async (_, offMs) => {
    stub.reply = { body: fresh };
    await expect(device(offMs).discover(never)).resolves.toEqual(fresh);
    expect(offMinutes()).toBe(0);
  });

  it.each([-40 * DAY_MS, 0, 40 * DAY_MS])(
    'that is %i ms off refuses no key of a receiver that says no time',
    async (offMs) => {
      stub.reply = { body: { ...fresh, now: undefined }, headers: { Date: '' } };
      await expect(device(offMs).discover(never)).resolves.toMatchObject({ keys: fresh.keys });
      expect(clock.stated()).toBeNull();
    },
  );

  it('that is right or wrong refuses a key that is over by the receiver’s clock', async () => {
    const [key] = fresh.keys;
    stub.reply = { body: { ...fresh, keys: [{ ...key, notAfter: '2026-03-01T09:50:00.000Z' }] } };
    for (const offMs of [0, -DAY_MS, DAY_MS]) {
      await expect(device(offMs).discover(never)).rejects.toMatchObject({ code: 'discovery.no_valid_key' });
    }
  });
});

describe('the time is learnt', () => {
  const date = (text: string): { readonly Date: string } => ({ Date: text });
  const without = (): unknown => ({ ...fresh, now: undefined });

  it('from the header Date of a receiver that states none', async () => {
    stub.reply = { body: without(), headers: date('Sun, 01 Mar 2026 10:00:00 GMT') };
    await device(-3 * DAY_MS).discover(never);
    expect(offMinutes()).toBe(0);
  });

  it('from what the receiver states, whatever a proxy between writes as Date', async () => {
    stub.reply = { body: fresh, headers: date('Sun, 01 Mar 2026 13:00:00 GMT') };
    await device(0).discover(never);
    expect(offMinutes()).toBe(0);
  });

  it('with the age that a cache admits to', async () => {
    const kept = new Date(NOW_MS - 30 * 60_000).toISOString();
    stub.reply = { body: { ...fresh, now: kept }, headers: { Age: '1800' } };
    await device(DAY_MS).discover(never);
    expect(offMinutes()).toBe(0);
  });

  it('from the session, where discovery came late out of a cache that says nothing', async () => {
    stub.reply = { body: { ...fresh, now: new Date(NOW_MS - 5 * 60_000).toISOString() } };
    const transport = device(DAY_MS);
    await transport.discover(never);
    expect(offMinutes()).toBe(-5);
    stub.reply = { status: 201, body: { ...EXAMPLE_SESSION, now: NOW } };
    await transport.openSession(REQUEST, never);
    expect(offMinutes()).toBe(0);
  });

  it('from the Date of a record, where nobody has asked for the notice', async () => {
    stub.reply = { body: RECORD, headers: date('Sun, 01 Mar 2026 10:00:00 GMT') };
    await device(3 * DAY_MS).read(EXAMPLE_OUTCOME, never);
    expect(offMinutes()).toBe(0);
  });

  it('from no Date of a record once the receiver has stated its time', async () => {
    const transport = device(0);
    stub.reply = { body: fresh };
    await transport.discover(never);
    stub.reply = { body: RECORD, headers: date('Sun, 01 Mar 2026 13:00:00 GMT') };
    await transport.read(EXAMPLE_OUTCOME, never);
    expect(offMinutes()).toBe(0);
  });

  it.each([
    ['a Date that is none', { body: () => without(), headers: date('yesterday') }],
    ['an Age that is none', { body: () => fresh, headers: { Age: 'old' } }],
    ['an Age below nothing', { body: () => fresh, headers: { Age: '-86400' } }],
  ])('from nothing else: %s counts for nothing', async (_, { body, headers }) => {
    stub.reply = { body: body(), headers };
    await device(0).discover(never);
    expect(offMinutes()).toBe(0);
  });

  it('from nothing that the receiver did not answer: a gateway’s page says no time', async () => {
    stub.reply = { status: 502, body: 'Bad Gateway', headers: date('Sun, 01 Mar 2020 10:00:00 GMT') };
    await expect(device(0).discover(never)).rejects.toMatchObject({ code: 'discovery.unreachable' });
    expect(offMinutes()).toBe(0);
  });

  it('from no text that is no time: that is refused as the rest of the wire is', async () => {
    stub.reply = { body: { ...fresh, now: 'noon' } };
    await expect(device(0).discover(never)).rejects.toMatchObject({
      code: 'discovery.malformed',
      detail: 'now',
    });
  });
});
