import { describe, expect, it } from 'vitest';
import type { FaceView, FrameObservation } from '../core/observation.js';
import { FrameSelector } from './frame-selector.js';
import { observation } from './samples.fixture.js';

describe('FrameSelector', () => {
  const gate = (score: (frame: FrameObservation) => number, isGood = (_frame: FrameObservation) => true) => ({
    faceView: (frame: FrameObservation): FaceView | null => (isGood(frame) ? 'front' : null),
    frameScore: score,
  });
  const alike = () => 1;
  /** Ids chosen after each observation, whatever the view. */
  const idsOf = (selector: FrameSelector, observations: readonly FrameObservation[]) =>
    observations.map((one) => selector.next(one).map(({ frameId }) => frameId));

  it('takes the best of the first good frames of each window, once', () => {
    const selector = new FrameSelector(
      gate(({ frameId }) => (frameId === 2 ? 9 : 1)),
      'standard',
    );
    const chosen = idsOf(
      selector,
      [1, 2, 3, 4, 5].map((id) => observation(id, id * 40)),
    );
    expect(chosen).toEqual([[], [], [2], [], []]);
  });

  it('begins anew in the next window', () => {
    const selector = new FrameSelector(gate(alike), 'standard');
    const chosen = idsOf(
      selector,
      [0, 40, 80, 400, 440, 480].map((at, id) => observation(id, at)),
    );
    expect(chosen.flat()).toEqual([0, 3]);
  });

  it('takes no frame that has a defect', () => {
    const selector = new FrameSelector(
      gate(alike, () => false),
      'standard',
    );
    expect([1, 2, 3, 4].flatMap((id) => selector.next(observation(id, id)))).toEqual([]);
  });

  it('takes what there is where a machine or a camera gives up to three frames in a window', () => {
    for (const stepMs of [134, 200, 390]) {
      const selector = new FrameSelector(gate(alike), 'standard');
      const ids = Array.from({ length: Math.floor(5_000 / stepMs) }, (_, id) => id);
      const chosen = ids
        .flatMap((id) => selector.next(observation(id, id * stepMs)))
        .map(({ frameId }) => frameId);
      expect(chosen.length).toBeGreaterThanOrEqual(10);
      expect(new Set(chosen).size).toBe(chosen.length);
    }
  });

  it('takes the best of two where the camera gives three in a window and one is bad', () => {
    const selector = new FrameSelector(
      gate(alike, ({ frameId }) => frameId % 3 !== 0),
      'standard',
    );
    const chosen = [0, 1, 2, 3, 4, 5, 6].flatMap((id) => selector.next(observation(id, id * 134)));
    expect(chosen.map(({ frameId }) => frameId)).toEqual([1, 4]);
  });

  it('leaves a window alone in which most frames are bad', () => {
    const selector = new FrameSelector(
      gate(alike, ({ frameId }) => frameId === 0),
      'standard',
    );
    const chosen = [0, 1, 2, 3, 4].flatMap((id) => selector.next(observation(id, id * 100)));
    expect(chosen).toEqual([]);
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
    expect(chosen.flat()).toEqual([{ frameId: 8, view: 'front' }]);
  });

  it('takes one turned face of each window beside those from the front', () => {
    const views: readonly (FaceView | null)[] = [
      'front',
      null,
      'turned',
      'turned',
      null,
      'turned',
      'front',
      'front',
    ];
    const gateOf = { faceView: ({ frameId }: FrameObservation) => views[frameId] ?? null, frameScore: alike };
    const selector = new FrameSelector(gateOf, 'standard');
    const chosen = views.flatMap((_, id) => selector.next(observation(id, id * 100)));
    expect(chosen).toEqual([
      { frameId: 2, view: 'turned' },
      { frameId: 5, view: 'turned' },
    ]);
  });
});
