import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Outcome, OutcomeSchema } from '../src/envelope/wire.js';
import { withDeployment } from './commands/open-stored.js';
import { rewrapAll } from './keys/rewrap.js';
import { rotateMatrix } from './matching/rotate-matrix.js';
import type { ReceiverOptions } from './options.js';
import { cases, keySlots, templates } from './store/schema.js';
import { type Harness, newFace, sealFor, startHarness } from './testing/harness.fixture.js';
import { type PostgresServer, startPostgresServer } from './testing/postgres-server.fixture.js';

/** Several receivers of one deployment, in this process, on one PostgreSQL. */

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgresServer();
  folder = await mkdtemp(join(tmpdir(), 'candor-several-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const newMasterKey = (): string => randomBytes(32).toString('base64url');

async function deliver(harness: Harness, embedding: Float32Array): Promise<Outcome> {
  const session = await harness.openSession();
  const answer = await harness.deliver(await sealFor(await harness.discover(), session, { embedding }));
  return parse(OutcomeSchema, await answer.json());
}

async function withdraw(harness: Harness, { verificationId, removalToken }: Outcome): Promise<number> {
  const headers = { Authorization: `Bearer ${removalToken}` };
  return (await harness.send('DELETE', `/verifications/${verificationId}`, undefined, headers)).status;
}

const indexSizes = (harnesses: readonly Harness[]): number[] =>
  harnesses.map(({ context }) => context.matcher.gallerySize);

describe.each(['the database', 'a shared folder'] as const)(
  'receivers that keep their keys in %s',
  (place) => {
    let harnesses: [Harness, Harness, Harness];
    let shared: Partial<ReceiverOptions>;

    beforeAll(async () => {
      const keys =
        place === 'the database' ? { masterKeys: [newMasterKey()] } : { keysDir: join(folder, 'keys') };
      shared = { databaseUrl: await server.database(), now: () => new Date(), ...keys };
      harnesses = await Promise.all([startHarness(shared), startHarness(shared), startHarness(shared)]);
    });
    afterAll(() => Promise.all(harnesses.map((harness) => harness.close())));

    it('share keys, sessions, tokens, and what each of them stored', async () => {
      const [one, two, three] = harnesses;
      const face = newFace();
      // Each step at another one.
      const session = await one.openSession();
      const envelope = await sealFor(await two.discover(), session, { embedding: face });
      const first = parse(OutcomeSchema, await (await three.deliver(envelope)).json());
      expect((await deliver(two, face)).status).toBe('needs_review');
      expect((await deliver(one, newFace())).status).toBe('no_duplicate');
      expect(await withdraw(one, first)).toBe(200);
      await vi.waitFor(() => expect(indexSizes(harnesses)).toEqual([2, 2, 2]), 10_000);
    });

    it('find a pair that arrives at two of them at the same moment at least once', async () => {
      const [one, two] = harnesses;
      for (let round = 0; round < 5; round += 1) {
        const face = newFace();
        const sealed = await Promise.all(
          [one, two].map(async (at) =>
            sealFor(await at.discover(), await at.openSession(), { embedding: face }),
          ),
        );
        const answers = await Promise.all(
          [one, two].map((at, index) => at.deliver(sealed[index] ?? expect.fail('not sealed'))),
        );
        const outcomes = await Promise.all(
          answers.map(async (answer) => parse(OutcomeSchema, await answer.json())),
        );
        expect(outcomes.map(({ status }) => status)).toContain('needs_review');
      }
    });

    it('hit nobody who has withdrawn at another', async () => {
      const [one, two, three] = harnesses;
      const face = newFace();
      const outcome = await deliver(one, face);
      await vi.waitFor(() => expect(new Set(indexSizes(harnesses)).size).toBe(1), 10_000);
      expect(await withdraw(two, outcome)).toBe(200);
      expect((await deliver(three, face)).status).toBe('no_duplicate');
      expect(await two.receiver.readTemplate(outcome.verificationId)).toBeNull();
    });

    it('go on while the matrix is replaced, and find under the new one what was stored under the old', async () => {
      const [one, two, three] = harnesses;
      const faces = [newFace(), newFace(), newFace(), newFace()];
      for (const face of faces.slice(0, 2)) await deliver(one, face);
      const { config, database } = one.context;
      const [rotated, ...meanwhile] = await Promise.all([
        withDeployment(config, (keys, open) =>
          rotateMatrix({ keys, open, random: config.random, now: config.now }),
        ),
        ...faces.slice(2).map((face) => deliver(two, face)),
      ]);
      expect(meanwhile).toHaveLength(2);
      const stored = await database.selectDistinct({ transformId: templates.transformId }).from(templates);
      expect(stored).toEqual([{ transformId: rotated.transformId }]);
      const late = await startHarness(shared);
      for (const face of faces) {
        for (const at of [three, late]) expect((await deliver(at, face)).status).toBe('needs_review');
      }
      await late.close();
    });

    it('count the POSTs of one client together', async () => {
      const limited = { ...shared, maxPostsPerMinute: 3, clientAddress: () => '192.0.2.7' };
      const pair = await Promise.all([startHarness(limited), startHarness(limited)]);
      const answers: number[] = [];
      for (const at of [...pair, ...pair]) answers.push((await at.send('POST', '/sessions', {})).status);
      expect(answers).toEqual([400, 400, 400, 429]);
      await Promise.all(pair.map((harness) => harness.close()));
    });

    it('sweep one at a time, and finish what one that died left half done', async () => {
      const [one, two] = harnesses;
      const outcome = await deliver(one, newFace());
      const { database, erasing } = one.context;
      const [row] = await database
        .select()
        .from(templates)
        .where(eq(templates.verificationId, outcome.verificationId));
      // As if it died between the key and the commit.
      await erasing.slots.destroy([row?.slotId ?? '']);
      await Promise.all(harnesses.map(({ receiver }) => receiver.upkeep()));
      await two.receiver.upkeep();
      const left = await database.$count(templates, eq(templates.verificationId, outcome.verificationId));
      expect(left).toBe(0);
    });
  },
);

describe('a receiver with keys of its own', () => {
  it('does not start on the database of another one, also while that is empty', async () => {
    const databaseUrl = await server.database();
    const first = await startHarness({ databaseUrl });
    await expect(startHarness({ databaseUrl })).rejects.toThrow(/receivers of one database share their keys/);
    await first.close();
  });
});

describe('the index', () => {
  it('comes back into step after its connection broke, and after a notification was lost', async () => {
    const options = { databaseUrl: await server.database(), masterKeys: [newMasterKey()] };
    const [one, two] = await Promise.all([startHarness(options), startHarness(options)]);
    await deliver(one, newFace());
    await vi.waitFor(() => expect(indexSizes([one, two])).toEqual([1, 1]), 10_000);
    const { database } = one.context;
    const listening = sql`query like 'listen%' and datname = current_database()`;
    await database.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where ${listening}`);
    // Nobody listens now.
    await deliver(one, newFace());
    await vi.waitFor(() => expect(indexSizes([one, two])).toEqual([2, 2]), 10_000);
    await Promise.all([one.close(), two.close()]);
  });
});

describe('keys in the database', () => {
  it('open with the master key alone, before and after it is replaced', async () => {
    const [old, fresh] = [newMasterKey(), newMasterKey()];
    const databaseUrl = await server.database();
    const first = await startHarness({ databaseUrl, masterKeys: [old] });
    const face = newFace();
    await deliver(first, face);
    await first.close();
    await expect(startHarness({ databaseUrl, masterKeys: [fresh] })).rejects.toThrow(/was not given/);
    await withDeployment({ ...first.context.config, masterKeys: [fresh, old] }, async ({ use }, open) => {
      if (use.place.kind !== 'database') throw new Error('elsewhere');
      expect(await rewrapAll(open.database, use.place.masterKeys)).toEqual({ secrets: 5, slots: 1 });
      expect(await rewrapAll(open.database, use.place.masterKeys), 'again').toEqual({ secrets: 0, slots: 0 });
    });
    await expect(startHarness({ databaseUrl, masterKeys: [old] })).rejects.toThrow(/was not given/);
    const second = await startHarness({ databaseUrl, masterKeys: [fresh] });
    expect((await deliver(second, face)).status).toBe('needs_review');
    expect(await second.context.database.$count(cases)).toBe(1);
    const slots = await second.context.database.select().from(keySlots);
    const ids = new Set(slots.map(({ masterKeyId }) => masterKeyId));
    expect([slots.length, ids.size]).toEqual([2, 1]);
    const hash = createHash('sha256').update(Buffer.from(fresh, 'base64url')).digest('base64url');
    expect(hash.slice(0, 16), 'the name says nothing of a hash that somebody may know').not.toBe([...ids][0]);
    await second.close();
  });
});
