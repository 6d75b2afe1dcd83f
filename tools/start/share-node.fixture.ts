import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { EMPTY, layDatabaseIn } from '../../shares/node/database-folder.fixture.js';
import { buildShareNode } from '../build/doors.js';
import { ROOT } from '../build/root.js';
import { PARTIES } from './share-nodes.js';

/** Bundles `candor-share-node` from the sources as they are now, and removes it after the last test. A start from the sources
 * themselves takes twice the processor time, and three operators are seven starts.
 * @returns what Node runs. */
export async function bundleShareNode(): Promise<readonly string[]> {
  await mkdir(`${ROOT}.cache`, { recursive: true });
  // Below the repository, because what is not bundled is found from there.
  const folder = await mkdtemp(`${ROOT}.cache/share-node-`);
  afterAll(() => rm(folder, { recursive: true }));
  await buildShareNode(folder);
  // Its database lives for seconds: what V8 spends on optimizing that one's WebAssembly does not come back.
  return ['--liftoff-only', `${folder}/share-node/cli.js`];
}

/** Makes what `startShareNodes` would make of the three, with empty databases: making those takes most of a first start. That is made in
 * e2e/start.spec.ts. */
export async function prepareOperators(program: readonly string[], folder: string): Promise<void> {
  for (const party of PARTIES) {
    const place = join(folder, `operator-${party}`);
    // The address is filled in at each start.
    const init = ['init', '--party', `${party}`, '--dir', place, '--host', '127.0.0.1', '--port', '1'];
    await promisify(execFile)(process.execPath, [...program, ...init]);
    await layDatabaseIn(join(place, 'data/database'), EMPTY);
  }
}
