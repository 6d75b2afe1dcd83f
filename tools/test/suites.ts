import { readFileSync } from 'node:fs';
import {
  type Counts,
  countLastLine,
  countPlaywright,
  countVitest,
  ONE_FAILED,
  ONE_PASSED,
} from './counts.js';

/** What a suite's process left behind. */
export interface SuiteRun {
  /** Exit status; null when it was killed. */
  readonly status: number | null;
  readonly stdout: string;
}

export interface Suite {
  readonly name: string;
  /** A script of package.json and its arguments. */
  readonly script: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** @throws when the suite left nothing to count. */
  count(run: SuiteRun): Counts;
}

const VITEST_REPORT = 'test-results/unit.json';
const ENGINES_REPORT = 'test-results/engines.json';
const PLAYWRIGHT_REPORT = 'test-results/e2e.json';

/** In the order in which they run: what a later one needs, an earlier one makes. */
export const SUITES: readonly Suite[] = [
  check('lint', 'test:lint'),
  check('models', 'models'),
  check('build', 'build'),
  check('size', 'size'),
  check('types', 'test:types'),
  check('layers', 'test:layers'),
  check('api', 'test:api'),
  {
    name: 'unit',
    // With CI set, Vitest would colour a log that is read as text.
    env: process.stdout.isTTY ? {} : { NO_COLOR: '1' },
    script: [
      'test:unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${VITEST_REPORT}`,
    ],
    count: ({ status }) => suspicious(status, countVitest(readReport(VITEST_REPORT))),
  },
  check('clips', 'test:clips'),
  {
    name: 'package',
    script: ['test:package'],
    count: ({ status, stdout }) => suspicious(status, countLastLine(stdout)),
  },
  {
    name: 'e2e',
    script: ['test:e2e', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    count: ({ status }) => suspicious(status, countPlaywright(readReport(PLAYWRIGHT_REPORT))),
  },
  {
    name: 'engines',
    script: [
      'test:answers',
      '--',
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${ENGINES_REPORT}`,
    ],
    count: ({ status }) => suspicious(status, countVitest(readReport(ENGINES_REPORT))),
  },
];

function check(name: string, script: string): Suite {
  return { name, script: [script], count: ({ status }) => (status === 0 ? ONE_PASSED : ONE_FAILED) };
}

/** A process that fails although no test of it did has still failed. */
function suspicious(status: number | null, counts: Counts): Counts {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The shape is the reporter's own; what is missing in it counts to no whole number, which fails the suite. */
function readReport<Report>(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8'));
}
