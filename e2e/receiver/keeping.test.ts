import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { StoredRecordSchema } from '../../src/envelope/stored-record.js';
import {
  addressOf,
  expectRefusalWithout,
  folderWithRecord,
  folderWithTables,
  provideReceiver,
  refusalOf,
  start,
  verifyAt,
} from './process.fixture.js';
import { countHeld, seedDue } from './seed.fixture.js';

provideReceiver();

const DAY_MS = 86_400_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);

describe('an accepted record', () => {
  it('is there after the process was killed', async () => {
    const args = ['--data', await folderWithTables()];
    const killed = start({ args });
    const { verificationId, removalToken } = await verifyAt(await addressOf(killed));
    expect(killed.events(), 'its openers run').not.toContain('opener.lost');
    killed.child.kill('SIGKILL');
    await killed.ended;
    const url = await addressOf(start({ args }));
    const headers = { Authorization: `Bearer ${removalToken}` };
    const answer = await fetch(`${url}/verifications/${verificationId}`, { headers });
    expect(parse(StoredRecordSchema, await answer.json()).state).toBe('stored');
  });

  it.each(['storage.key', 'hpke.json'])(
    'keeps a receiver without its %s from starting, and from making another',
    expectRefusalWithout,
  );

  it('keeps a receiver with another key than it was made with from starting', async () => {
    const folder = await folderWithRecord();
    await copyFile(join(folder, 'keys/principal.key'), join(folder, 'keys/storage.key'));
    expect(await refusalOf(['--data', folder])).toMatch(/storage\.key is another key/);
  });

  it('is not built over by a new database where PG_VERSION is missing', async () => {
    const folder = await folderWithRecord();
    await rm(join(folder, 'database/PG_VERSION'));
    const before = await readdir(join(folder, 'database'));
    expect(await refusalOf(['--data', folder])).toMatch(/no PG_VERSION/);
    expect(await readdir(join(folder, 'database'))).toEqual(before);
  });
});

describe('deletion', () => {
  it('does not believe a clock that is far ahead of the last run, until somebody confirms it', async () => {
    const folder = await folderWithTables();
    await seedDue(folder, 3, daysAgo(8));
    expect(await refusalOf(['--data', folder])).toMatch(
      /3 records or messages would be deleted.*--accept-clock/,
    );
    expect((await countHeld(folder)).templates).toBe(3);
    const receiver = start({ args: ['--data', folder, '--accept-clock'] });
    await addressOf(receiver);
    await receiver.stop();
    expect((await countHeld(folder)).templates).toBe(0);
  });
});
