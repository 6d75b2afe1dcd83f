import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageJson, ROOT } from '../build/root.js';
import type { AssetSize } from './assets.js';
import { type Budget, compared, type FileBudget, filesOverBudget, overBudget } from './budget.js';

const SIZE = { plain: 900, gzip: 300, brotli: 250 };
const SIZES = new Map([['candor', { notice: SIZE, guidance: SIZE, whole: SIZE }]]);
const ENOUGH = { gzip: 300, brotli: 250 };

describe('a budget', () => {
  it('allows what is exactly as large as it says', () => {
    const measured = compared(SIZES, { candor: { notice: ENOUGH, guidance: ENOUGH, whole: ENOUGH } });
    expect(measured).toHaveLength(6);
    expect(overBudget(measured)).toEqual([]);
  });

  it('names each number that is larger', () => {
    const tight = {
      candor: { notice: { gzip: 299, brotli: 250 }, guidance: ENOUGH, whole: { gzip: 300, brotli: 10 } },
    };
    expect(
      overBudget(compared(SIZES, tight)).map(({ stage, encoding, bytes }) => [stage, encoding, bytes]),
    ).toEqual([
      ['notice', 'gzip', 300],
      ['whole', 'brotli', 250],
    ]);
  });

  it('is there for each door, or the door is over it', () => {
    expect(overBudget(compared(SIZES, {}))).toHaveLength(6);
    const budget: Budget = JSON.parse(readFileSync(`${ROOT}tools/size/budget.json`, 'utf8'));
    const doors = Object.keys(budget).map((door) => door.replace('candor', '.'));
    expect(doors).toEqual(['.', './headless', './element']);
    // What a seller on a slow line waits for (docs/phones.md).
    for (const { guidance, whole } of Object.values(budget)) {
      expect(guidance.brotli).toBeLessThanOrEqual(6_000_000);
      expect(whole.brotli).toBeLessThanOrEqual(12_000_000);
    }
    for (const door of doors) expect(packageJson.exports).toHaveProperty([door]);
  });
});

describe('the budget of a file that three operators ask for', () => {
  const file = (changes: Partial<AssetSize>): AssetSize => ({
    ...SIZE,
    file: 'candor-share-worker.js',
    sha256: '0'.repeat(64),
    isNew: false,
    fetched: 'with-operators',
    ...changes,
  });
  const budget: FileBudget = { 'candor-share-worker.js': ENOUGH };

  it('names it where it is larger, or where nobody has said how large it may be', () => {
    expect(filesOverBudget([file({})], budget)).toEqual([]);
    expect(filesOverBudget([file({ brotli: 251 })], budget)).toEqual(['candor-share-worker.js']);
    expect(filesOverBudget([file({ file: 'other.js' })], budget)).toEqual(['other.js']);
  });

  it('says nothing of what the doors count', () => {
    expect(filesOverBudget([file({ file: 'candor-worker.js', fetched: 'always' })], budget)).toEqual([]);
  });
});
