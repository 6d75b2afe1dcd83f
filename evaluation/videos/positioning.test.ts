import { beforeAll, describe, expect, it } from 'vitest';
import { readStored, type StoredSeries } from '../attacks/stored.js';
import { type AnalysedStretch, positioningOf } from './positioning.js';

/** Series that the worker measured. */
let genuine: readonly StoredSeries[];
let dark: readonly StoredSeries[];
beforeAll(async () => {
  [genuine, dark] = await Promise.all([readStored('genuine'), readStored('dark')]);
});

/** As five-second stretches of one video, one after the other. */
function asVideo(series: readonly StoredSeries[]): readonly AnalysedStretch[] {
  return series.map((recording, index) => ({ fromMs: 5_000 * index, recording }));
}

describe('the time before the recording', () => {
  it('ends within two seconds for people who sit before the camera', () => {
    for (const recording of genuine.slice(0, 24)) {
      const positioned = positioningOf('g', [{ fromMs: 0, recording }]);
      expect(positioned?.readyAfterMs, recording.name).toBeGreaterThanOrEqual(1_000);
      expect(positioned?.readyAfterMs, recording.name).toBeLessThanOrEqual(2_000);
    }
  });

  it('does not end in the dark, and offers to record anyway after eight seconds', () => {
    const positioned = positioningOf('d', asVideo(dark));
    expect(positioned).toMatchObject({ readyAfterMs: null, readyFrames: 0, frames: 153, lost: 0 });
    expect(positioned?.longestHint?.hint).toBe('light.too_dark');
    expect(positioned?.longestHint?.forMs).toBeGreaterThan(12_000);
    expect(positioned?.offeredAfterMs).toBeGreaterThanOrEqual(8_000);
    expect(positioned?.lengthMs).toBeGreaterThan(14_000);
  });

  it('counts how often what was ready is not any more', () => {
    const before = genuine[0]?.observations.filter(({ mediaTimeMs }) => mediaTimeMs <= 1_500) ?? [];
    const after = dark[0]?.observations ?? [];
    const positioned = positioningOf('b', [
      { fromMs: 0, recording: { observations: before } },
      { fromMs: 1_600, recording: { observations: after } },
    ]);
    expect(positioned).toMatchObject({ lost: 1 });
    expect(positioned?.readyFrames).toBeGreaterThan(6);
    expect(positioned?.readyFrames).toBeLessThan(20);
  });

  it('is nothing where nothing was analysed', () => expect(positioningOf('n', [])).toBeNull());
});
