import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startReceiver } from '../package-check/checks.js';
import { packPackage } from '../package-check/consumer.js';
import { browserVersion } from '../package-check/walk.js';
import { lastLine } from '../test/counts.js';
import { resultPage, resultTable, type StackResult } from './results.js';
import { buildStack, type Scene, walkStack } from './run-stack.js';
import type { Stack } from './stack.js';
import { STACKS } from './stacks.js';

/** `npm run test:stacks -- [NAME…] [--build-only] [--write]`, after a build: the packed package in other people's tools, all of them or those that
 * are named. `--write` writes docs/stacks.md. Installs from the registry. The last line is the sum. */

interface Wish {
  readonly stacks: readonly Stack[];
  readonly buildOnly: boolean;
  readonly write: boolean;
}

function wishOf(args: readonly string[]): Wish {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'build-only': { type: 'boolean' }, write: { type: 'boolean' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !STACKS.some((stack) => stack.name === name));
  if (unknown.length > 0)
    throw new TypeError(
      `no stack ${unknown.join(', ')}; there are ${STACKS.map(({ name }) => name).join(', ')}`,
    );
  const { 'build-only': buildOnly = false, write = false } = values;
  if (buildOnly && write) throw new TypeError('--write needs what --build-only leaves out');
  const stacks = STACKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { stacks, buildOnly, write };
}

async function tried(stack: Stack, scene: Scene, buildOnly: boolean): Promise<StackResult> {
  const startedAt = Date.now();
  const end = (reached: StackResult['reached']): StackResult => {
    const seconds = (Date.now() - startedAt) / 1000;
    console.log(
      `${reached === null ? '✗' : '✓'} ${stack.name}: ${reached ?? 'failed'} (${seconds.toFixed(1)} s)`,
    );
    return { stack, reached, seconds };
  };
  try {
    const app = await buildStack(stack, scene);
    return end(buildOnly ? 'built' : await walkStack(stack, app, scene));
  } catch (thrown) {
    console.error(thrown);
    return end(null);
  } finally {
    // Some install half a gigabyte.
    await rm(join(scene.folder, stack.name), { recursive: true, force: true });
  }
}

async function main({ stacks, buildOnly, write }: Wish): Promise<void> {
  // The real path, because Vite compares it with those of the packages.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'candor-stacks-')));
  const receiver = await startReceiver(join(folder, 'receiver'));
  try {
    const scene = { folder, tarball: await packPackage(folder), endpoint: receiver.url };
    const results: StackResult[] = [];
    for (const stack of stacks) results.push(await tried(stack, scene, buildOnly));
    console.log(resultTable(results));
    const untried = STACKS.filter((stack) => !stacks.includes(stack)).map(({ name }) => name);
    if (write) await writeFile('docs/stacks.md', resultPage(results, untried, await browserVersion()));
    const failed = results.filter(({ reached }) => reached === null).length;
    process.exitCode = failed === 0 ? 0 : 1;
    console.log(lastLine({ passed: results.length - failed, failed, skipped: 0 }));
  } finally {
    await receiver.close();
    await rm(folder, { recursive: true });
  }
}

await main(wishOf(process.argv.slice(2)));
