import { describe, expect, it } from 'vitest';
import { checkRepeat } from './repeat.js';
import { frame } from './series.fixture.js';

/** Frames of these pictures, `stepMs` apart. */
function check(hashes: readonly number[], stepMs = 50) {
  const { band, reason } = checkRepeat(
    hashes.map((pixelHash, frameId) => frame({ frameId, mediaTimeMs: frameId * stepMs, pixelHash })),
  );
  return reason === undefined ? band : `${band} ${reason}`;
}

/** `count` pictures, of which the last `frozen` are equal to the one before. */
function freezing(count: number, frozen: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.min(index, count - 1 - frozen));
}

describe('checkRepeat', () => {
  it.each([
    ['no picture is like another', freezing(101, 0), 50, 'pass'],
    ['a fifth of the neighbours are equal', freezing(16, 3), 50, 'pass'],
    ['more than a fifth are', freezing(15, 3), 50, 'fail repeat.frozen'],
    ['all are', freezing(20, 19), 50, 'fail repeat.frozen'],
    ['a picture comes back after 200 ms', [0, 1, 2, 3, 0, 5, 6, 7], 50, 'pass'],
    ['a picture comes back after 250 ms', [0, 1, 2, 3, 4, 0, 6, 7], 50, 'fail repeat.recurring'],
    ['a picture stays for 200 ms in a slow series', [0, 0, 2, 3, 4, 5, 6, 7], 200, 'pass'],
    ['a picture stays for 400 ms, once', [0, 1, 2, 3, 3, 5, 6, 7, 8, 9, 10, 11], 400, 'pass'],
    ['it stays, and comes back', [0, 1, 2, 2, 3, 4, 5, 2, 7, 8, 9, 10], 400, 'fail repeat.recurring'],
    ['pictures stay for more than a fifth', [0, 0, 1, 1, 2, 2, 3, 3, 4, 4], 400, 'fail repeat.frozen'],
    ['a slow series comes round', [0, 1, 2, 0, 1, 2, 0, 1, 2], 400, 'fail repeat.recurring'],
    ['the whole comes round', [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5], 50, 'fail repeat.recurring'],
    ['it goes forwards and backwards', [0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0], 50, 'fail repeat.recurring'],
  ])('when %s', (_name, hashes, stepMs, expected) => {
    expect(check(hashes, stepMs)).toBe(expected);
  });

  it('asks for the share of the time, not of the frames: a busy machine analyses fewer of a frozen second', () => {
    const times = [
      0,
      400,
      800,
      1_200,
      1_600,
      ...Array.from({ length: 40 }, (_, index) => 1_685 + 85 * index),
    ];
    const series = times.map((mediaTimeMs, frameId) =>
      frame({ frameId, mediaTimeMs, pixelHash: mediaTimeMs <= 1_600 ? 0 : frameId }),
    );
    expect(checkRepeat(series)).toMatchObject({ band: 'fail', reason: 'repeat.frozen' });
  });

  it('is absent, not passed, when there is nothing to compare, or the numbers are broken', () => {
    expect(check([])).toBe('absent frames.too_few');
    expect(check([1])).toBe('absent frames.too_few');
    expect(check([1, Number.NaN, 3])).toBe('absent model.failed');
  });
});
