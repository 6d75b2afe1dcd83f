import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startReceiver } from '../package-check/checks.js';
import { packPackage } from '../package-check/consumer.js';
import { browserVersion, type Goal } from '../package-check/walk.js';
import { lastLine } from '../test/counts.js';
import { hasReached, type Reached, resultPage, resultTable, type StackResult, seenAfter } from './results.js';
import { buildStack, type Scene, walkStack } from './run-stack.js';
import { readSeen, SEEN } from './seen.js';
import type { Stack } from './stack.js';
import { STACKS } from './stacks.js';

/** `npm run test:stacks -- [NAME…] [--build-only] [--write]`, after a build: the packed package in other people's tools, all of them or those that
 * are named. `--write` keeps what was seen in tools/stacks/seen.json and writes docs/stacks.md of it: what other runs saw of other stacks
 * stays. Installs from the registry. The last line is the sum. */

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
  const stacks = STACKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { stacks, buildOnly, write };
}

async function tried(stack: Stack, scene: Scene, buildOnly: boolean): Promise<StackResult> {
  const startedAt = Date.now();
  let reached: Reached = 'nothing';
  try {
    const app = await buildStack(stack, scene);
    reached = 'built';
    const onReached = (goal: Goal): void => {
      reached = goal;
    };
    if (!buildOnly) await walkStack(stack, app, scene, onReached);
  } catch (thrown) {
    console.error(thrown);
  } finally {
    // Some install half a gigabyte.
    await rm(join(scene.folder, stack.name), { recursive: true, force: true });
  }
  console.log(`${stack.name}: ${reached} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  return { stack, tried: buildOnly ? 'build' : 'walk', reached };
}

async function writePage(results: readonly StackResult[]): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const run = { date, browser: await browserVersion() };
  const seen = seenAfter(await readSeen(), results, run);
  await writeFile(SEEN, `${JSON.stringify(seen, null, 2)}\n`);
  await writeFile('docs/stacks.md', resultPage(STACKS, seen));
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
    if (write) await writePage(results);
    const failed = results.filter(
      ({ stack: { goal = 'positioning' }, reached }) => !hasReached(reached, buildOnly ? 'built' : goal),
    ).length;
    process.exitCode = failed === 0 ? 0 : 1;
    console.log(lastLine({ passed: results.length - failed, failed }));
  } finally {
    await receiver.close();
    await rm(folder, { recursive: true });
  }
}

await main(wishOf(process.argv.slice(2)));
