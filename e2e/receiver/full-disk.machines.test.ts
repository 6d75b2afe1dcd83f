import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../receiver/store/open-database.js';
import { storageCodeOf } from '../../receiver/store/storage-error.js';
import { canMount, DISK, empty, fill, provideSmallDisk } from './small-disk.fixture.js';

describe.skipIf(!canMount)('on a full disk (where a file system can be mounted)', () => {
  provideSmallDisk();

  it('a database that runs in circles is given up, and opened again once there is room', async () => {
    const folder = join(DISK, 'data');
    const { database, close } = await openDatabase(undefined, folder);
    await database.execute(sql`create table filler (text text)`);
    const left = sql<number>`(16777216 - mod(pg_current_wal_insert_lsn() - '0/0'::pg_lsn, 16777216))::int`;
    const [row] = await database.select({ left }).from(sql`(select 1) one`);
    // To the end of a segment of the log; the next one does not fit.
    await database.execute(
      sql`select pg_logical_emit_message(false, 'x', repeat('x', ${Number(row?.left) - 200_000}))`,
    );
    fill(4 * 2 ** 20);
    const write = () =>
      database.transaction(async (transaction) => {
        await transaction.execute(sql`insert into filler select repeat(md5(random()::text), 60)`);
      });
    let failed: unknown;
    for (let times = 0; times < 400 && failed === undefined; times += 1)
      failed = await write().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(storageCodeOf(failed)).toMatch(/^storage\./);
    empty();
    await write();
    await close();
  }, 120_000);
});
