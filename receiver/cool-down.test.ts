import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_CHECKS } from '../src/envelope/wire.fixture.js';
import { SessionSchema } from '../src/envelope/wire.js';
import {
  type Harness,
  type SealOptions,
  sealFor,
  sessionRequest,
  startHarness,
} from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ authorize: () => true, trustProxy: 1 });
});
afterAll(() => harness.close());

async function open(subject?: string, address = '192.0.2.1'): Promise<Response> {
  const request = await sessionRequest(await harness.discover(), subject === undefined ? {} : { subject });
  return harness.send('POST', '/sessions', request, { 'X-Forwarded-For': address });
}

const checks = EXAMPLE_CHECKS.map((check) =>
  check.id === 'parallax' ? { id: check.id, band: 'fail' as const, reason: 'parallax.flat' as const } : check,
);
const failed: SealOptions['payload'] = { liveness: { verdict: 'not-live', profile: 'standard', checks } };

/** One verification of this subject. */
async function verify(subject: string, options: SealOptions = {}): Promise<number> {
  const session = await harness.openSession({ subject });
  const envelope = await sealFor(await harness.discover(), session, { subject, ...options });
  return (await harness.deliver(envelope)).status;
}

describe('failures', () => {
  it('five within three minutes are followed by half an hour without a session, for this subject alone', async () => {
    expect(await verify('a', { payload: failed })).toBe(201);
    expect(await verify('a')).toBe(201);
    for (let failure = 2; failure <= 5; failure += 1) {
      harness.advance(30_000);
      expect((await open('a')).status).toBe(201);
      expect(await verify('a', { payload: failed })).toBe(201);
    }
    harness.advance(60_000);
    const refused = await open('a');
    expect(refused.headers.get('Retry-After')).toBe('1740');
    await expectProblem(refused, 429, 'attempts.cooling_down');
    expect((await open('b')).status, 'another subject').toBe(201);
    harness.advance(1_740_000);
    expect((await open('a')).status).toBe(201);
  });

  it('spread over more than three minutes are no reason, nor are fewer', async () => {
    for (let failure = 1; failure <= 6; failure += 1) {
      expect(await verify('slow', { payload: failed })).toBe(201);
      harness.advance(46_000);
    }
    expect((await open('slow')).status).toBe(201);
  });

  it('are also envelopes that are refused, and are counted by address where there is no subject', async () => {
    const from = { 'X-Forwarded-For': '192.0.2.7' };
    const session = await harness.openSession();
    const envelope = await sealFor(await harness.discover(), session, {
      binding: { challengeId: 'another' },
    });
    for (let failure = 1; failure <= 5; failure += 1) {
      expect((await open(undefined, '192.0.2.7')).status).toBe(201);
      await expectProblem(await harness.deliver(envelope, from), 422, 'envelope.unbound');
    }
    await expectProblem(await open(undefined, '192.0.2.7'), 429, 'attempts.cooling_down');
    expect((await open(undefined, '192.0.2.8')).status).toBe(201);
  });
});

describe('failures of sellers for whom nobody vouches', () => {
  let open: (from: string, subject?: string) => Promise<Response>;
  let fail: (from: string, subject: string) => Promise<void>;
  let unvouched: Harness;
  beforeAll(async () => {
    unvouched = await startHarness({ trustProxy: 1 });
    open = async (from, subject) => {
      const request = await sessionRequest(
        await unvouched.discover(),
        subject === undefined ? {} : { subject },
      );
      return unvouched.send('POST', '/sessions', request, { 'X-Forwarded-For': from });
    };
    fail = async (from, subject) => {
      const session = parse(SessionSchema, await (await open(from, subject)).json());
      const envelope = await sealFor(await unvouched.discover(), session, { subject, payload: failed });
      expect((await unvouched.deliver(envelope, { 'X-Forwarded-For': from })).status).toBe(201);
    };
  });
  afterAll(() => unvouched.close());

  it.each([
    ['an address', '203.0.113.7', '203.0.113.7:4711', '203.0.113.8'],
    ['a network of IPv6', '2001:db8:7:7::1', '2001:db8:7:7:ffff::2', '2001:db8:7:8::1'],
  ])('are those of %s, whatever subject each states', async (_, from, same, other) => {
    for (let failure = 1; failure <= 5; failure += 1) await fail(from, `fresh-${failure}`);
    await expectProblem(await open(same, 'fresh-6'), 429, 'attempts.cooling_down');
    await expectProblem(await open(from), 429, 'attempts.cooling_down');
    expect((await open(other, 'fresh-1')).status, 'a subject that was stated elsewhere').toBe(201);
  });
});
