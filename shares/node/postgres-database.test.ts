import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { settingsOf } from './config.js';
import type { Database } from './database.js';
import { databaseUrlOf, type PostgresChoice } from './database-url.js';
import { freshPlace, openPlace, type Place } from './databases.fixture.js';
import { administer } from './postgres-administrator.fixture.js';
import { PostgresDetour } from './postgres-detour.fixture.js';

// Starting a server takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

async function opened(place: Place, name?: string): Promise<Database> {
  const database = await openPlace(place, name);
  onTestFinished(() => database.close());
  return database;
}

const failed = { code: 'shares.database_failed' };
const urlOf = ({ database }: Place): string => ('url' in database ? database.url : '');

const idsIn = async (database: Database): Promise<readonly string[]> => {
  const { rows } = await database.query<{ id: string }>('select id from deletions order by id');
  return rows.map(({ id }) => id);
};
const INSERT = "insert into deletions (id, deleted_at) values ($1, '2026-01-01')";

describe('PostgreSQL', () => {
  it('has on its disk what it says that it has, whatever its default is, and says where it cannot', async () => {
    const place = await freshPlace('PostgreSQL');
    await administer(
      urlOf(place),
      `do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$`,
    );
    const database = await opened(place);
    const { rows } = await database.query('show synchronous_commit');
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
    // The tests' server is started so.
    expect(database.unsafe).toEqual(['fsync']);
  });

  it('is one node’s at a time', async () => {
    const place = await freshPlace('PostgreSQL');
    const first = await opened(place);
    await expect(openPlace(place)).rejects.toMatchObject({ code: 'shares.in_use' });
    await first.query('select 1');
    await first.close();
    await opened(place);
  });

  it('ends a connection of the same node that broke on one side alone', async () => {
    const place = await freshPlace('PostgreSQL');
    const url = `${urlOf(place)}?application_name=another`;
    const named: Place = { ...place, database: { kind: 'postgres', url } };
    const lost = await opened(named, 'a node');
    const next = await opened(named, 'a node');
    await expect(lost.query('select 1')).rejects.toMatchObject(failed);
    await vi.waitFor(() => expect(lost.ended.aborted).toBe(true));
    await next.query('select 1');
  });

  it('keeps nothing of a transaction in whose middle the connection broke, and nothing is asked any more', async () => {
    const place = await freshPlace('PostgreSQL');
    const database = await opened(place);
    const changing = database.transaction(async (transaction) => {
      await transaction.query(INSERT, ['a']);
      const { rows } = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
      await administer(urlOf(place), `select pg_terminate_backend(${rows[0]?.pid})`);
      await transaction.query(INSERT, ['b']);
    });
    await expect(changing).rejects.toMatchObject(failed);
    expect(database.ended.aborted).toBe(true);
    await expect(database.query('select 1')).rejects.toMatchObject(failed);
    expect(await idsIn(await opened(place))).toEqual([]);
  });

  it('has committed what a lost answer was about, and does not say that it has not', async () => {
    const place = await freshPlace('PostgreSQL');
    const detour = await PostgresDetour.open(urlOf(place));
    onTestFinished(() => detour.close());
    const database = await opened({ ...place, database: { kind: 'postgres', url: detour.url } });
    detour.cutAfter = 'commit';
    const changing = database.transaction((transaction) => transaction.query(INSERT, ['a']));
    await expect(changing).rejects.toMatchObject(failed);
    // A store that goes on with what it has in memory would be wrong.
    expect(database.ended.aborted).toBe(true);
    expect(await idsIn(await opened(place))).toEqual(['a']);
  });

  it('asks nothing any more once a statement was given up, by whatever limit', async () => {
    const place = await freshPlace('PostgreSQL');
    const url = `${urlOf(place)}?query_timeout=3000`;
    const database = await opened({ ...place, database: { kind: 'postgres', url } });
    await expect(database.query('select pg_sleep(9)')).rejects.toMatchObject(failed);
    expect(database.ended.aborted).toBe(true);
  });

  it('lets no statement into another one’s transaction', async () => {
    const database = await opened(await freshPlace('PostgreSQL'));
    const undone = database.transaction(async (transaction) => {
      await transaction.query(INSERT, ['a']);
      throw new RangeError('undone');
    });
    const beside = database.query(INSERT, ['b']);
    await expect(undone).rejects.toThrow(RangeError);
    await beside;
    expect(await idsIn(database)).toEqual(['b']);
  });
});

describe('the URL of PostgreSQL', () => {
  const SECRET = 'hunter2';
  const URL_OF_NOBODY = `postgres://node:${SECRET}@127.0.0.1:1/x`;

  it('is in the configuration, in a file, or in a variable of the environment', async () => {
    const { dataDir } = await freshPlace('PGlite');
    const urlFile = join(dataDir, 'url');
    await writeFile(urlFile, `${URL_OF_NOBODY}\n`, { mode: 0o600 });
    vi.stubEnv('CANDOR_TEST_URL', URL_OF_NOBODY);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const choices: readonly PostgresChoice[] = [
      { kind: 'postgres', url: URL_OF_NOBODY },
      { kind: 'postgres', urlFile },
      { kind: 'postgres', urlVariable: 'CANDOR_TEST_URL' },
    ];
    for (const choice of choices) expect(await databaseUrlOf(choice)).toBe(URL_OF_NOBODY);
  });

  it.each([
    { what: 'another scheme', choice: { url: `mysql://node:${SECRET}@x` }, names: 'database.url' },
    { what: 'no address', choice: { url: `postgres://node:${SECRET}@[` }, names: 'database.url' },
    { what: 'a file that is not there', choice: { urlFile: '/nowhere' }, names: 'database.urlFile' },
    {
      what: 'a variable that is not set',
      choice: { urlVariable: 'CANDOR_NONE' },
      names: 'database.urlVariable',
    },
  ])('is refused where it is $what, and not repeated', async ({ choice, names }) => {
    const thrown: unknown = await databaseUrlOf({ kind: 'postgres', ...choice } as PostgresChoice).catch(
      (reason: unknown) => reason,
    );
    expect(thrown).toMatchObject({ code: 'shares.bad_input', message: expect.stringContaining(names) });
    expect(inspect(thrown, { depth: 9 })).not.toContain(SECRET);
  });

  it('is in no message where nobody answers, or the configuration is wrong', async () => {
    const place = {
      ...(await freshPlace('PGlite')),
      database: { kind: 'postgres', url: URL_OF_NOBODY },
    } as const;
    const thrown: unknown = await openPlace(place).catch((reason: unknown) => reason);
    expect(thrown).toMatchObject({ ...failed, message: expect.stringContaining('ECONNREFUSED') });
    expect(inspect(thrown, { depth: 9 })).not.toContain(SECRET);
    const both = { kind: 'postgres', url: URL_OF_NOBODY, urlFile: 'x' };
    expect(() => settingsOf({ database: both })).toThrow(/database/);
    expect(() => settingsOf({ database: both })).not.toThrow(SECRET);
  });
});
