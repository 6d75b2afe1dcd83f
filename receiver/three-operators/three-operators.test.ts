import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertReceipt } from '../../shares/node/receipts.js';
import type { SharedEnvelope } from '../../src/envelope/three-share.js';
import {
  type Outcome,
  OutcomeSchema,
  StoredRecordSchema,
  WithdrawalSchema,
} from '../../src/envelope/wire.js';
import { attempts, cases, sharedTemplates } from '../store/schema.js';
import { type Harness, newFace, sealFor, startHarness } from '../testing/harness.fixture.js';
import { NAMES, Operators, type SharedSealOptions, sealSharedFor } from '../testing/operators.fixture.js';
import { expectProblem } from '../testing/problem.fixture.js';
import { PLACES } from './client.js';

/** The reference receiver as the marketplace of three operators, with their real nodes in this process (docs/three-operators.md). */

let operators: Operators;
let harness: Harness;
beforeAll(async () => {
  operators = await Operators.start();
  // Who vouches for subjects has failures counted by them.
  harness = await startHarness({ ...operators.receiverOptions(), authorize: () => true });
});
afterAll(async () => {
  await harness?.close();
  await operators?.close();
});

interface Sealed {
  readonly envelope: SharedEnvelope;
  readonly session: Awaited<ReturnType<Harness['openSession']>>;
}

async function sealed(subject: string, options: SharedSealOptions = {}): Promise<Sealed> {
  const session = await harness.openSession({ subject });
  const envelope = await sealSharedFor(await harness.discover(), session, { subject, ...options });
  return { envelope, session };
}

async function outcomeOf(answer: Response): Promise<Outcome> {
  return parse(OutcomeSchema, await answer.json());
}

async function verify(subject: string, embedding = newFace()): Promise<Outcome> {
  return outcomeOf(await harness.deliver((await sealed(subject, { embedding })).envelope));
}

const withToken = ({ removalToken }: Outcome) => ({ Authorization: `Bearer ${removalToken}` });

async function withdraw(outcome: Outcome) {
  const path = `/verifications/${outcome.verificationId}`;
  return parse(
    WithdrawalSchema,
    await (await harness.send('DELETE', path, undefined, withToken(outcome))).json(),
  );
}

async function recordOf(outcome: Outcome) {
  const path = `/verifications/${outcome.verificationId}`;
  return parse(
    StoredRecordSchema,
    await (await harness.send('GET', path, undefined, withToken(outcome))).json(),
  );
}

async function hitsOf({ verificationId }: Outcome): Promise<readonly string[]> {
  const found = await harness.context.database.select().from(cases);
  return found.find((one) => one.verificationId === verificationId)?.hits ?? [];
}

describe('a seller whose template three operators keep', () => {
  it('is found when the same person comes as another seller, and nobody else is', async () => {
    const face = newFace();
    const first = await verify('ann', face);
    const other = await verify('bea');
    const again = await verify('ann-again', face);
    expect([first.status, other.status, again.status]).toEqual([
      'no_duplicate',
      'no_duplicate',
      'needs_review',
    ]);
    expect(await hitsOf(again)).toEqual([first.verificationId]);
    const record = await recordOf(again);
    expect(record).toMatchObject({ state: 'stored', comparedWith: 2 });
    expect(record).not.toHaveProperty('shares');
  });

  it('is told of in discovery: who the three are, and how many there are', async () => {
    const { operators: named, search } = await harness.discover();
    expect(named?.map(({ name, receiptKey }) => [name, receiptKey])).toEqual(
      PLACES.map((place) => [NAMES[place], operators.trio.receiptKeyOf(place)]),
    );
    const { database } = harness.context;
    expect(search).toMatchObject({ scope: 'gallery', templates: await database.$count(sharedTemplates) });
    expect(JSON.stringify(named)).not.toContain('127.0.0.1');
  });

  it('is no hit of their own, nor of whom they are withdrawn from', async () => {
    const face = newFace();
    const first = await verify('cem', face);
    expect((await verify('cem', face)).status).toBe('no_duplicate');
    await withdraw(first);
    const later = await verify('cem-later', face);
    expect(await hitsOf(later)).not.toContain(first.verificationId);
  });

  it('gets three receipts with the withdrawal, and again, and in the record', async () => {
    const outcome = await verify('dov');
    const { shares } = await withdraw(outcome);
    for (const place of PLACES) {
      const share = shares?.[place];
      if (share?.state !== 'deleted') throw new Error(`operator ${place} has not deleted`);
      expect(share).toMatchObject({ operator: place, name: NAMES[place] });
      const { template } = share.receipt;
      assertReceipt(share, operators.trio.receiptKeyOf(place), { operator: place, template });
    }
    expect((await withdraw(outcome)).shares).toEqual(shares);
    expect((await recordOf(outcome)).shares).toEqual(shares);
  });

  it('has everything withdrawn with the session whose answer was lost', async () => {
    const { envelope, session } = await sealed('eva');
    const outcome = await outcomeOf(await harness.deliver(envelope));
    await harness.send('DELETE', `/sessions/${session.sessionId}`, undefined, {
      Authorization: `Bearer ${session.nonce}`,
    });
    expect((await recordOf(outcome)).shares?.map(({ state }) => state)).toEqual([
      'deleted',
      'deleted',
      'deleted',
    ]);
  });
});

describe('an envelope in three parts', () => {
  it('that arrives twice is one verification, also at the same moment', async () => {
    const { envelope } = await sealed('fay');
    const answers = await Promise.all([harness.deliver(envelope), harness.deliver(envelope)]);
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses[0]).toBe(201);
    // The second may have been told to wait for the first.
    expect([201, 503]).toContain(statuses[1]);
    const outcome = await outcomeOf(await harness.deliver(envelope));
    expect(outcome.status).toBe('no_duplicate');
    for (const answer of answers) if (answer.status === 201) expect(await outcomeOf(answer)).toEqual(outcome);
    const other = await sealed('fay');
    const changed = { ...envelope, parts: other.envelope.parts };
    await expectProblem(await harness.deliver(changed), 409, 'session.used');
  });

  it('is refused, counted, and leaves nothing, where its parts are not what a browser makes of a face', async () => {
    const before = await harness.context.database.$count(sharedTemplates);
    const [mine, anothers] = [await sealed('gil'), await sealed('gil')];
    const failed = await harness.context.database.$count(attempts);
    const mixed = { ...mine.envelope, parts: anothers.envelope.parts };
    await expectProblem(await harness.deliver(mixed), 422, 'envelope.invalid');
    await expect.poll(() => harness.context.database.$count(sharedTemplates)).toBe(before);
    expect(await harness.context.database.$count(attempts)).toBe(failed + 1);
    // The session is not used up: the right parts are taken.
    expect((await harness.deliver(mine.envelope)).status).toBe(201);
  });

  it('is refused where it is sealed to others than the three', async () => {
    const { operators: named } = await harness.discover();
    if (named === undefined) throw new TypeError('operators');
    const [first, second, third] = named;
    const session = await harness.openSession();
    const swapped = await sealSharedFor(await harness.discover(), session, {
      operators: [second, first, third],
    });
    await expectProblem(await harness.deliver(swapped), 422, 'envelope.unbound');
  });

  it('is the only kind that is taken', async () => {
    const session = await harness.openSession();
    const whole = await sealFor(await harness.discover(), session);
    await expectProblem(await harness.deliver(whole), 400, 'request.malformed');
  });
});

describe('while an operator is away', () => {
  it('a seller hears to try later, nothing is stored, and the same envelope is taken once when it is back', async () => {
    const face = newFace();
    const first = await verify('hal', face);
    const { envelope } = await sealed('ida', { embedding: face });
    const failed = await harness.context.database.$count(attempts);
    await operators.stop(1);
    const answer = await harness.deliver(envelope);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    await expectProblem(answer, 503, 'operators.unavailable');
    expect(harness.logged).toContainEqual(
      expect.objectContaining({ event: 'operator.unanswered', operator: 1, during: 'admit' }),
    );
    expect(await harness.context.database.$count(attempts)).toBe(failed);

    const withdrawn = await verifyWithdrawalWhileAway();
    await operators.start(1);
    const outcome = await untilTaken(envelope);
    expect(outcome.status).toBe('needs_review');
    expect(await hitsOf(outcome)).toEqual([first.verificationId]);
    expect(await outcomeOf(await harness.deliver(envelope))).toEqual(outcome);

    await harness.receiver.upkeep();
    expect((await recordOf(withdrawn)).shares?.map(({ state }) => state)).toEqual([
      'deleted',
      'deleted',
      'deleted',
    ]);
  });

  /** Of one that was stored before. */
  async function verifyWithdrawalWhileAway(): Promise<Outcome> {
    const { shares } = await withdraw(stays);
    expect(shares?.map(({ state }) => state)).toEqual(['deleted', 'pending', 'deleted']);
    expect((await withdraw(stays)).shares).toEqual(shares);
    return stays;
  }

  let stays: Outcome;
  beforeAll(async () => {
    stays = await verify('jan');
  });

  async function untilTaken(envelope: SharedEnvelope): Promise<Outcome> {
    let answer = await harness.deliver(envelope);
    for (let tries = 0; answer.status === 503 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      answer = await harness.deliver(envelope);
    }
    expect(answer.status).toBe(201);
    return outcomeOf(answer);
  }
});
