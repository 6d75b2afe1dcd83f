import { readFileSync } from 'node:fs';
import {
  type Counts,
  countLastLine,
  countPlaywright,
  countVitest,
  ONE_FAILED,
  ONE_PASSED,
} from './counts.js';
import type { Lane } from './lanes.js';

/** What a suite's process left behind. */
export interface SuiteRun {
  /** Exit status; null when it was killed. */
  readonly status: number | null;
  readonly stdout: string;
  /** What was not shown while it ran: of one that runs beside another, all that it said. */
  readonly unshown: string;
}

export interface Suite {
  readonly name: string;
  readonly lane: Lane;
  /** A script of package.json and its arguments. */
  readonly script: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** @throws when the suite left nothing to count. */
  count(run: SuiteRun): Counts;
}

const VITEST_REPORT = 'test-results/unit.json';
const ENGINES_REPORT = 'test-results/engines.json';
/** Characters: of a check without a report, the end of what it printed. */
const END_LENGTH = 1000;
const PLAYWRIGHT_REPORT = 'test-results/e2e.json';

/** In the order in which those of a lane run: what a later one needs, an earlier one makes. */
export const SUITES: readonly Suite[] = [
  check('lint', 'test:lint', 'first'),
  check('models', 'models', 'first'),
  check('build', 'build', 'first'),
  check('size', 'size', 'beside'),
  check('types', 'test:types', 'beside'),
  check('layers', 'test:layers', 'beside'),
  check('api', 'test:api', 'beside'),
  {
    name: 'unit',
    lane: 'beside',
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
  check('clips', 'test:clips', 'package'),
  {
    name: 'package',
    lane: 'package',
    script: ['test:package'],
    count: ({ status, stdout }) => suspicious(status, countLastLine(stdout)),
  },
  {
    name: 'e2e',
    lane: 'browsers',
    script: ['test:e2e', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    count: ({ status }) => suspicious(status, countPlaywright(readReport(PLAYWRIGHT_REPORT))),
  },
  {
    name: 'engines',
    lane: 'browsers',
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

function check(name: string, script: string, lane: Lane): Suite {
  const count: Suite['count'] = ({ status, unshown }) =>
    status === 0 ? ONE_PASSED : { ...ONE_FAILED, failures: [unshown.slice(-END_LENGTH).trim()] };
  return { name, lane, script: [script], count };
}

/** A process that fails although no test of it did has still failed. */
function suspicious(status: number | null, counts: Counts): Counts {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The shape is the reporter's own; what is missing in it counts to no whole number, which fails the suite. */
function readReport<Report>(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8'));
}
