import { describe, expect, it } from 'vitest';
import type { Threshold } from '../src/core/types.js';
import { demoOptions } from './demo.js';
import { FalseHitsWatch } from './false-hits.js';
import type { LogEntry } from './log.js';
import { INDEX_KINDS } from './store/index-kinds.js';
import { enrol } from './testing/cases.fixture.js';
import { newFace, startHarness } from './testing/harness.fixture.js';

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
  new FalseHitsWatch({ threshold, gallerySize, log: (entry) => logged.push(entry) }).start(stored);
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
    const log = (entry: LogEntry): unknown => logged.push(entry);
    new FalseHitsWatch({ threshold: demo, gallerySize: 1_000, log }).start(0);
    const [expected] = logged;
    if (expected?.event !== 'search.expected') throw new Error('nothing was said');
    expect(expected.worstGroup?.falseHits).toBeCloseTo(1_000 * demo.worstGroup.fmrAtMost);
    expect(expected.worstGroup?.fpir).toBeCloseTo(1 - (1 - demo.worstGroup.fmrAtMost) ** 1_000);
    expect(expected.overall.fpir).toBeLessThan(expected.worstGroup?.fpir ?? 0);
  });

  it('says of an empty gallery up to how many templates the threshold holds, by the worst group', () => {
    const said = (threshold: Threshold): readonly LogEntry[] => {
      const logged: LogEntry[] = [];
      new FalseHitsWatch({ threshold, gallerySize: 0, log: (entry) => logged.push(entry) }).start(0);
      return logged;
    };
    const holdsUpTo = Math.floor(0.1 / demo.worstGroup.fmrAtMost);
    expect(said(demo)).toMatchObject([{ event: 'search.expected', gallerySize: 0, holdsUpTo }]);
    expect(warningsFor(0, demo, holdsUpTo)).toEqual([]);
    expect(warningsFor(0, demo, holdsUpTo + 1)).toHaveLength(1);
    // Of everybody it would hold for more than ten times as many.
    const [overall] = said(ungrouped);
    expect(overall?.event === 'search.expected' && overall.holdsUpTo).toBeGreaterThan(10 * holdsUpTo);
  });
});

describe('a gallery that grows', () => {
  /** At most 1 in 100: up to ten templates. */
  const threshold = { ...demo, worstGroup: { ...demo.worstGroup, fmrAtMost: 0.01 } };

  function watched(gallerySize: number) {
    const logged: LogEntry[] = [];
    const watch = new FalseHitsWatch({ threshold, gallerySize, log: (entry) => logged.push(entry) });
    const warningsAfter = (...sizes: readonly number[]): number => {
      for (const size of sizes) watch.seen(size);
      return warningsIn(logged).length;
    };
    return { watch, warningsAfter };
  }

  it('is warned of once each time that it crosses the bound', () => {
    const { watch, warningsAfter } = watched(0);
    watch.start(0);
    expect(warningsAfter(1, 9, 10)).toBe(0);
    expect(warningsAfter(11, 12, 400)).toBe(1);
    expect(warningsAfter(10, 3)).toBe(1);
    expect(warningsAfter(11)).toBe(2);
  });

  it('is not warned of again where a start has done so, for what is stored or planned', () => {
    for (const [planned, stored] of [
      [0, 11],
      [11, 0],
    ] as const) {
      const { watch, warningsAfter } = watched(planned);
      watch.start(stored);
      expect(warningsAfter(Math.max(1, stored), 12)).toBe(1);
    }
  });

  it.each(INDEX_KINDS)('is warned of while the receiver runs, with the index %s', async (index) => {
    const harness = await startHarness({ threshold, index });
    for (let sellers = 0; sellers < 10; sellers += 1) await enrol(harness, newFace());
    await harness.receiver.upkeep();
    expect(warningsIn(harness.logged)).toEqual([]);
    await enrol(harness, newFace());
    await enrol(harness, newFace());
    await harness.receiver.upkeep();
    expect(warningsIn(harness.logged)).toMatchObject([
      { gallerySize: 11, falseHitsPerNewcomer: 11 * 0.01, measuredOn: 'worst_group' },
    ]);
    const { search } = await harness.discover();
    expect(search?.worstGroup?.falseHits).toBeGreaterThan(0.1);
    await harness.close();
  });
});
