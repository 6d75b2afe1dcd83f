import { describe, expect, it } from 'vitest';
import type { Threshold } from '../src/core/types.js';
import { demoOptions } from './demo.js';
import { reportFalseHits } from './false-hits.js';
import type { LogEntry } from './log.js';
import { startHarness } from './testing/harness.fixture.js';

const { threshold: demo } = demoOptions();
const { worstGroup: _, ...ungrouped } = demo;

const warningsIn = (logged: readonly LogEntry[]) =>
  logged.filter(({ event }) => event === 'threshold.too_low');

async function warningsAtStart(gallerySize: number) {
  const harness = await startHarness({ gallerySize, threshold: demo });
  await harness.close();
  return warningsIn(harness.logged);
}

function warningsFor(gallerySize: number, threshold: Threshold, stored = 0) {
  const logged: LogEntry[] = [];
  reportFalseHits(stored, { threshold, gallerySize, log: (entry) => logged.push(entry) });
  return warningsIn(logged);
}

describe('the start of a receiver', () => {
  it('warns when the threshold is too low for the planned gallery, by the worst group', async () => {
    const largest = Math.floor(0.1 / demo.worstGroup.fmrAtMost);
    expect(warningsFor(largest, demo)).toEqual([]);
    expect(await warningsAtStart(largest + 1)).toEqual([
      {
        event: 'threshold.too_low',
        gallerySize: largest + 1,
        falseHitsPerNewcomer: (largest + 1) * demo.worstGroup.fmrAtMost,
        measuredOn: 'worst_group',
      },
    ]);
  });

  it('takes the upper bound of the overall rate where no group was measured', () => {
    // No more than one error in 1,000 pairs leaves 0.56 % possible.
    const few = { ...ungrouped, fmr: 0.001, n: 1_000 };
    expect(warningsFor(17, few)).toEqual([]);
    expect(warningsFor(18, few)).toMatchObject([{ gallerySize: 18, measuredOn: 'overall' }]);
  });

  it('warns by what is stored, where that is more than was planned', () => {
    // One error in 100 pairs: up to 5.4 %.
    const threshold = { ...ungrouped, fmr: 0.01, n: 100 };
    expect(warningsFor(1, threshold, 2)).toMatchObject([{ event: 'threshold.too_low', gallerySize: 2 }]);
  });

  it('says what a newcomer must expect, overall and in the worst group', () => {
    const logged: LogEntry[] = [];
    reportFalseHits(0, { threshold: demo, gallerySize: 1_000, log: (entry) => logged.push(entry) });
    const [expected] = logged;
    if (expected?.event !== 'search.expected') throw new Error('nothing was said');
    expect(expected.worstGroup?.falseHits).toBeCloseTo(1_000 * demo.worstGroup.fmrAtMost);
    expect(expected.worstGroup?.fpir).toBeCloseTo(1 - (1 - demo.worstGroup.fmrAtMost) ** 1_000);
    expect(expected.overall.fpir).toBeLessThan(expected.worstGroup?.fpir ?? 0);
  });
});
