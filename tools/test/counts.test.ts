import { describe, expect, it } from 'vitest';
import { countLastLine, countPlaywright, countVitest, lastLine, sum } from './counts.js';

const vitestReport = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

describe('countVitest', () => {
  it('counts single tests, not files', () => {
    const testResults = [{ status: 'failed', assertionResults: [{}, {}] }];
    expect(countVitest({ ...vitestReport, testResults })).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('counts a file that does not even load as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...vitestReport, numFailedTests: 0, testResults }).failed).toBe(1);
  });
});

describe('countPlaywright', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };

  it('counts a test that passed on its second try only as failed', () => {
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('counts an error outside of any test as a failure', () => {
    expect(countPlaywright({ stats: { ...stats, unexpected: 0, flaky: 0 }, errors: [{}] }).failed).toBe(1);
  });
});

describe('countLastLine', () => {
  it('reads the sum at the end', () => {
    expect(countLastLine('1 passed, 2 failed\nmore\n6 passed, 0 failed\n')).toMatchObject({
      passed: 6,
      failed: 0,
    });
  });

  it('does not take silence for success', () => {
    expect(() => countLastLine('crashed')).toThrow('no sum');
  });
});

it('sums all suites into the line that ends npm test', () => {
  const suites = [
    { passed: 10, failed: 0, skipped: 1 },
    { passed: 2, failed: 3, skipped: 0 },
  ];
  expect(lastLine(sum(suites))).toBe('12 passed, 3 failed');
});
