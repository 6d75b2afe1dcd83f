import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Outcome, OutcomeSchema } from '../src/envelope/wire.js';
import { withDeployment } from './commands/open-stored.js';
import { findInMasterKeys } from './doctor/in-master-keys.js';
import { MasterKeys } from './keys/master-keys.js';
import { rewrapAll } from './keys/rewrap.js';
import { rotateMatrix } from './matching/rotate-matrix.js';
import type { ReceiverOptions } from './options.js';
import { cases, keySlots, templates } from './store/schema.js';
import { enrol } from './testing/cases.fixture.js';
import { type Harness, newFace, sealFor, startHarness } from './testing/harness.fixture.js';
import { newMasterKey } from './testing/master-key.fixture.js';
import { type PostgresServer, startPostgresServer } from './testing/postgres-server.fixture.js';

/** Several receivers of one deployment, which share their keys, in this process, on one PostgreSQL. */

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgresServer();
  folder = await mkdtemp(join(tmpdir(), 'candor-shared-keys-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function withdraw(harness: Harness, { verificationId, removalToken }: Outcome): Promise<number> {
  const headers = { Authorization: `Bearer ${removalToken}` };
  return (await harness.send('DELETE', `/verifications/${verificationId}`, undefined, headers)).status;
}

const indexSizes = (harnesses: readonly Harness[]): number[] =>
  harnesses.map(({ context }) => context.matcher.gallerySize);

type Pair = [Harness, Harness];

async function startPair(options: Partial<ReceiverOptions>): Promise<Pair> {
  return Promise.all([startHarness(options), startHarness(options)]);
}

const closeAll = (harnesses: readonly Harness[]) => Promise.all(harnesses.map((harness) => harness.close()));

describe.each(['the database', 'a shared folder'] as const)(
  'receivers that keep their keys in %s',
  (place) => {
    let pair: Pair;
    beforeAll(async () => {
      const keys =
        place === 'the database' ? { masterKeys: [newMasterKey()] } : { keysDir: join(folder, 'keys') };
      pair = await startPair({ databaseUrl: await server.database(), now: () => new Date(), ...keys });
    });
    afterAll(() => closeAll(pair));

    it('share keys, sessions and tokens, and hit nobody who has withdrawn at the other', async () => {
      const [one, two] = pair;
      const face = newFace();
      const session = await one.openSession();
      const envelope = await sealFor(await two.discover(), session, { embedding: face });
      const first = parse(OutcomeSchema, await (await two.deliver(envelope)).json());
      const second = await enrol(one, face);
      expect(second.status).toBe('needs_review');
      expect((await enrol(one, newFace())).status).toBe('no_duplicate');
      await vi.waitFor(() => expect(indexSizes(pair)).toEqual([3, 3]), 10_000);
      expect(await withdraw(one, first)).toBe(200);
      expect(await withdraw(two, second)).toBe(200);
      expect(await two.receiver.readTemplate(first.verificationId)).toBeNull();
      expect((await enrol(two, face)).status).toBe('no_duplicate');
    });

    it('finish at the next upkeep what one that died left half done', async () => {
      const [one, two] = pair;
      const { verificationId } = await enrol(one, newFace());
      const { database, erasing } = one.context;
      const isIt = eq(templates.verificationId, verificationId);
      const [row] = await database.select().from(templates).where(isIt);
      // As if it died between the key and the commit.
      await erasing.slots.destroy([row?.slotId ?? '']);
      await Promise.all(pair.map(({ receiver }) => receiver.upkeep()));
      expect(await database.$count(templates, isIt)).toBe(0);
      expect(two.logged.concat(one.logged)).toContainEqual({ event: 'erasures.finished', templates: 1 });
    });
  },
);

describe('several receivers', () => {
  let pair: Pair;
  let shared: Partial<ReceiverOptions>;
  beforeAll(async () => {
    shared = {
      databaseUrl: await server.database(),
      masterKeys: [newMasterKey()],
      now: () => new Date(),
      clientAddress: () => '192.0.2.7',
    };
    pair = await startPair(shared);
  });
  afterAll(() => closeAll(pair));

  it('go on while the matrix is replaced, and find under the new one what was stored under the old', async () => {
    const [one, two] = pair;
    const faces = [newFace(), newFace()];
    const [before = newFace(), meanwhile = newFace()] = faces;
    await enrol(one, before);
    const { config, database } = one.context;
    const rotating = withDeployment(config, (keys, open) =>
      rotateMatrix({ keys, open, random: config.random, now: config.now }),
    );
    await enrol(two, meanwhile);
    const { transformId } = await rotating;
    const late = await startHarness(shared);
    for (const face of faces) {
      for (const at of [two, late]) expect((await enrol(at, face)).status).toBe('needs_review');
    }
    const stored = await database.selectDistinct({ transformId: templates.transformId }).from(templates);
    expect(stored).toEqual([{ transformId }]);
    await late.close();
  });

  it('sweep one at a time', async () => {
    const [one, two] = pair;
    const sweeps = (): number => two.logged.filter(({ event }) => event === 'swept').length;
    const before = sweeps();
    await one.context.storage.locks.hold('upkeep', () => two.receiver.upkeep());
    expect(sweeps(), 'while another is at it').toBe(before);
    await two.receiver.upkeep();
    expect(sweeps()).toBe(before + 1);
  });

  it('let nobody wait for a lock whose holder died', async () => {
    const [one, two] = pair;
    const { locks } = one.context.storage;
    const kill = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where query like 'select pg_advisory_lock%' and datname = current_database()`;
    let reached = false;
    const dying = locks.hold('matrix', async () => {
      expect(await two.context.storage.locks.holdIfFree('matrix', async () => 1)).toBeNull();
      await one.context.database.execute(kill);
      // As long as the dead one would have held it, and longer.
      await two.context.storage.locks.hold('matrix', async () => {
        reached = true;
      });
    });
    await expect(dying).rejects.toThrow();
    expect(reached).toBe(true);
  });

  it('count the POSTs of one client together', async () => {
    // In one minute, whenever this runs, and where no other pair's upkeep forgets it.
    const at = new Date();
    const own = { databaseUrl: await server.database(), now: () => at };
    const limited = await startPair({ ...shared, ...own, maxPostsPerMinute: 3 });
    const answers: number[] = [];
    for (const one of [...limited, ...limited])
      answers.push((await one.send('POST', '/sessions', {})).status);
    expect(answers).toEqual([400, 400, 400, 429]);
    await closeAll(limited);
  });

  it('bring their indexes back into step after a connection broke and a notification was lost', async () => {
    const [one] = pair;
    await vi.waitFor(() => expect(new Set(indexSizes(pair)).size).toBe(1), 10_000);
    const [size = 0] = indexSizes(pair);
    const listening = sql`query like 'listen%' and datname = current_database()`;
    await one.context.database.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where ${listening}`,
    );
    // Nobody listens now.
    await enrol(one, newFace());
    await vi.waitFor(() => expect(indexSizes(pair)).toEqual([size + 1, size + 1]), 10_000);
  });
});

describe('keys in the database', () => {
  it('open with the master key alone, before and after it is replaced', async () => {
    const [old, fresh] = [newMasterKey(), newMasterKey()];
    const databaseUrl = await server.database();
    const first = await startHarness({ databaseUrl, masterKeys: [old] });
    const face = newFace();
    await enrol(first, face);
    const [backup] = await first.context.database.select().from(keySlots);
    await first.close();
    await expect(startHarness({ databaseUrl, masterKeys: [fresh] })).rejects.toThrow(/was not given/);
    const both = { ...first.context.config, masterKeys: [fresh, old] };
    await withDeployment(both, async ({ use }, { database }) => {
      if (use.place.kind !== 'database') throw new Error('elsewhere');
      const kinds = async (masterKeys: string[]) =>
        (await findInMasterKeys(database, { ...both, masterKeys })).map(({ kind }) => kind);
      expect([await kinds([fresh]), await kinds([fresh, old])]).toEqual([['fault'], ['warning']]);
      expect(await rewrapAll(database, use.place.masterKeys)).toEqual({ secrets: 5, slots: 1 });
      expect(await rewrapAll(database, use.place.masterKeys), 'again').toEqual({ secrets: 0, slots: 0 });
      expect(await kinds([fresh])).toEqual(['ok']);
    });
    await expect(startHarness({ databaseUrl, masterKeys: [old] })).rejects.toThrow(/was not given/);
    // What docs/several-receivers.md says of a backup: it opens with the master key of its time, and with no later one.
    const { slotId, ...wrapped } = backup ?? expect.fail('nothing was stored');
    expect(new MasterKeys([old], both.random).unwrap(slotId, wrapped)).toHaveLength(32);
    expect(() => new MasterKeys([fresh], both.random).unwrap(slotId, wrapped)).toThrow(/was not given/);
    const second = await startHarness({ databaseUrl, masterKeys: [fresh] });
    expect((await enrol(second, face)).status).toBe('needs_review');
    expect(await second.context.database.$count(cases)).toBe(1);
    const slots = await second.context.database.select().from(keySlots);
    const ids = new Set(slots.map(({ masterKeyId }) => masterKeyId));
    expect([slots.length, ids.size]).toEqual([2, 1]);
    const hash = createHash('sha256').update(Buffer.from(fresh, 'base64url')).digest('base64url');
    expect(hash.slice(0, 16), 'the name says nothing of a hash that somebody may know').not.toBe([...ids][0]);
    await second.close();
  });
});
