import { CandorError } from '../../core/errors.js';
import type { Box } from '../../core/observation.js';
import type { FrameImage } from '../protocol.js';
import { EMBEDDED_CHIP, MEASURED_CHIP, type Similarity } from './align.js';
import { MARK_ROWS, ReadBack } from './readback.js';

/** The scene's light needs no detail. */
export const SCENE_WIDTH_PX = 32;
export const SCENE_HEIGHT_PX = 24;
/** Of the frame's middle, where a face moves and a sensor's noise is never the same twice. */
const MIDDLE_WIDTH_PX = 192;
const MIDDLE_HEIGHT_PX = 144;

/** @param heightPx - of the picture; the canvas has room for the mark below it. */
function drawingOn(widthPx: number, heightPx: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(widthPx, heightPx + MARK_ROWS).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  });
  if (context === null) throw new CandorError('env.unsupported', { detail: 'OffscreenCanvas 2d' });
  return context;
}

/** A whole frame, drawn, until it is released. */
export type Still = OffscreenCanvasRenderingContext2D;

function chipOf(
  context: OffscreenCanvasRenderingContext2D,
  still: Still,
  { a, b, tx, ty }: Similarity,
): OffscreenCanvasRenderingContext2D {
  context.resetTransform();
  clear(context);
  context.imageSmoothingQuality = 'medium';
  context.setTransform(a, b, -b, a, tx, ty);
  context.drawImage(still.canvas, 0, 0);
  return context;
}

function clear(context: OffscreenCanvasRenderingContext2D): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
}

export function sizeOf(image: FrameImage): readonly [widthPx: number, heightPx: number] {
  return 'displayWidth' in image ? [image.displayWidth, image.displayHeight] : [image.width, image.height];
}

/** Draws frames small enough to be read back at every frame. The canvases are reused. */
export class Picture {
  readonly #measured = drawingOn(MEASURED_CHIP.sidePx, MEASURED_CHIP.sidePx);
  readonly #embedded = drawingOn(EMBEDDED_CHIP.sidePx, EMBEDDED_CHIP.sidePx);
  readonly #scene = drawingOn(SCENE_WIDTH_PX, SCENE_HEIGHT_PX);
  readonly #middle = drawingOn(MIDDLE_WIDTH_PX, MIDDLE_HEIGHT_PX);
  readonly #crop = drawingOn(1, 1);
  readonly #whole = drawingOn(1, 1);
  readonly #readBack = new ReadBack();
  #still: Still = drawingOn(1, 1);
  readonly #released: Still[] = [];

  /** @throws `env.pixels_unreadable`, `env.unsupported` without 2D canvases */
  constructor() {
    this.#readBack.read(this.#scene);
  }

  /** Takes the frame that the other methods draw from, so that a video frame's colours are converted once. They throw
   * `env.pixels_unreadable` and `runtime.gpu_lost`. */
  take(image: FrameImage): void {
    const [width, height] = sizeOf(image);
    const { canvas } = this.#still;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    this.#still.drawImage(image, 0, 0);
  }

  /** Keeps the frame that was taken last, for {@link embeddedChip} and {@link crop}. Whoever keeps it releases it. */
  keep(): Still {
    const kept = this.#still;
    this.#still = this.#released.pop() ?? drawingOn(1, 1);
    return kept;
  }

  /** Takes a kept frame's canvas back: the next frame is drawn over it. */
  release(still: Still): void {
    this.#released.push(still);
  }

  /** The face of the frame that was taken last, aligned as {@link MEASURED_CHIP}: RGBA, row-major; the caller owns the buffer. */
  measuredChip(transform: Similarity): Uint8ClampedArray {
    return this.#readBack.read(chipOf(this.#measured, this.#still, transform));
  }

  /** The face of a kept frame, aligned as {@link EMBEDDED_CHIP}: RGBA, row-major; the caller owns the buffer. */
  embeddedChip(still: Still, transform: Similarity): Uint8ClampedArray {
    return this.#readBack.read(chipOf(this.#embedded, still, transform));
  }

  /** The whole frame that was taken last, pixel for pixel, RGBA; the caller owns the buffer. */
  whole(): Uint8ClampedArray<ArrayBuffer> {
    const { width, height } = this.#still.canvas;
    const { canvas } = this.#whole;
    if (canvas.width !== width || canvas.height !== height + MARK_ROWS)
      Object.assign(canvas, { width, height: height + MARK_ROWS });
    this.#whole.drawImage(this.#still.canvas, 0, 0);
    return this.#readBack.read(this.#whole);
  }

  /** The whole frame in a few pixels, RGBA. */
  scene(): Uint8ClampedArray {
    this.#scene.drawImage(this.#still.canvas, 0, 0, SCENE_WIDTH_PX, SCENE_HEIGHT_PX);
    return this.#readBack.read(this.#scene);
  }

  /** The middle of the frame, pixel for pixel, RGBA: nothing is scaled, so that only identical frames are equal. */
  middle(): Uint8ClampedArray {
    const { width: widthPx, height: heightPx } = this.#still.canvas;
    const [x, y] = [(widthPx - MIDDLE_WIDTH_PX) >> 1, (heightPx - MIDDLE_HEIGHT_PX) >> 1];
    this.#middle.drawImage(this.#still.canvas, -x, -y);
    return this.#readBack.read(this.#middle);
  }

  /** A part of a kept frame stretched to a square, RGBA; the caller owns the buffer. Not smoothed beyond the four nearest
   * pixels, because the texture models were trained on crops that were not either. */
  crop(still: Still, { x, y, width, height }: Box, sidePx: number): Uint8ClampedArray {
    if (this.#crop.canvas.width !== sidePx)
      Object.assign(this.#crop.canvas, { width: sidePx, height: sidePx + MARK_ROWS });
    this.#crop.imageSmoothingQuality = 'low';
    this.#crop.drawImage(still.canvas, x, y, width, height, 0, 0, sidePx, sidePx);
    return this.#readBack.read(this.#crop);
  }

  /** Leaves nothing of a face in the canvases but in those that are kept. */
  wipe(): void {
    for (const chip of [this.#measured, this.#embedded]) chip.resetTransform();
    for (const context of [
      this.#measured,
      this.#embedded,
      this.#scene,
      this.#middle,
      this.#still,
      this.#crop,
      this.#whole,
      ...this.#released,
    ])
      clear(context);
  }
}
