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

async function warningsAtStart(gallerySize: number, threshold: Threshold = demo) {
  const harness = await startHarness({ gallerySize, threshold });
  await harness.close();
  return warningsIn(harness.logged);
}

describe('the start of a receiver', () => {
  it('warns when the threshold is too low for the planned gallery, by the worst group', async () => {
    const largest = Math.floor(0.1 / demo.worstGroup.fmrAtMost);
    expect(await warningsAtStart(largest)).toEqual([]);
    expect(await warningsAtStart(largest + 1)).toEqual([
      {
        event: 'threshold.too_low',
        gallerySize: largest + 1,
        falseHitsPerNewcomer: (largest + 1) * demo.worstGroup.fmrAtMost,
        measuredOn: 'worst_group',
      },
    ]);
  });

  it('takes the upper bound of the overall rate where no group was measured', async () => {
    // No more than one error in 1,000 pairs leaves 0.56 % possible.
    const few = { ...ungrouped, fmr: 0.001, n: 1_000 };
    expect(await warningsAtStart(17, few)).toEqual([]);
    expect(await warningsAtStart(18, few)).toMatchObject([{ gallerySize: 18, measuredOn: 'overall' }]);
  });

  it('warns by what is stored, where that is more than was planned', () => {
    const logged: LogEntry[] = [];
    // One error in 100 pairs: up to 5.4 %.
    const threshold = { ...ungrouped, fmr: 0.01, n: 100 };
    reportFalseHits(2, { threshold, gallerySize: 1, log: (entry) => logged.push(entry) });
    expect(warningsIn(logged)).toMatchObject([{ event: 'threshold.too_low', gallerySize: 2 }]);
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
