import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveStatic } from '@hono/node-server/serve-static';
import { chromium } from '@playwright/test';
import { Hono } from 'hono';
import { build } from 'vite';
import { genuine, IDENTITIES, writeClip } from '../../src/testing/index.js';
import { bundle } from '../../tools/build/bundle.js';
import { ROOT } from '../../tools/build/root.js';
import { CHROMIUM_ARGS } from '../../tools/lab/chromium-args.js';
import { TEST_CHALLENGE } from '../../tools/lab/receiver.js';
import { serveApp } from '../../tools/start/serve-app.js';
import { makeSureOfChromium } from '../../tools/test/chromium.js';
import type { CaptureCost } from '../pages/cost.js';
import { spreadOf } from '../path/statistics.js';

/** `npm run bench:cost -- --before REF`: what the worker costs in this checkout and in an earlier commit, over the same
 * pictures, in turns in one Chromium; writes docs/worker-cost.md. Without REF, the parent commit. */

const FOLDER = join(ROOT, '.cache', 'bench-cost');
const ROUNDS = 5;
const CAPTURES = 2;

type Build = 'before' | 'after';

/** An earlier commit, built with this checkout's packages and models. */
async function buildEarlier(ref: string): Promise<string> {
  const tree = join(FOLDER, 'tree');
  execFileSync('git', ['worktree', 'prune']);
  execFileSync('git', ['worktree', 'add', '--force', '--detach', tree, ref], { stdio: 'ignore' });
  await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  await cp(join(ROOT, 'public/models'), join(tree, 'public/models'), { recursive: true, force: false });
  execFileSync('npx', ['tsx', 'tools/build/main.ts', '--without-types'], { cwd: tree, stdio: 'ignore' });
  return tree;
}

async function publish(name: Build, tree: string): Promise<void> {
  await cp(join(tree, 'dist/assets'), join(FOLDER, 'site', name, 'assets'), { recursive: true });
  await bundle(
    { input: join(tree, 'src/vision/client.ts'), platform: 'browser' },
    { file: join(FOLDER, 'site', name, 'client.js'), codeSplitting: false },
  );
}

async function buildPage(): Promise<void> {
  await build({
    configFile: 'vite.config.ts',
    root: 'bench/pages',
    logLevel: 'error',
    build: {
      outDir: join(FOLDER, 'site'),
      emptyOutDir: false,
      rolldownOptions: { input: ['bench/pages/cost.html'], onLog: () => {} },
    },
  });
}

async function measure(clip: string): Promise<Record<Build, CaptureCost[]>> {
  const app = new Hono();
  app.get('/clip.mjpeg', serveStatic({ path: clip }));
  app.use('*', serveStatic({ root: '.cache/bench-cost/site' }));
  const site = await serveApp(app, 0);
  const { path } = makeSureOfChromium(console.error);
  const browser = await chromium.launch({ executablePath: path, args: [...CHROMIUM_ARGS] });
  const costs: Record<Build, CaptureCost[]> = { before: [], after: [] };
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}/cost.html`);
    await page.waitForFunction(() => 'measureCost' in window);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of ['before', 'after'] as const) {
        const taken = await page.evaluate(
          ([one, captures]) => window.measureCost(one, '/clip.mjpeg', captures),
          [name, CAPTURES] as const,
        );
        costs[name].push(...taken);
        console.log(
          `round ${round}, ${name}: ${taken.map(({ totalMs }) => Math.round(totalMs)).join(', ')} ms`,
        );
      }
    }
    return costs;
  } finally {
    await browser.close();
    await site.close();
  }
}

function row(
  what: string,
  costs: Record<Build, CaptureCost[]>,
  of: (cost: CaptureCost) => readonly number[],
): string {
  const [before, after] = (['before', 'after'] as const).map((name) => spreadOf(costs[name].flatMap(of)));
  const cell = (spread: typeof before): string =>
    `${spread?.median.toFixed(1)} ms (p95 ${spread?.p95.toFixed(1)}, n = ${spread?.n})`;
  const ratio = ((after?.median ?? Number.NaN) / (before?.median ?? Number.NaN)).toFixed(3);
  return `| ${what} | ${cell(before)} | ${cell(after)} | ${ratio} |`;
}

function toMarkdown(ref: string, costs: Record<Build, CaptureCost[]>): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `# What the worker costs

\`npm run bench:cost -- --before ${ref}\`: the analysis worker of \`${ref}\` and of \`${commit}\`, over the same 150 pictures of a
rendered person, one frame of twelve embedded, in turns in one Chromium (software GPU), ${ROUNDS} rounds of ${CAPTURES} captures.
Load of the machine afterwards: ${loadavg()
    .map((value) => value.toFixed(1))
    .join(', ')}. Times are of a shared machine; the ratio is what counts.
The pictures are bitmaps: what it takes to convert a camera's colours is not in it, nor are the checks themselves, which the page does.

| | before | after | ratio of the medians |
|---|---|---|---|
${row('Worker, whole clip', costs, ({ totalMs }) => [totalMs])}
${row('One frame', costs, ({ frameMs }) => frameMs)}
${row('After the clip, until the embedding is there', costs, ({ finishMs }) => [finishMs])}
`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { before: { type: 'string', default: 'HEAD~1' } } });
  const ref = execFileSync('git', ['rev-parse', '--short', values.before], { encoding: 'utf8' }).trim();
  const tree = join(FOLDER, 'tree');
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(join(FOLDER, 'site'), { recursive: true });
  try {
    await buildEarlier(ref);
    await publish('before', tree);
    await publish('after', ROOT);
    await buildPage();
    const clip = await writeClip(genuine({ identity: IDENTITIES.ada, challenge: TEST_CHALLENGE }));
    const report = toMarkdown(ref, await measure(clip));
    console.log(report);
    await writeFile('docs/worker-cost.md', report);
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', tree]);
  }
}

await main();
