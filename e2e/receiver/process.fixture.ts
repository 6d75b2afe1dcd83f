import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'valibot';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { layDatabase } from '../../receiver/testing/database-image.fixture.js';
import { type Outcome, OutcomeSchema } from '../../src/envelope/wire.js';
import { buildReceiver } from '../../tools/build/doors.js';
import { ROOT } from '../../tools/build/root.js';
import {
  type ReceiverProcess,
  type ReceiverProcessOptions,
  spawnReceiver,
} from '../../tools/lab/receiver-process.js';
import { RemoteSeller } from './remote-seller.fixture.js';

/** The receiver as it is published, in processes of its own: what these tests find, no test inside a process finds. */

// Each test starts processes, which a busy machine may take long to do.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let folder: string;
const running: ReceiverProcess[] = [];

/** Bundles the command as `npm run build` does, from the sources as they are now; ends what was started, and removes
 * all it left, after the last test. */
export function provideReceiver(): void {
  beforeAll(async () => {
    await mkdir(`${ROOT}.cache`, { recursive: true });
    // Below the repository, because what is not bundled is found from there.
    folder = await mkdtemp(`${ROOT}.cache/receiver-`);
    await buildReceiver(folder);
  });
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    await rm(folder, { recursive: true, force: true });
  });
}

/** What sellers' pages are served from in these tests. */
export const PAGE_ORIGIN = 'https://shop.example';

export function start({ args, ...options }: ReceiverProcessOptions): ReceiverProcess {
  const cli = join(folder, 'receiver/cli.js');
  const receiver = spawnReceiver({ ...options, cli, args: ['--allow-origin', PAGE_ORIGIN, ...args] });
  running.push(receiver);
  return receiver;
}

/** An empty one. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(folder, 'data-'));
}

/** One with the tables that a first start makes, so that the start takes a third of the time. */
export async function folderWithTables(): Promise<string> {
  const dataDir = await temporaryFolder();
  await layDatabase(dataDir);
  return dataDir;
}

export async function addressOf(receiver: ReceiverProcess): Promise<string> {
  const url = await receiver.started;
  if (url === null) throw new Error(`the receiver did not start: ${receiver.said()}`);
  return url;
}

/** One whole verification of an unnamed seller. */
export async function verifyAt(url: string): Promise<Outcome> {
  const answer = await new RemoteSeller(url, PAGE_ORIGIN).verify();
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return parse(OutcomeSchema, await answer.json());
}

/** Starts a receiver that must not start. */
export async function refusalOf(args: readonly string[]): Promise<string> {
  const receiver = start({ args });
  expect(await receiver.started).toBeNull();
  expect(await receiver.ended).toBe(1);
  return receiver.said();
}

/** A receiver without one of its keys does not start where there is a record, and makes no other. */
export async function expectRefusalWithout(keyFile: string): Promise<void> {
  const data = await folderWithRecord();
  await rm(join(data, 'keys', keyFile));
  expect(await refusalOf(['--data', data])).toMatch(`${keyFile} is missing`);
  expect(await readdir(join(data, 'keys'))).not.toContain(keyFile);
}

let folderOfOne: Promise<string> | undefined;
/** A copy of a folder with one record, and no receiver at work in it. */
export async function folderWithRecord(): Promise<string> {
  folderOfOne ??= (async () => {
    const made = await folderWithTables();
    const receiver = start({ args: ['--data', made] });
    await verifyAt(await addressOf(receiver));
    expect(await receiver.stop()).toBe(0);
    return made;
  })();
  const copy = await temporaryFolder();
  await cp(await folderOfOne, copy, { recursive: true });
  return copy;
}
