import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { genuine, variantIdentity } from '../src/testing/index.js';
import { recordVideo } from './support/record-video.js';

/** The commands that measure people, on two rendered ones: that they run to their end, and what they write. What they say of people,
 * no rendering can tell. */

const MINUTE_MS = 60_000;
const COMMAND_MS = 10 * MINUTE_MS;

async function command(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/bootstrap.mjs', ...args], {
    timeout: COMMAND_MS,
    maxBuffer: 64 << 20,
  });
  return stdout;
}

/** Each way has a row, with a number in it. */
function expectEachWay(report: string): void {
  const rows = report.split('\n').filter((line) => /^\| (mean|the)/.test(line));
  expect(rows).toHaveLength(2 * 7);
  for (const row of rows) expect(row).toMatch(/\| [01]\.\d{3} \|.*\| -?[01]\.\d{3} \|/);
}

test('bench:accuracy reads pictures with each engine, to its threshold and its counts', {
  tag: '@slow',
}, async () => {
  test.setTimeout(COMMAND_MS);
  const out = test.info().outputPath('accuracy');
  await command('bench:accuracy', '--people', '2', '--out', out);
  const report = await readFile(join(out, 'accuracy.md'), 'utf8');
  expect(report).toContain('this tests the program only');
  for (const engine of ['candor', 'human', 'face-api']) expect(report).toContain(`### ${engine} (`);
  const counts = await readFile(join(out, 'counts.csv'), 'utf8');
  // Three pictures of each of two: six genuine pairs, and one of the first pictures.
  expect(counts).toContain('# candor: 7 pairs');
  expect((await readFile(join(out, 'scores.csv'), 'utf8')).match(/^candor,/gm)).toHaveLength(7);
});

test('bench:templates compares every way on rendered persons', { tag: '@slow' }, async () => {
  test.setTimeout(COMMAND_MS);
  const report = await command('bench:templates', '--persons', '2');
  expect(report).toContain('Rendered persons: this tests the program');
  expectEachWay(report);
});

test('videos go through bench:templates and report:liveness', { tag: '@slow' }, async ({ page }) => {
  test.setTimeout(3 * COMMAND_MS);
  const folder = test.info().outputPath('clips');
  await mkdir(join(folder, 'genuine'), { recursive: true });
  for (const number of [1, 2]) {
    const script = genuine({ identity: variantIdentity(number), take: 1, challenge: [], durationMs: 6_500 });
    await recordVideo(page, script, join(folder, 'genuine', `${number}.webm`));
  }
  expectEachWay(await command('bench:templates', '--clips', folder));

  await command('report:liveness', '--clips', folder);
  const report = await readFile(join(folder, 'liveness-report.md'), 'utf8');
  expect(report).toContain('Did not get past positioning: 0/2');
  expect(report).toMatch(/\| genuine\/1\.webm \| 4\.9 s \| yes \|/);
  expect(report).toContain('Found live although nobody followed a cue: 0/2');
});
