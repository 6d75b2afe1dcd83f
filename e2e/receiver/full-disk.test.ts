import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectProblem } from '../../receiver/testing/problem.fixture.js';
import { addressOf, PAGE_ORIGIN, provideReceiver, start, verifyAt } from './process.fixture.js';
import { RemoteSeller } from './remote-seller.fixture.js';
import { canMount, DISK, fill, provideSmallDisk } from './small-disk.fixture.js';

provideReceiver();

describe.skipIf(!canMount)('on a full disk (where a file system can be mounted)', () => {
  provideSmallDisk();

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

  it('a new database that would not fit is not begun', async () => {
    fill(60 * 2 ** 20);
    const receiver = start({ args: ['--data', join(DISK, 'data')] });
    expect(await receiver.started).toBeNull();
    expect(receiver.said()).toMatch(/MiB of room; a new database needs 96 MiB/);
  });
});
