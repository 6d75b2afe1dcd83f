import { mkdirSync, rmSync } from 'node:fs';
import { makeSureOfChromium } from './chromium.js';
import { type Counts, failedLines, lastLine, ONE_FAILED, skippedLine, sum } from './counts.js';
import { type Place, runLanes } from './lanes.js';
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

  const run = async (suite: Suite, place: Place): Promise<readonly Ended[]> =>
    interrupted.signal.aborted
      ? []
      : [{ name: suite.name, counts: await runAndCount(suite, place, interrupted.signal) }];
  const ended = await allEnded(runLanes(suites, run), interrupted);
  const counts = ended.map((suite) => suite.counts);
  const total = sum(interrupted.signal.aborted ? [...counts, ONE_FAILED] : counts);
  process.exitCode = total.failed === 0 ? 0 : 1;
  for (const suite of ended) {
    const line = skippedLine(suite.name, suite.counts);
    if (line !== null) console.log(line);
  }
  // Last: of a long log, some keep only the end.
  for (const suite of ended) {
    const lines = failedLines(suite.name, suite.counts);
    if (lines !== null) console.log(lines);
  }
  console.log(lastLine(total));
}

interface Ended {
  readonly name: string;
  readonly counts: Counts;
}

/** Where a suite cannot even be started, the one that runs at the same time ends too. */
async function allEnded(
  running: Promise<readonly (readonly Ended[])[]>,
  interrupted: AbortController,
): Promise<readonly Ended[]> {
  try {
    return (await running).flat();
  } catch (thrown) {
    interrupted.abort();
    throw thrown;
  }
}

async function runAndCount(suite: Suite, place: Place, signal: AbortSignal): Promise<Counts> {
  const startedAt = Date.now();
  const heading = `\n── ${suite.name}`;
  if (place === 'alone') console.log(heading);
  const run = await runSuite(suite, place, signal);
  // In one piece: the other lane prints too.
  if (place === 'beside') process.stdout.write(`${heading}\n${run.unshown}`);
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
