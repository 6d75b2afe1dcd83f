import { mkdirSync, rmSync } from 'node:fs';
import { makeSureOfChromium } from './chromium.js';
import { type Counts, lastLine, ONE_FAILED, skippedLine, sum } from './counts.js';
import { runSuite } from './run-suite.js';
import { SUITES, type Suite } from './suites.js';

/** `npm test`: every suite, whatever the ones before it said. `npm test -- unit e2e` runs only those. */
async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new TypeError(`there is no suite ${unknown.join(', ')}`);
  const suites = SUITES.filter(({ name }) => asked.length === 0 || asked.includes(name));

  const chromium = makeSureOfChromium(console.log);
  console.log(`Chromium: ${chromium.path} (${chromium.origin})`);
  process.env.CHROMIUM_PATH = chromium.path;

  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  // A report of an earlier run must not be counted.
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results');

  const all: Counts[] = [];
  const skipped: string[] = [];
  for (const suite of suites) {
    if (interrupted.signal.aborted) break;
    const counts = await runAndCount(suite, interrupted.signal);
    all.push(counts);
    const line = skippedLine(suite.name, counts);
    if (line !== null) skipped.push(line);
  }
  const total = interrupted.signal.aborted ? sum([...all, ONE_FAILED]) : sum(all);
  process.exitCode = total.failed === 0 ? 0 : 1;
  for (const line of skipped) console.log(line);
  console.log(lastLine(total));
}

async function runAndCount(suite: Suite, signal: AbortSignal): Promise<Counts> {
  const startedAt = Date.now();
  console.log(`\n── ${suite.name}`);
  const run = await runSuite(suite, signal);
  const counts = countOrFail(suite, run);
  const skipped = counts.skipped.length > 0 ? `, ${counts.skipped.length} skipped` : '';
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`${suite.name}: ${lastLine(counts)}${skipped} (${seconds} s)`);
  return counts;
}

function countOrFail(suite: Suite, run: Parameters<Suite['count']>[0]): Counts {
  try {
    const counts = suite.count(run);
    if ([counts.passed, counts.failed].every(Number.isInteger)) return counts;
    throw new TypeError('its report has another shape');
  } catch (thrown) {
    console.error(`${suite.name} left nothing to count: ${String(thrown)}`);
    return ONE_FAILED;
  }
}

main(process.argv.slice(2)).catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  console.log(lastLine(ONE_FAILED));
  process.exitCode = 1;
});
