import { generateKeyPairSync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertReceipt } from '../../shares/node/receipts.js';
import { toBase64Url } from '../../src/core/bytes.js';
import { generateKeyPair } from '../../src/envelope/open.js';
import type { Outcome } from '../../src/envelope/wire.js';
import { demoOptions } from '../demo.js';
import { checkOptions, type ReceiverOptions } from '../options.js';
import { attempts, sharedTemplates, templates } from '../store/schema.js';
import { type Harness, newFace, ORIGIN, sealFor, startHarness } from '../testing/harness.fixture.js';
import { NAMES, Operators, type SharedSealOptions, sealSharedFor } from '../testing/operators.fixture.js';
import { expectProblem } from '../testing/problem.fixture.js';
import {
  hitsOf,
  outcomeOf,
  sealedBy,
  storedRecordOf,
  untilTaken,
  verifyShared,
  withdrawalOf,
} from '../testing/shared-sellers.fixture.js';
import { PLACES } from './client.js';
import type { ShareOperator } from './option.js';
import { openThreeOperators } from './three-operators.js';

/** The reference receiver as the marketplace of three operators, with their real nodes in this process (docs/three-operators.md). */

/** A key of an operator that is none of the three. */
let stranger: Pick<ShareOperator, 'kid' | 'kem' | 'publicKey' | 'receiptKey'>;
let operators: Operators;
let harness: Harness;
beforeAll(async () => {
  const { kid, kem, publicKey } = await generateKeyPair('x25519');
  const pair = generateKeyPairSync('ed25519');
  const receiptKey = toBase64Url(pair.publicKey.export({ type: 'spki', format: 'der' }));
  stranger = { kid, kem, publicKey, receiptKey };
  operators = await Operators.start();
  // Who vouches for subjects has failures counted by them.
  harness = await startHarness({ ...operators.receiverOptions(), authorize: () => true });
});
afterAll(async () => {
  await harness?.close();
  await operators?.close();
});

const sealed = (subject: string, options: SharedSealOptions = {}) => sealedBy(harness, subject, options);
const verify = (subject: string, embedding = newFace()) => verifyShared(harness, subject, embedding);
const withdraw = (outcome: Outcome) => withdrawalOf(harness, outcome);
const recordOf = (outcome: Outcome) => storedRecordOf(harness, outcome);

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
    expect(await hitsOf(harness, again)).toEqual([first.verificationId]);
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
    expect(await hitsOf(harness, later)).not.toContain(first.verificationId);
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

describe('a start', () => {
  const start = (changed: Partial<ReceiverOptions> = {}) => {
    const options = { ...demoOptions(), allowedOrigins: [ORIGIN], dataDir: 'unused' };
    const config = checkOptions({ ...options, ...operators.receiverOptions(), ...changed }, false);
    return openThreeOperators(config, harness.context.database, true);
  };

  it.each<[string, () => Partial<ReceiverOptions>]>([
    ['audience', () => ({ audience: 'another.example' })],
    ['threshold.value', () => ({ threshold: { ...demoOptions().threshold, value: 0.6 } })],
    ['embeddingDim', () => ({ embeddingDim: 128 })],
    ['receiptKey', () => withSecond({ receiptKey: stranger.receiptKey })],
    ['kid', () => withSecond({ kid: stranger.kid, kem: stranger.kem, publicKey: stranger.publicKey })],
  ])('is refused where an operator states another %s', async (field, changed) => {
    await expect(start(changed())).rejects.toThrow(`${NAMES[1]} states another ${field}`);
  });

  /** What the settings say of operator 1 in place of what is so. */
  function withSecond(changed: Partial<ShareOperator>): Partial<ReceiverOptions> {
    const { operators: three, ...rest } = operators.option();
    const [first, second, third] = three;
    return { threeOperators: { ...rest, operators: [first, { ...second, ...changed }, third] } };
  }

  const REFUSED = { name: 'ReceiverOptionError', field: 'threeOperators' };

  it('is refused on a database of the other mode, either way', async () => {
    const { database } = harness.context;
    await expect(start({ threeOperators: undefined, search: undefined })).rejects.toMatchObject(REFUSED);
    const { verificationId } = await verify('kim');
    const name = { modelId: 'm', modelSha256: 'h', transformId: 't', slotId: 's' };
    await database
      .insert(templates)
      .values({ verificationId, ...name, dim: 1, sealed: new Uint8Array(1), groups: [] });
    await expect(start()).rejects.toMatchObject(REFUSED);
    await database.delete(templates);
  });

  it('is refused without the certificate', async () => {
    const options = operators.receiverOptions({ keyFile: '/nowhere.key' });
    await expect(start(options)).rejects.toMatchObject({ field: 'threeOperators.keyFile' });
  });

  it('has what a receiver that died was about to store deleted', async () => {
    const { database } = harness.context;
    const left = { verificationId: 'left', templateId: 'ab'.repeat(16), sessionId: 'gone' };
    const madeAt = harness.now();
    const pendingUntil = new Date(madeAt.getTime() + 60_000);
    await database.insert(sharedTemplates).values({ ...left, state: 'pending', madeAt, pendingUntil });
    // Another receiver, which lives, may be at it.
    await harness.receiver.upkeep();
    expect(await database.$count(sharedTemplates, eq(sharedTemplates.state, 'pending'))).toBe(1);
    const three = await start();
    await three?.removals.work();
    expect(await database.$count(sharedTemplates, eq(sharedTemplates.verificationId, 'left'))).toBe(0);
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
    const outcome = await untilTaken(harness, envelope);
    expect(outcome.status).toBe('needs_review');
    expect(await hitsOf(harness, outcome)).toEqual([first.verificationId]);
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
});
