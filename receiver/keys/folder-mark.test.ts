import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memory } from '../store/schema.js';
import { type Harness, startHarness } from '../testing/harness.fixture.js';
import { FolderMark } from './folder-mark.js';

/** Which of two receivers with copies of one folder ends. */

const COPIED = { name: 'KeyLostError', code: 'keys.copied' };
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

let harness: Harness;
let root: string;
let [folder, copy] = ['', ''];
beforeAll(async () => {
  harness = await startHarness();
  root = await mkdtemp(join(tmpdir(), 'candor-folder-mark-'));
});
beforeEach(async () => {
  await harness.context.database.delete(memory);
  [folder, copy] = [await mkdtemp(join(root, 'keys-')), await mkdtemp(join(root, 'copy-'))];
});
afterAll(async () => {
  await harness.close();
  await rm(root, { recursive: true });
});

const enter = (at: string, hasOthers: boolean): Promise<FolderMark> =>
  FolderMark.enter({ folder: at, database: harness.context.database, random, hasOthers });
const copyNow = (): Promise<void> => cp(folder, copy, { recursive: true });

describe('the mark of a shared folder', () => {
  it('is found by each receiver of it, whoever starts, and waits for none that runs', async () => {
    const first = await enter(folder, false);
    await first.confirm();
    const second = await enter(folder, true);
    const confirming = second.confirm();
    await first.check();
    await confirming;
    const third = await enter(folder, true);
    await Promise.all([first.check(), second.check(), third.confirm()]);
    for (const one of [first, second, third]) await one.check();
  });

  it('refuses a copy of before the newest start, while another runs', async () => {
    await enter(folder, false);
    await copyNow();
    await enter(folder, true);
    await expect(enter(copy, true)).rejects.toMatchObject(COPIED);
    await enter(copy, false);
  });

  it('ends a start with a copy of just now, by a receiver that runs and goes on', async () => {
    const first = await enter(folder, false);
    await copyNow();
    const copied = await enter(copy, true);
    const [ended] = await Promise.all([copied.confirm().catch((thrown: unknown) => thrown), first.check()]);
    expect(ended).toMatchObject(COPIED);
    await first.check();
    await (await enter(folder, true)).check();
  });

  it('ends the later ones also where the earlier one stood still as they started', async () => {
    const first = await enter(folder, false);
    await copyNow();
    const copied = await enter(copy, true);
    const beside = await enter(copy, true);
    for (const one of [copied, beside]) await one.check();
    await first.check();
    for (const one of [copied, beside]) await expect(one.check()).rejects.toMatchObject(COPIED);
    await first.check();
  });

  it('is the folder’s also after a start that was killed between the folder and the database', async () => {
    const first = await enter(folder, false);
    const { database } = harness.context;
    const before = await database.select().from(memory);
    await enter(folder, true);
    await database.delete(memory);
    await database.insert(memory).values(before);
    await first.check();
    await (await enter(folder, true)).check();
  });
});
