import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  countLastLine,
  countPlaywright,
  countVitest,
  failedLines,
  lastLine,
  skippedLine,
  sum,
} from './counts.js';

const vitestReport = { numPassedTests: 7, numFailedTests: 1 };
const one = (status: string, ...ancestorTitles: string[]) => ({ status, title: 'a test', ancestorTitles });
const FILE = resolve('src/a.test.ts');
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
    const testResults = [{ name: FILE, status: 'failed', message: '', assertionResults }];
    const skipped = [WEBKIT, WEBKIT, 'a test'];
    expect(countVitest({ ...vitestReport, testResults })).toMatchObject({ passed: 7, failed: 1, skipped });
  });

  it('counts a file that does not even load as a failure', () => {
    const testResults = [{ name: FILE, status: 'failed', message: 'no such module', assertionResults: [] }];
    const counts = countVitest({ ...vitestReport, numFailedTests: 0, testResults });
    expect(counts).toMatchObject({ failed: 1, failures: ['src/a.test.ts\nno such module'] });
  });

  it('names each failed test with its file and the beginning of what it said, without colours', () => {
    const failed = {
      ...one('failed', 'a group'),
      failureMessages: [`\u001b[31mexpected 1 to be 2\u001b[39m${'.'.repeat(2000)}`],
    };
    const testResults = [
      { name: FILE, status: 'failed', message: '', assertionResults: [one('passed'), failed] },
    ];
    const [first = '', ...others] = countVitest({ ...vitestReport, testResults }).failures;
    expect(first.startsWith('src/a.test.ts › a group › a test\nexpected 1 to be 2...')).toBe(true);
    expect(first.length).toBeLessThan(700);
    expect(others).toEqual([]);
  });
});

describe('countPlaywright', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 };
  const spec = (title: string, status: string, ...annotations: { type: string; description?: string }[]) => ({
    file: 'a.spec.ts',
    title,
    tests: [{ status, annotations, results: [{ errors: [] }, { errors: [{ message: 'too late' }] }] }],
  });

  it('counts a test that passed on its second try only as failed', () => {
    expect(countPlaywright({ stats, suites: [], errors: [] })).toMatchObject({ passed: 5, failed: 2 });
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
    const errors = [{ message: 'no such file' }];
    expect(countPlaywright({ stats: only, suites: [], errors })).toMatchObject({
      failed: 1,
      failures: ['outside of any test\nno such file'],
    });
  });

  it('names what failed, with the first thing that was said', () => {
    const inner = { specs: [spec('b', 'flaky')] };
    const suites = [{ specs: [spec('a', 'expected'), spec('c', 'unexpected')], suites: [inner] }];
    expect(countPlaywright({ stats, suites, errors: [] }).failures).toEqual([
      'a.spec.ts › c\ntoo late',
      'a.spec.ts › b\ntoo late',
    ]);
  });
});

describe('countLastLine', () => {
  it('reads the sum at the end', () => {
    expect(countLastLine('1 passed, 2 failed\n✓ a\n✗ b (1 s)\n6 passed, 0 failed\n')).toMatchObject({
      passed: 6,
      failed: 0,
      failures: ['✗ b (1 s)'],
    });
  });

  it('does not take silence for success', () => {
    expect(() => countLastLine('crashed')).toThrow('no sum');
  });
});

it('sums all suites into the line that ends npm test', () => {
  const suites = [
    { passed: 10, failed: 0 },
    { passed: 2, failed: 3 },
  ];
  expect(lastLine(sum(suites))).toBe('12 passed, 3 failed');
});

it('says at the end what a suite skipped and why, each reason once, and nothing of one that skipped nothing', () => {
  const counts = { passed: 4, failed: 0, failures: [], skipped: [WEBKIT, WEBKIT] };
  expect(skippedLine('engines', counts)).toBe(`engines: 2 skipped: ${WEBKIT}`);
  expect(skippedLine('unit', { ...counts, skipped: [] })).toBeNull();
});

it('says last what failed and what it said, and nothing of a suite in which nothing did', () => {
  const counts = { passed: 4, failed: 1, failures: ['a.test.ts › b\nexpected 1\nto be 2'], skipped: [] };
  expect(failedLines('unit', counts)).toBe('unit: 1 failed\n  a.test.ts › b\n  expected 1\n  to be 2');
  expect(failedLines('unit', { ...counts, failed: 0, failures: [] })).toBeNull();
});
