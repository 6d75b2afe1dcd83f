import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../receiver/store/open-database.js';
import { storageCodeOf } from '../../receiver/store/storage-error.js';
import { expectProblem } from '../../receiver/testing/problem.fixture.js';
import { ROOT } from '../../tools/build/root.js';
import { addressOf, PAGE_ORIGIN, provideReceiver, start, verifyAt } from './process.fixture.js';
import { RemoteSeller } from './remote-seller.fixture.js';

/** On a small file system of its own, which only root may mount, and only where the kernel lets it. */

provideReceiver();

const DISK = `${ROOT}.cache/small-disk-${process.pid}`;
mkdirSync(DISK, { recursive: true });
const mount = (megabytes: number) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', DISK]).status === 0;
const unmount = (): void => void spawnSync('umount', ['-l', DISK]);
const canMount = mount(1);
if (canMount) unmount();
afterAll(() => rmSync(DISK, { recursive: true, force: true }));

/** Leaves this much room. */
function fill(leftBytes: number): void {
  const { bavail, bsize } = statfsSync(DISK);
  const bytes = bavail * bsize - leftBytes;
  if (bytes > 0) execFileSync('fallocate', ['-l', String(bytes), join(DISK, `filler-${bytes}`)]);
}

describe.skipIf(!canMount)('on a full disk (where a file system can be mounted)', () => {
  beforeEach(() => {
    mount(160);
    return unmount;
  });

  it('the receiver stores nothing new (507), still deletes, and stops', async () => {
    const receiver = start({ args: ['--data', join(DISK, 'data')] });
    const url = await addressOf(receiver);
    const { verificationId, removalToken } = await verifyAt(url);
    fill(20 * 2 ** 20);
    await expectProblem(await new RemoteSeller(url, PAGE_ORIGIN).verify(), 507, 'storage.full');
    const headers = { Authorization: `Bearer ${removalToken}` };
    const withdrawal = await fetch(`${url}/verifications/${verificationId}`, { method: 'DELETE', headers });
    expect(withdrawal.status).toBe(200);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await receiver.stop()).toBe(0);
  });

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
    for (const name of execFileSync('ls', [DISK], { encoding: 'utf8' }).match(/filler-\d+/g) ?? [])
      rmSync(join(DISK, name));
    await write();
    await close();
  });

  it('a new database that would not fit is not begun', async () => {
    fill(60 * 2 ** 20);
    const receiver = start({ args: ['--data', join(DISK, 'data')] });
    expect(await receiver.started).toBeNull();
    expect(receiver.said()).toMatch(/MiB of room; a new database needs 96 MiB/);
  });
});
