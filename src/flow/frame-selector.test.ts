import { describe, expect, it } from 'vitest';
import type { FrameObservation } from '../core/observation.js';
import { FrameSelector } from './frame-selector.js';
import { observation } from './samples.fixture.js';

describe('FrameSelector', () => {
  const gate = (score: (frame: FrameObservation) => number, isGood = (_frame: FrameObservation) => true) => ({
    frameDefects: (frame: FrameObservation) => (isGood(frame) ? [] : (['image.blurry'] as const)),
    frameScore: score,
  });
  const alike = () => 1;

  it('takes the best of the first good frames of each window, once', () => {
    const selector = new FrameSelector(
      gate(({ frameId }) => (frameId === 2 ? 9 : 1)),
      'standard',
    );
    const chosen = [1, 2, 3, 4, 5].map((id) => selector.next(observation(id, id * 40)));
    expect(chosen).toEqual([null, null, 2, null, null]);
  });

  it('begins anew in the next window', () => {
    const selector = new FrameSelector(gate(alike), 'standard');
    const chosen = [0, 40, 80, 400, 440, 480].map((at, id) => selector.next(observation(id, at)));
    expect(chosen.filter((id) => id !== null)).toEqual([0, 3]);
  });

  it('takes no frame that has a defect', () => {
    const selector = new FrameSelector(
      gate(alike, () => false),
      'standard',
    );
    expect([1, 2, 3, 4].map((id) => selector.next(observation(id, id)))).toEqual([null, null, null, null]);
  });

  it('takes what there is where a machine or a camera gives up to three frames in a window', () => {
    for (const stepMs of [134, 200, 390]) {
      const selector = new FrameSelector(gate(alike), 'standard');
      const ids = Array.from({ length: Math.floor(5_000 / stepMs) }, (_, id) => id);
      const chosen = ids.map((id) => selector.next(observation(id, id * stepMs))).filter((id) => id !== null);
      expect(chosen.length).toBeGreaterThanOrEqual(10);
      expect(new Set(chosen).size).toBe(chosen.length);
    }
  });

  it('takes the best of two where the camera gives three in a window and one is bad', () => {
    const selector = new FrameSelector(
      gate(alike, ({ frameId }) => frameId % 3 !== 0),
      'standard',
    );
    const chosen = [0, 1, 2, 3, 4, 5, 6].map((id) => selector.next(observation(id, id * 134)));
    expect(chosen.filter((id) => id !== null)).toEqual([1, 4]);
  });

  it('leaves a window alone in which most frames are bad', () => {
    const selector = new FrameSelector(
      gate(alike, ({ frameId }) => frameId === 0),
      'standard',
    );
    const chosen = [0, 1, 2, 3, 4].map((id) => selector.next(observation(id, id * 100)));
    expect(chosen).toEqual([null, null, null, null, null]);
  });

  it('never chooses a frame whose crop the worker has dropped', () => {
    const blinks = (frameId: number): boolean => frameId >= 2 && frameId <= 7;
    const selector = new FrameSelector(
      gate(
        ({ frameId }) => -frameId,
        ({ frameId }) => !blinks(frameId),
      ),
      'standard',
    );
    const chosen = Array.from({ length: 12 }, (_, id) => selector.next(observation(id, id * 33)));
    expect(chosen.filter((id) => id !== null)).toEqual([8]);
  });
});
