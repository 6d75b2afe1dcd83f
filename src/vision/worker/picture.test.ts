import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FrameImage } from '../protocol.js';

/** Which canvases are wiped; what they show is for e2e/vision. */

vi.mock('./readback.js', () => ({
  MARK_ROWS: 1,
  ReadBack: class {
    read = () => new Uint8ClampedArray();
  },
}));

/** A canvas that only knows whether something was drawn on it since it was last cleared. */
class Canvas {
  isDrawn = false;
  width: number;
  height: number;
  readonly #context = {
    canvas: this,
    drawImage: () => {
      this.isDrawn = true;
    },
    clearRect: () => {
      this.isDrawn = false;
    },
    resetTransform: () => {},
    setTransform: () => {},
  };

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  getContext() {
    return this.#context;
  }
}

beforeEach(() => {
  vi.stubGlobal('OffscreenCanvas', Canvas);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('leaves nothing of a face in the canvases that were given back, and nothing else of those that are kept', async () => {
  const { Picture } = await import('./picture.js');
  const picture = new Picture();
  const frame = { width: 640, height: 480 } as FrameImage; // only measured
  const stills = [1, 2, 3].map(() => {
    picture.take(frame);
    return picture.keep();
  });
  for (const still of stills.slice(0, 2)) picture.release(still);
  picture.wipe();
  const drawn = stills.map(({ canvas }) => (canvas as unknown as Canvas).isDrawn); // see above
  expect(drawn).toEqual([false, false, true]);
});
