import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Sum {
  readonly passed: number;
  readonly failed: number;
}

/** How the single tests of a suite ended. */
export interface Counts extends Sum {
  /** Each failed test that the report names: file, title and the beginning of what it said. */
  readonly failures: readonly string[];
  /** What each skipped test belongs to, in words: the reason is in it. */
  readonly skipped: readonly string[];
}

export const ONE_PASSED: Counts = { passed: 1, failed: 0, failures: [], skipped: [] };
export const ONE_FAILED: Counts = { passed: 0, failed: 1, failures: [], skipped: [] };

/** What is read of the report that Vitest's `json` reporter writes. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly VitestFile[];
}

interface VitestFile {
  /** Absolute path. */
  readonly name: string;
  readonly status: string;
  /** Why the file failed before its first test; else empty. */
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly title: string;
    readonly ancestorTitles: readonly string[];
    readonly failureMessages?: readonly string[];
  }[];
}

const ENDED: ReadonlySet<string> = new Set(['passed', 'failed']);

/** A file that fails before its first test counts as one failure. */
export function countVitest(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(isBroken);
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    failures: report.testResults.flatMap(failuresInFile),
    skipped: tests
      .filter(({ status }) => !ENDED.has(status))
      .map(({ title, ancestorTitles: [group = title] }) => group),
  };
}

function isBroken({ status, assertionResults }: VitestFile): boolean {
  return status === 'failed' && assertionResults.length === 0;
}

function failuresInFile(file: VitestFile): readonly string[] {
  const path = relative(process.cwd(), file.name);
  if (isBroken(file)) return [failure([path], file.message)];
  return file.assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ ancestorTitles, title, failureMessages: [message = ''] = [] }) =>
      failure([path, ...ancestorTitles, title], message),
    );
}

const MESSAGE_LENGTH = 600;

function failure(names: readonly string[], message: string): string {
  return `${names.join(' › ')}\n${stripVTControlCharacters(message).slice(0, MESSAGE_LENGTH)}`.trimEnd();
}

/** A file, or a group in one. */
interface PlaywrightSuite {
  readonly specs: readonly {
    readonly file: string;
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
      /** One of each try. */
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

/** What is read of the report that Playwright's `json` reporter writes. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
  /** Errors outside of any test: a file that does not load, a global setup that throws. */
  readonly errors: readonly { readonly message?: string }[];
}

/** Each skipped test by its title, and what `test.skip` was told. */
function skippedIn({ specs, suites = [] }: PlaywrightSuite): readonly string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => {
        const why = annotations.find(({ type }) => type === 'skip')?.description;
        return why === undefined ? title : `${title} (${why})`;
      }),
  );
  return [...own, ...suites.flatMap(skippedIn)];
}

const FAILED: ReadonlySet<string> = new Set(['unexpected', 'flaky']);

function failuresInSuite({ specs, suites = [] }: PlaywrightSuite): readonly string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => FAILED.has(status))
      .map(({ results }) => {
        const [first] = results.flatMap(({ errors }) => errors);
        return failure([file, title], first?.message ?? '');
      }),
  );
  return [...own, ...suites.flatMap(failuresInSuite)];
}

/** A test that passes on its second try has failed once: whoever asks for retries (`--retries`) is still told. */
export function countPlaywright({ stats, suites, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [
      ...suites.flatMap(failuresInSuite),
      ...errors.map(({ message = '' }) => failure(['outside of any test'], message)),
    ],
    skipped: suites.flatMap(skippedIn),
  };
}

/** Reads what a suite prints that writes no report: a line `✗ name` of each check that failed, and its sum as the last line. */
export function countLastLine(output: string): Counts {
  const found = /(\d+) passed, (\d+) failed\s*$/.exec(output);
  if (found === null) throw new TypeError('the suite printed no sum');
  const failures = output.split('\n').filter((line) => line.startsWith('✗ '));
  return { passed: Number(found[1]), failed: Number(found[2]), failures, skipped: [] };
}

export function sum(counts: readonly Sum[]): Sum {
  return counts.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** What a suite skipped, and why, for the end of `npm test`: nobody reads that far up. Null where it skipped nothing. */
export function skippedLine(suite: string, { skipped }: Counts): string | null {
  if (skipped.length === 0) return null;
  return `${suite}: ${skipped.length} skipped: ${[...new Set(skipped)].join('; ')}`;
}

/** What failed in a suite and what it said, for the end of `npm test`; null where nothing did. */
export function failedLines(suite: string, { failed, failures }: Counts): string | null {
  if (failed === 0) return null;
  return [`${suite}: ${failed} failed`, ...failures.map((text) => text.replaceAll(/^/gm, '  '))].join('\n');
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed }: Sum): string {
  return `${passed} passed, ${failed} failed`;
}
