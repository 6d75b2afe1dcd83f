import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_MODEL } from '../src/core/shipped-model.js';
import { OutcomeSchema } from '../src/envelope/wire.js';
import { templates, verifications } from './store/schema.js';
import { type Harness, sealFor, startHarness, unitVector } from './testing/harness.fixture.js';
import { expectProblem } from './testing/problem.fixture.js';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function rows() {
  const { database } = harness.context;
  return [await database.$count(verifications), await database.$count(templates)];
}

describe('replay', () => {
  it('stores one verification of twenty deliveries at once, and gives all twenty the same answer', async () => {
    const before = await rows();
    const session = await harness.openSession();
    const envelope = await sealFor(await harness.discover(), session);
    const answers = await Promise.all(Array.from({ length: 20 }, () => harness.deliver(envelope)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(bodies).size).toBe(1);
    expect(await rows()).toEqual(before.map((count) => count + 1));
  });

  it('lets one of two different envelopes of a session win, whichever it is', async () => {
    const before = await rows();
    const session = await harness.openSession();
    const discovery = await harness.discover();
    const two = await Promise.all(
      [1, 2].map((seed) => sealFor(discovery, session, { embedding: unitVector(seed) })),
    );
    const answers = await Promise.all(
      two.flatMap((envelope) => [harness.deliver(envelope), harness.deliver(envelope)]),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect(await rows()).toEqual(before.map((count) => count + 1));
  });

  it('does not use up a session on an envelope that it refuses', async () => {
    const before = await rows();
    const session = await harness.openSession();
    const discovery = await harness.discover();
    const unbound = await sealFor(discovery, session, { binding: { modelId: 'another' } });
    await expectProblem(await harness.deliver(unbound), 422, 'envelope.unbound');
    expect(await rows(), 'nothing is stored').toEqual(before);
    expect((await harness.deliver(await sealFor(discovery, session))).status).toBe(201);
  });
});

describe('expiry', () => {
  it('accepts until submitBy and not 1 ms longer', async () => {
    const discovery = await harness.discover();
    const [inTime, late] = [await harness.openSession(), await harness.openSession()];
    const envelopesOf = await Promise.all([inTime, late].map((session) => sealFor(discovery, session)));
    const [punctual, tardy] = envelopesOf;
    if (punctual === undefined || tardy === undefined) throw new Error('unreachable');
    harness.advance(Date.parse(inTime.submitBy) - harness.now().getTime());
    const accepted = await harness.deliver(punctual);
    expect(accepted.status).toBe(201);
    harness.advance(1);
    await expectProblem(await harness.deliver(tardy), 410, 'session.expired');

    const again = await harness.deliver(punctual);
    expect(again.status, 'the same bytes after expiry').toBe(201);
    expect(await again.json()).toEqual(await accepted.json());
    const other = await sealFor(discovery, inTime);
    await expectProblem(await harness.deliver(other), 409, 'session.used');
  });

  it('still says the same after upkeep has forgotten the session', async () => {
    const session = await harness.openSession();
    const envelope = await sealFor(await harness.discover(), session);
    const first = await (await harness.deliver(envelope)).json();
    const abandoned = await harness.openSession();
    const unsent = await sealFor(await harness.discover(), abandoned);
    await harness.live(2 * 86_400_000);
    expect(await (await harness.deliver(envelope)).json()).toEqual(first);
    await expectProblem(await harness.deliver(unsent), 401, 'session.unknown');
  });
});

/** Requirement E-07: what this receiver cannot know. HPKE base mode does not authenticate the sender, and no browser
 * API attests a camera: a vector from a random number generator, sealed properly for an open session, is as good as a face. */
describe('crypto_does_not_prove_camera', () => {
  it('accepts a random unit vector that no camera ever saw, and takes it for a newcomer', async () => {
    const drawn = Float32Array.from(crypto.getRandomValues(new Int16Array(SHIPPED_MODEL.dim)));
    const norm = Math.hypot(...drawn);
    const session = await harness.openSession();
    const envelope = await sealFor(await harness.discover(), session, {
      embedding: drawn.map((component) => component / norm),
    });
    const answer = await harness.deliver(envelope);
    expect(answer.status).toBe(201);
    expect(parse(OutcomeSchema, await answer.json()).status).toBe('no_duplicate');
  });

  it('takes nobody’s word for it: a page that says “verified” has no record, and makes none', async () => {
    const before = await rows();
    const { sessionId } = await harness.openSession();
    const claim = { status: 'verified', verificationId: sessionId, sessionId };
    await expectProblem(await harness.send('POST', '/verifications', claim), 415, 'request.unsupported_type');
    await expectProblem(await harness.send('GET', `/verifications/${sessionId}`), 404, 'not_found');
    expect(await rows()).toEqual(before);
  });

  it('stops the same vector without a session', async () => {
    const discovery = await harness.discover();
    const session = { ...(await harness.openSession()), sessionId: '00000000-0000-4000-8000-000000000000' };
    await expectProblem(await harness.deliver(await sealFor(discovery, session)), 401, 'session.unknown');
  });
});
