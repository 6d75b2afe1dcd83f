/** How the single tests of a suite ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What each skipped test belongs to, in words: the reason is in it. */
  readonly skipped: readonly string[];
}

export const ONE_PASSED: Counts = { passed: 1, failed: 0, skipped: [] };
export const ONE_FAILED: Counts = { passed: 0, failed: 1, skipped: [] };

/** What is read of the report that Vitest's `json` reporter writes. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly ancestorTitles: readonly string[];
    }[];
  }[];
}

const ENDED: ReadonlySet<string> = new Set(['passed', 'failed']);

/** A file that fails before its first test counts as one failure. */
export function countVitest(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: tests
      .filter(({ status }) => !ENDED.has(status))
      .map(({ title, ancestorTitles: [group = title] }) => group),
  };
}

/** A file, or a group in one. */
interface PlaywrightSuite {
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
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
  readonly errors: readonly unknown[];
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

/** A test that passes on its second try has failed once: whoever asks for retries (`--retries`) is still told. */
export function countPlaywright({ stats, suites, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: suites.flatMap(skippedIn),
  };
}

/** Reads the last line of a suite that prints its own sum. */
export function countLastLine(output: string): Counts {
  const found = /(\d+) passed, (\d+) failed\s*$/.exec(output);
  if (found === null) throw new TypeError('the suite printed no sum');
  return { passed: Number(found[1]), failed: Number(found[2]), skipped: [] };
}

export function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: [...total.skipped, ...skipped],
    }),
    { passed: 0, failed: 0, skipped: [] },
  );
}

/** What a suite skipped, and why, for the end of `npm test`: nobody reads that far up. Null where it skipped nothing. */
export function skippedLine(suite: string, { skipped }: Counts): string | null {
  if (skipped.length === 0) return null;
  return `${suite}: ${skipped.length} skipped: ${[...new Set(skipped)].join('; ')}`;
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
