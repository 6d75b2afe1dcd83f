import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../receiver/testing/postgres-server.fixture.js';
import { toFixedPoint } from '../fixed-point.js';
import type { Party } from '../party.js';
import { bytesOf } from '../ring.js';
import { directions, near } from '../vectors.fixture.js';
import { administer, takeLock } from './postgres-administrator.fixture.js';
import { readLog } from './read-log.js';
import { storedRows } from './stored-rows.fixture.js';
import { enrolment, MODEL, probeOf, Trio } from './three-nodes.fixture.js';
import { untilAnswered } from './until-answered.fixture.js';

/** Operators whose database is PostgreSQL. */

const WITHIN_MS = 60_000;
const PASSWORD = 'hunter2';
const TABLES = [
  'node',
  'folder',
  'templates',
  'staged',
  'deletions',
  'row_bits',
  'decisions',
  'earlier_tries',
];

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(() => server.stop());

/** The tests' server asks for none. */
async function newUrl(): Promise<string> {
  const url = new URL(await server.database());
  url.password = PASSWORD;
  return url.href;
}

const draw = directions(101, MODEL.dim);
const eventsOf = (trio: Trio, party: Party): readonly string[] =>
  trio.notices[party].map(({ event }) => event);
const paused = expect.objectContaining({ event: 'paused', code: 'shares.database_failed' });

describe.each([{ parties: [0, 1, 2] }, { parties: [1] }] as const)(
  'three operators, of whom $parties have PostgreSQL',
  ({ parties }) => {
    let trio: Trio;
    let urls: Partial<Record<Party, string>>;
    const person = draw();
    const known = enrolment(toFixedPoint(person));
    beforeAll(async () => {
      urls = Object.fromEntries(await Promise.all(parties.map(async (party) => [party, await newUrl()])));
      trio = await Trio.make({ timeoutMs: 5_000, postgres: urls });
      await trio.startAll();
    });
    afterAll(() => trio.remove());

    const urlOf = (party: Party): string => urls[party] ?? '';
    const compare = (probe: Float32Array = person) => trio.client('market').compare(probeOf(probe));

    it('admit, find, name to the review queue, and refresh', async () => {
      const market = trio.client('market');
      expect((await untilAnswered(() => market.admit(known), WITHIN_MS)).kind).toBe('none');
      const again = await compare(near(person, draw(), 0.9));
      expect(again.kind).toBe('review');
      expect(await trio.client('queue').collect(again.request)).toEqual([known.id]);
      expect((await compare(near(person, draw(), 0))).kind).toBe('none');
      expect(await market.refresh()).toBe(1);
      expect((await compare()).kind).toBe('review');
    });

    it('delete, and give three receipts', async () => {
      const market = trio.client('market');
      const gone = enrolment(toFixedPoint(draw()));
      await untilAnswered(() => market.enrol([gone]), WITHIN_MS);
      const removals = await market.remove(gone.id);
      expect(removals.map(({ kind }) => kind)).toEqual(['deleted', 'deleted', 'deleted']);
      await expect(market.enrol([gone])).rejects.toMatchObject({ code: 'shares.bad_input' });
    });

    it('have neither a template nor a share in plain in any table', async () => {
      for (const party of parties) {
        await trio.stop(party);
        const [row] = await storedRows(trio.configs[party]);
        await trio.start(party);
        const dump = await dumpOf(urlOf(party));
        // The looking is not blind: what is stored in plain is found, bytes too.
        expect(dump).toContain(known.id);
        expect(dump).toMatch(/\\\\x[0-9a-f]{200}/);
        const words = [row?.shares.own, row?.shares.next, toFixedPoint(person)];
        const secrets = [
          ...words.map((one) => bytesOf(one ?? new Uint32Array(0))),
          new Uint8Array(person.buffer),
        ];
        for (const secret of secrets) {
          expect(secret.length).toBeGreaterThan(48);
          for (const encoding of ['hex', 'base64'] as const)
            expect(dump).not.toContain(Buffer.from(secret.subarray(0, 48)).toString(encoding));
        }
      }
      await untilAnswered(() => compare(), WITHIN_MS);
    });

    it('print the decision log while they run and after, the same', async () => {
      for (const party of parties) {
        const running = await logOf(trio, party);
        expect(running.map(({ event }) => event)).toContain('opened');
        await trio.stop(party);
        expect(await logOf(trio, party)).toEqual(running);
        await trio.start(party);
      }
      await untilAnswered(() => compare(), WITHIN_MS);
    });

    it('answer by themselves again after the server was killed under them, and have lost nothing that was accepted', async () => {
      const market = trio.client('market');
      const newcomers = Array.from({ length: 6 }, () => draw());
      const [party] = parties;
      const before = await entriesIn(urlOf(party));
      const admitting = newcomers.map(async (newcomer) => {
        try {
          expect((await market.admit(enrolment(toFixedPoint(newcomer)))).kind).toBe('none');
          return true;
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'shares.try_later' });
          return false;
        }
      });
      // Two decisions, and a third one that has begun.
      await vi.waitFor(
        async () => expect(await entriesIn(urlOf(party))).toBeGreaterThan(before + 4),
        WITHIN_MS,
      );
      server.interrupt();
      const accepted = await Promise.all(admitting);
      expect(accepted).toContain(true);
      expect(accepted).toContain(false);
      await vi.waitFor(() => {
        for (const one of parties) expect(trio.notices[one]).toContainEqual(paused);
      }, WITHIN_MS);
      await expect(compare()).rejects.toMatchObject({ code: 'shares.try_later' });
      server.resume();
      await untilAnswered(async () => expect((await compare()).kind).toBe('review'), WITHIN_MS);
      for (const one of parties) expect(eventsOf(trio, one)).toContain('resumed');
      for (const [at, newcomer] of newcomers.entries())
        if (accepted[at]) expect((await compare(newcomer)).kind).toBe('review');
      const held = await market.describe();
      expect(new Set(held.map((one) => ('rows' in one ? one.rows : one.kind))).size).toBe(1);
    });

    it('answer by themselves again after the connection was ended', async () => {
      for (const party of parties) {
        trio.notices[party].length = 0;
        await administer(
          urlOf(party),
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        await vi.waitFor(() => expect(eventsOf(trio, party)).toContain('resumed'), WITHIN_MS);
        await untilAnswered(async () => expect((await compare()).kind).toBe('review'), WITHIN_MS);
      }
    });

    it('tell nobody the password of the database', async () => {
      const described = await trio.client('market').describe();
      expect(JSON.stringify([described, trio.notices])).not.toContain(PASSWORD);
    });

    it('let a second node neither work beside one nor after it where it has another folder', async () => {
      const [party] = parties;
      const folder = join(trio.folder, 'second');
      await cp(trio.configs[party].dataDir, folder, {
        recursive: true,
        filter: (path) => !path.endsWith('node.lock'),
      });
      const second = { ...trio.configs[party], dataDir: folder };
      await expect(trio.start(party, second)).rejects.toMatchObject({ code: 'shares.in_use' });
      expect((await compare()).kind).toBe('review');
      await trio.stop(party);
      const without = { ...second, dataDir: join(trio.folder, 'empty') };
      await expect(trio.start(party, without)).rejects.toMatchObject({ code: 'shares.damaged' });
      await trio.start(party);
      await untilAnswered(async () => expect((await compare()).kind).toBe('review'), WITHIN_MS);
    });

    it('end where another has taken the lock meanwhile, and answer nobody', async () => {
      const [party] = parties;
      const other = await takeLock(urlOf(party));
      try {
        const stopped = expect.objectContaining({ event: 'stopped', code: 'shares.in_use' });
        await vi.waitFor(() => expect(trio.notices[party]).toContainEqual(stopped), WITHIN_MS);
        const nobody = { code: 'ECONNREFUSED' };
        await expect(trio.ask(party, { kind: 'describe' })).rejects.toMatchObject(nobody);
      } finally {
        await other.end();
      }
      await trio.stop(party);
      await trio.start(party);
      await untilAnswered(async () => expect((await compare()).kind).toBe('review'), WITHIN_MS);
    });

    it('open nothing of a row that was deleted since a dump, with the keys of today', async () => {
      const [party] = parties;
      const gone = enrolment(toFixedPoint(draw()));
      await untilAnswered(() => trio.client('market').enrol([gone]), WITHIN_MS);
      const kept = await administer<{ id: string; slot: number; sealed: Buffer }>(
        urlOf(party),
        `select id, slot, sealed from templates where id = '${gone.id}'`,
      );
      await trio.client('market').remove(gone.id);
      await trio.stop(party);
      const [row] = kept;
      await administer(
        urlOf(party),
        `insert into templates values ('${row?.id}', ${row?.slot}, '\\x${row?.sealed.toString('hex')}')`,
      );
      await expect(trio.start(party)).rejects.toMatchObject({ code: 'shares.damaged' });
      await administer(urlOf(party), `delete from templates where id = '${gone.id}'`);
      await trio.start(party);
      await untilAnswered(() => compare(), WITHIN_MS);
    });
  },
);

/** Every row of every table, as text: what pg_dump writes, whatever its version. */
async function dumpOf(url: string): Promise<string> {
  const tables = await administer<{ name: string }>(
    url,
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  expect(tables.map(({ name }) => name).toSorted()).toEqual(TABLES.toSorted());
  const rows = await Promise.all(
    TABLES.map((table) => administer<{ row: string }>(url, `select t::text as row from ${table} t`)),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

async function logOf(trio: Trio, party: Party) {
  const entries = [];
  for await (const entry of readLog(trio.configs[party])) entries.push(entry);
  return entries;
}

/** How long the decision log is. */
async function entriesIn(url: string): Promise<number> {
  const [row] = await administer<{ count: number }>(url, 'select count(*)::integer as count from decisions');
  return row?.count ?? 0;
}
