import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ShareError } from '../../shares/errors.js';
import { findInRemovals } from '../doctor/in-removals.js';
import { sweepProofs } from '../store/erasure.js';
import { exemptParty, replaceExemptions } from '../store/exemptions.js';
import { PROOF_MS } from '../store/proof.js';
import { sharedTemplates, verifications } from '../store/schema.js';
import { eraseSubject } from '../subjects/subjects.js';
import { type Harness, newFace, sessionRequest, startHarness } from '../testing/harness.fixture.js';
import { newMasterKey } from '../testing/master-key.fixture.js';
import { NAMES, Operators } from '../testing/operators.fixture.js';
import { type PostgresServer, startPostgresServer } from '../testing/postgres-server.fixture.js';
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

/** What happens between the receiver and the three besides what three-operators.test.ts plays in `npm test`. */

const ALL = ['deleted', 'deleted', 'deleted'];

let operators: Operators;
beforeAll(async () => {
  operators = await Operators.start();
});
afterAll(() => operators?.close());

const statesOf = async (harness: Harness, outcome: Awaited<ReturnType<typeof verifyShared>>) =>
  (await storedRecordOf(harness, outcome)).shares?.map(({ state }) => state);

/** More than the three take the same parts, and some that they never see. */
const MOST_DELIVERIES = 20;

describe('one receiver', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ ...operators.receiverOptions(), maxFailures: Number.POSITIVE_INFINITY });
  });
  afterAll(() => harness?.close());

  it('finds of many newcomers at the same moment each pair once', async () => {
    const faces = Array.from({ length: 6 }, () => newFace());
    const sellers = faces.flatMap((face, at) => [`p${at}a`, `p${at}b`].map((name) => [name, face] as const));
    const outcomes = await Promise.all(
      sellers.map(async ([name, embedding]) => ({
        name,
        outcome: await untilTaken(harness, (await sealedBy(harness, name, { embedding })).envelope),
      })),
    );
    const idOf = new Map(outcomes.map(({ name, outcome }) => [name, outcome.verificationId]));
    for (const [at] of faces.entries()) {
      const pair = outcomes.filter(({ name }) => name.startsWith(`p${at}`));
      expect(pair.map(({ outcome }) => outcome.status).toSorted()).toEqual(['needs_review', 'no_duplicate']);
      const later = pair.find(({ outcome }) => outcome.status === 'needs_review');
      const earlier = pair.find(({ outcome }) => outcome.status === 'no_duplicate');
      if (later === undefined || earlier === undefined) throw new Error('a pair');
      expect(await hitsOf(harness, later.outcome)).toEqual([idOf.get(earlier.name)]);
    }
  });

  it('counts no hit of whom a person exempted', async () => {
    const face = newFace();
    const first = await verifyShared(harness, 'twin', face);
    const { database, secrets } = harness.context;
    const deleteAfter = new Date(first.deleteAfter);
    const [own, other] = ['other-twin', 'twin'].map((subject) => ({
      subject,
      verificationId: first.verificationId,
      deleteAfter,
    }));
    if (own === undefined || other === undefined) throw new Error('two');
    expect(exemptParty(secrets, own)).not.toBe(exemptParty(secrets, other));
    const exemption = {
      kind: 'different-person',
      reason: null,
      grantedAt: harness.now(),
      expiresAt: null,
    } as const;
    await database.transaction((transaction) =>
      replaceExemptions(transaction, secrets, { own, others: [other] }, exemption),
    );
    expect((await verifyShared(harness, 'other-twin', face)).status).toBe('no_duplicate');
    expect((await verifyShared(harness, 'third-twin', face)).status).toBe('needs_review');
  });

  it('has the parts deleted of whoever is erased through the marketplace, and of whom the time is over', async () => {
    const [erased, due] = [await verifyShared(harness, 'lea'), await verifyShared(harness, 'max')];
    const { database, erasing, three } = harness.context;
    await eraseSubject(database, erasing, 'lea', harness.now());
    await three?.removals.work();
    expect(await statesOf(harness, erased)).toEqual(ALL);
    await harness.live(91 * 86_400_000);
    expect(await statesOf(harness, due)).toEqual(ALL);
    expect(await three?.count()).toBe(0);
    const rows = await database.select().from(sharedTemplates);
    expect(rows.every(({ state }) => state === 'deleted')).toBe(true);
  });

  it('forgets the receipts with the proof of the consent', async () => {
    const outcome = await verifyShared(harness, 'nia');
    await withdrawalOf(harness, outcome);
    const own = eq(sharedTemplates.verificationId, outcome.verificationId);
    expect(await harness.context.database.$count(sharedTemplates, own)).toBe(1);
    const { database } = harness.context;
    await sweepProofs(database, new Date(harness.now().getTime() + PROOF_MS));
    expect(await database.$count(sharedTemplates, own)).toBe(0);
  });

  it('says how many deletions wait for whom', async () => {
    const { database, config, three } = harness.context;
    const outcome = await verifyShared(harness, 'ola');
    await operators.stop(2);
    await withdrawalOf(harness, outcome);
    const [waiting] = await findInRemovals(database, config);
    expect(waiting).toMatchObject({ kind: 'warning', words: `deletions wait: 1 for ${NAMES[2]}` });
    await operators.start(2);
    await vi.waitFor(async () => {
      await three?.removals.work();
      expect(await statesOf(harness, outcome)).toEqual(ALL);
    }, 20_000);
    expect(await findInRemovals(database, config)).toMatchObject([{ kind: 'ok' }]);
  });

  it('says that a session is over when all three have deleted what was sent under it, and not before', async () => {
    const { envelope, session } = await sealedBy(harness, 'rui');
    await untilTaken(harness, envelope);
    const end = () =>
      harness.send('DELETE', `/sessions/${session.sessionId}`, undefined, {
        Authorization: `Bearer ${session.nonce}`,
      });
    await operators.stop(1);
    await expectProblem(await end(), 503, 'operators.unavailable');
    await operators.start(1);
    await vi.waitFor(async () => expect((await end()).status).toBe(200), 20_000);
  });

  it('takes an envelope no more that came to nothing five times, and holds nothing against its seller', async () => {
    const { envelope } = await sealedBy(harness, 'pia');
    const { three } = harness.context;
    if (three === null) throw new TypeError('three');
    const admit = three.client.admit.bind(three.client);
    let admitted = 0;
    const losing = vi.spyOn(three.client, 'admit').mockImplementation(async (...asked) => {
      await admit(...asked);
      admitted += 1;
      throw new ShareError('shares.try_later', { detail: 'the answer is lost' });
    });
    // A delivery may be told to try later before the three begin: what the last one left is not deleted yet.
    let answer = await harness.deliver(envelope);
    for (let deliveries = 1; answer.status === 503 && deliveries < MOST_DELIVERIES; deliveries += 1) {
      await expectProblem(answer, 503, 'operators.unavailable');
      answer = await harness.deliver(envelope);
    }
    await expectProblem(answer, 410, 'session.expired');
    expect(admitted).toBeGreaterThan(0);
    expect(admitted).toBeLessThanOrEqual(5);
    losing.mockRestore();
    await expectProblem(await harness.deliver(envelope), 410, 'session.expired');
    await vi.waitFor(async () => {
      await three.removals.work();
      expect(
        await harness.context.database.$count(sharedTemplates, eq(sharedTemplates.state, 'removing')),
      ).toBe(0);
    }, 20_000);
  });
});

describe('a receiver', () => {
  it('starts while an operator is away, and compares nobody before it has seen who that is', async () => {
    const others = operators.option().operators;
    await operators.stop(0);
    const harness = await startHarness(operators.receiverOptions());
    expect(harness.logged).toContainEqual(
      expect.objectContaining({ event: 'operator.unanswered', operator: 0, during: 'describe' }),
    );
    const request = await sessionRequest(await harness.discover(), { subject: 'quy' });
    await expectProblem(await harness.send('POST', '/sessions', request), 503, 'operators.unavailable');
    // Of a session that was opened before it was away.
    const { three } = harness.context;
    if (three === null) throw new TypeError('three');
    const opening = vi.spyOn(three, 'assertThere').mockResolvedValue();
    const { envelope } = await sealedBy(harness, 'quy');
    opening.mockRestore();
    await expectProblem(await harness.deliver(envelope), 503, 'operators.unavailable');
    // It comes back as one that compares otherwise.
    await operators.start(0, { callers: [] });
    await expectProblem(await harness.deliver(envelope), 503, 'operators.unavailable');
    await operators.stop(0);
    await operators.start(0);
    expect(operators.option().operators).toEqual(others);
    expect((await untilTaken(harness, envelope)).status).toBe('no_duplicate');
    await harness.close();
  });

  it('that dies between the three and its database leaves no orphan, and the same envelope is taken once', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'candor-died-'));
    const options = { ...operators.receiverOptions(), dataDir, databaseUrl: undefined };
    const first = await startHarness(options);
    const { envelope } = await sealedBy(first, 'ron');
    const client = first.context.three?.client;
    if (client === undefined) throw new TypeError('three');
    const admit = client.admit.bind(client);
    let isAdmitted = false;
    vi.spyOn(client, 'admit').mockImplementation(async (...asked) => {
      await admit(...asked);
      isAdmitted = true;
      // Whoever waits for this is gone.
      return new Promise(() => {});
    });
    void first.deliver(envelope);
    await vi.waitFor(() => expect(isAdmitted).toBe(true), 20_000);
    await first.close();

    const second = await startHarness(options);
    const outcome = await untilTaken(second, envelope);
    expect(outcome.status).toBe('no_duplicate');
    await vi.waitFor(async () => {
      await second.context.three?.removals.work();
      expect(await second.context.database.$count(sharedTemplates)).toBe(1);
    }, 20_000);
    expect(await second.context.database.$count(verifications)).toBe(1);
    await second.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe('two receivers on one PostgreSQL', () => {
  let server: PostgresServer;
  let pair: readonly [Harness, Harness];
  beforeAll(async () => {
    server = await startPostgresServer();
    const databaseUrl = await server.database();
    const options = { ...operators.receiverOptions(), databaseUrl, masterKeys: [newMasterKey()] };
    const now = () => new Date();
    pair = [await startHarness({ ...options, now }), await startHarness({ ...options, now })];
  });
  afterAll(async () => {
    await Promise.all((pair ?? []).map((harness) => harness.close()));
    await server?.stop();
  });

  it('of the same person at both at the same moment, one is to be reviewed', async () => {
    const [one, two] = pair;
    for (let round = 0; round < 5; round += 1) {
      const embedding = newFace();
      const outcomes = await Promise.all(
        [one, two].map(async (harness, at) =>
          untilTaken(harness, (await sealedBy(harness, `${round}-${at}`, { embedding })).envelope),
        ),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['needs_review', 'no_duplicate']);
    }
  });

  it('of one envelope at both at the same moment, store one, and neither deletes what the other is about to store', async () => {
    const [one, two] = pair;
    for (let round = 0; round < 5; round += 1) {
      const { envelope } = await sealedBy(one, `same-${round}`);
      const [first, second] = await Promise.all([untilTaken(one, envelope), untilTaken(two, envelope)]);
      expect(second).toEqual(first);
      expect(first.status).toBe('no_duplicate');
      expect((await storedRecordOf(two, first)).state).toBe('stored');
    }
  });

  it('go on with an upkeep of one while the other is in the middle of storing', async () => {
    const [one, two] = pair;
    const client = one.context.three?.client;
    if (client === undefined) throw new TypeError('three');
    const admit = client.admit.bind(client);
    const slow = vi.spyOn(client, 'admit').mockImplementation(async (...asked) => {
      const found = await admit(...asked);
      await two.receiver.upkeep();
      return found;
    });
    const { envelope } = await sealedBy(one, 'sue');
    const outcome = await outcomeOf(await one.deliver(envelope));
    slow.mockRestore();
    expect((await storedRecordOf(two, outcome)).state).toBe('stored');
    expect((await withdrawalOf(two, outcome)).shares?.map(({ state }) => state)).toEqual(ALL);
  });
});
