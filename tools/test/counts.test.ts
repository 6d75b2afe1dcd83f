import { describe, expect, it } from 'vitest';
import { countLastLine, countPlaywright, countVitest, lastLine, skippedLine, sum } from './counts.js';

const vitestReport = { numPassedTests: 7, numFailedTests: 1 };
const one = (status: string, ...ancestorTitles: string[]) => ({ status, title: 'a test', ancestorTitles });
const WEBKIT = 'WebKitGTK (skipped: apt-get install webkit2gtk-driver)';

describe('countVitest', () => {
  it('counts single tests, not files, and names the group of those that were skipped, or themselves', () => {
    const assertionResults = [
      one('passed'),
      one('failed'),
      one('skipped', WEBKIT, 'a part'),
      one('pending', WEBKIT),
      one('todo'),
    ];
    const testResults = [{ status: 'failed', assertionResults }];
    const skipped = [WEBKIT, WEBKIT, 'a test'];
    expect(countVitest({ ...vitestReport, testResults })).toEqual({ passed: 7, failed: 1, skipped });
  });

  it('counts a file that does not even load as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...vitestReport, numFailedTests: 0, testResults }).failed).toBe(1);
  });
});

describe('countPlaywright', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 };
  const spec = (title: string, status: string, ...annotations: { type: string; description?: string }[]) => ({
    title,
    tests: [{ status, annotations }],
  });

  it('counts a test that passed on its second try only as failed', () => {
    expect(countPlaywright({ stats, suites: [], errors: [] })).toEqual({ passed: 5, failed: 2, skipped: [] });
  });

  it('names what was skipped, in groups too, with the reason that was given', () => {
    const inner = { specs: [spec('b', 'skipped', { type: 'skip', description: 'no GPU' })] };
    const suites = [
      { specs: [spec('a', 'expected'), spec('c', 'skipped', { type: 'skip' })], suites: [inner] },
    ];
    expect(countPlaywright({ stats, suites, errors: [] }).skipped).toEqual(['c', 'b (no GPU)']);
  });

  it('counts an error outside of any test as a failure', () => {
    const only = { ...stats, unexpected: 0, flaky: 0 };
    expect(countPlaywright({ stats: only, suites: [], errors: [{}] }).failed).toBe(1);
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
    { passed: 10, failed: 0, skipped: ['a test'] },
    { passed: 2, failed: 3, skipped: [] },
  ];
  expect(lastLine(sum(suites))).toBe('12 passed, 3 failed');
});

it('says at the end what a suite skipped and why, each reason once, and nothing of one that skipped nothing', () => {
  const counts = { passed: 4, failed: 0, skipped: [WEBKIT, WEBKIT] };
  expect(skippedLine('engines', counts)).toBe(`engines: 2 skipped: ${WEBKIT}`);
  expect(skippedLine('unit', { ...counts, skipped: [] })).toBeNull();
});
