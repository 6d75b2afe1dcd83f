import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../src/envelope/wire.js';
import { findInSlots } from './doctor/in-slots.js';
import { LIFE_LOCK } from './store/life-lock.js';
import { remember } from './store/memory.js';
import { templates } from './store/schema.js';
import { tellFollowers } from './store/template-log.js';
import { enrol } from './testing/cases.fixture.js';
import { type Harness, newFace, startHarness } from './testing/harness.fixture.js';
import { newMasterKey } from './testing/master-key.fixture.js';
import { type PostgresServer, startPostgresServer } from './testing/postgres-server.fixture.js';

/** Receivers with keys of their own, or with copies of another's, on one PostgreSQL. */

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgresServer();
  folder = await mkdtemp(join(tmpdir(), 'candor-copied-keys-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a receiver with keys of its own', () => {
  it('does not start on the database of another one, also while that is empty', async () => {
    const databaseUrl = await server.database();
    const first = await startHarness({ databaseUrl });
    await expect(startHarness({ databaseUrl })).rejects.toThrow(/receivers of one database share their keys/);
    await first.close();
  });
});

describe('receivers that each have a folder of their own, with copied keys, on one database', () => {
  let databaseUrl: string;
  let first: Harness;
  let copy: string;
  let outcome: Outcome;
  const [face, later] = [newFace(), newFace()];

  beforeAll(async () => {
    databaseUrl = await server.database();
    first = await startHarness({ databaseUrl, dataDir: await mkdtemp(join(folder, 'first-')) });
    await enrol(first, face);
    copy = await mkdtemp(join(folder, 'copy-'));
    await cp(join(first.dataDir, 'keys'), join(copy, 'keys'), { recursive: true });
    outcome = await enrol(first, later);
  });
  afterAll(() => first.close());

  it('do not run at the same time', async () => {
    const starting = startHarness({ databaseUrl, dataDir: copy });
    await expect(starting).rejects.toMatchObject({ name: 'DatabaseInUseError', code: 'database.in_use' });
    const { config, database } = first.context;
    expect(await findInSlots(database, { ...config, dataDir: copy })).toContainEqual(
      expect.objectContaining({ kind: 'fault', words: expect.stringMatching(/^another receiver works/) }),
    );
    const sharing = { ...config, masterKeys: [newMasterKey()] };
    expect(await findInSlots(database, sharing)).toMatchObject([{ kind: 'fault' }]);
    expect(await findInSlots(database, config)).toEqual([expect.objectContaining({ kind: 'ok' })]);
  });

  it('take each other’s place, and keep it when a connection broke', async () => {
    const { database, config } = first.context;
    const kill = sql`select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and classid = 0 and objid = ${LIFE_LOCK}`;
    await database.execute(kill);
    await vi.waitFor(async () => {
      const [found] = await findInSlots(database, { ...config, dataDir: copy });
      expect(found?.words).toMatch(/^another receiver works/);
    }, 10_000);
    expect(first.receiver.lost.aborted).toBe(false);
  });

  it('do not start one after the other where the folder lacks what the other stored, and lose nothing', async () => {
    const { dataDir } = first;
    await first.close();
    const starting = startHarness({ databaseUrl, dataDir: copy });
    await expect(starting).rejects.toMatchObject({ name: 'KeyLostError', code: 'keys.incomplete' });
    first = await startHarness({ databaseUrl, dataDir });
    const { config, database } = first.context;
    expect(await findInSlots(database, { ...config, dataDir: copy })).toContainEqual(
      expect.objectContaining({
        kind: 'fault',
        words: expect.stringMatching(/lacks keys of 1 of 2 templates/),
      }),
    );
    for (const known of [face, later]) expect((await enrol(first, known)).status).toBe('needs_review');
    expect(await first.receiver.readTemplate(outcome.verificationId)).not.toBeNull();
  });

  it('finish a deletion that a crash cut short, also after other templates were stored', async () => {
    const { erasing, database } = first.context;
    const isIt = eq(templates.verificationId, outcome.verificationId);
    const [row] = await database.select().from(templates).where(isIt);
    await erasing.slots.destroy([row?.slotId ?? '']);
    await enrol(first, newFace());
    const { dataDir } = first;
    await first.close();
    first = await startHarness({ databaseUrl, dataDir });
    expect(await first.context.database.$count(templates, isIt)).toBe(0);
  });

  it('start once somebody confirmed that the keys are lost for good', async () => {
    await first.close();
    first = await startHarness({ databaseUrl, dataDir: copy, acceptMissingKeys: true });
    expect((await enrol(first, face)).status).toBe('needs_review');
    expect(await first.context.database.$count(templates)).toBe(2);
  });
});

describe('receivers with copies of one shared folder, on one database', () => {
  it('do not run at the same time: the later one does not start, and says so; the earlier one goes on', async () => {
    const databaseUrl = await server.database();
    const keysDir = await mkdtemp(join(folder, 'shared-'));
    const first = await startHarness({ databaseUrl, keysDir, now: () => new Date() });
    const copied = await mkdtemp(join(folder, 'shared-copy-'));
    await cp(keysDir, copied, { recursive: true });
    const starting = startHarness({ databaseUrl, keysDir: copied });
    await expect(starting).rejects.toMatchObject({ name: 'KeyLostError', code: 'keys.copied' });
    const second = await startHarness({ databaseUrl, keysDir, now: () => new Date() });
    const { config, database } = first.context;
    const face = newFace();
    await enrol(second, face);
    expect(await findInSlots(database, { ...config, keysDir: copied })).toContainEqual(
      expect.objectContaining({ kind: 'fault', words: expect.stringMatching(/is a copy of the folder/) }),
    );
    expect(await findInSlots(database, config)).toEqual([expect.objectContaining({ kind: 'ok' })]);
    expect((await enrol(first, face)).status).toBe('needs_review');
    for (const one of [first, second]) expect(one.receiver.lost.aborted).toBe(false);
    await Promise.all([first, second].map((one) => one.close()));
  });

  it('end where a receiver that runs finds another folder’s mark in the database', async () => {
    const databaseUrl = await server.database();
    const keysDir = await mkdtemp(join(folder, 'shared-'));
    const later = await startHarness({ databaseUrl, keysDir, now: () => new Date() });
    // As an earlier receiver does that stood still when this one started.
    const { database } = later.context;
    await remember(database, 'folder.mark', '0.another');
    await tellFollowers(database);
    await vi.waitFor(() => expect(later.receiver.lost.aborted).toBe(true), 10_000);
    expect(later.receiver.lost.reason).toMatchObject({ code: 'keys.copied' });
    expect((await later.send('GET', '/ready')).status).toBe(503);
    await later.close();
  });
});
