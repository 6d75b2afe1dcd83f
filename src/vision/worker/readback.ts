import { CandorError } from '../../core/errors.js';

/** Reads drawn pictures back and makes sure that what it reads is what was drawn. Browsers and add-ons that protect against
 * fingerprinting give scripts other pixels: Firefox's `resistFingerprinting` random ones, Brave and add-ons some that are
 * off by one. So a mark that is known is drawn below every picture, and read with it. */

/** Height of the mark, px: 2,000 values and more below a chip. */
export const MARK_ROWS = 6;

/** How far the mark may be off, root mean square over its values, grey values 0–255. Measured with dlib's embedding on eight
 * rendered persons, three times each: the embedding's similarity with that of the untouched face is 0.9999 and more where every value is
 * off by one, 0.9996 at noise of 2, 0.995 at 8, 0.96 at 24; where all is random 0.86, with anybody's up to 0.91. */
const MAX_ERROR = 2;

const LCG_FACTOR = 1_664_525;
const LCG_STEP = 1_013_904_223;

/** The mark, RGBA: structure at every pixel, because protection may leave plain areas alone. */
export function markOf(widthPx: number): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(4 * widthPx * MARK_ROWS);
  let state = widthPx;
  for (let at = 0; at < rgba.length; at += 1) {
    state = (Math.imul(state, LCG_FACTOR) + LCG_STEP) | 0;
    rgba[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  return rgba;
}

/** Root mean square difference, alpha included, as nobody changes that alone. */
export function errorOf(read: Uint8ClampedArray, drawn: Uint8ClampedArray): number {
  // Whole numbers, some ten thousand a frame: a loop takes a seventh of the time of `reduce`.
  let sum = 0;
  for (let at = 0; at < drawn.length; at += 1) {
    const difference = (drawn[at] ?? 0) - (read[at] ?? Number.NaN);
    sum += difference * difference;
  }
  return Math.sqrt(sum / drawn.length);
}

type Context2d = OffscreenCanvasRenderingContext2D;

/** A way to read the whole canvas, RGBA, row-major; null where this browser has no such way. */
export type Way = (context: Context2d) => Uint8ClampedArray<ArrayBuffer> | null;

const byImageData: Way = (context) => {
  const { width, height } = context.canvas;
  return context.getImageData(0, 0, width, height).data as Uint8ClampedArray<ArrayBuffer>; // never shared
};

/** By a texture and the frame buffer of WebGL2. Its context is made when it is first wanted: few browsers ever need it. */
export function byWebGl(): Way {
  let read: Way | undefined;
  return (context) => {
    read ??= webGlReader();
    return read(context);
  };
}

function webGlReader(): Way {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return () => null;
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  // Not the fault of a browser that hides its pixels, and to be cured by another worker.
  const assertContext = (): void => {
    if (gl.isContextLost()) throw new CandorError('runtime.gpu_lost');
  };
  return ({ canvas }) => {
    assertContext();
    const rgba = new Uint8Array(4 * canvas.width * canvas.height);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
    gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, rgba);
    assertContext();
    // Nothing of a face stays behind.
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    return new Uint8ClampedArray(rgba.buffer);
  };
}

function equal(a: Uint8ClampedArray, b: Uint8ClampedArray | null): boolean {
  return a.every((value, at) => value === b?.[at]);
}

/** Null where the browser refuses: some protection throws, or gives nothing at all.
 * @throws `runtime.gpu_lost` */
function readOrNull(way: Way, context: Context2d): Uint8ClampedArray<ArrayBuffer> | null {
  try {
    return way(context) ?? null;
  } catch (thrown) {
    if (thrown instanceof CandorError) throw thrown;
    return null;
  }
}

export class ReadBack {
  readonly #marks = new Map<number, Uint8ClampedArray<ArrayBuffer>>();
  #ways: readonly Way[] = [byImageData, byWebGl()];

  /** What is drawn on the canvas, without its last {@link MARK_ROWS} rows, which are drawn over; the caller owns it.
   * @throws `env.pixels_unreadable`, `runtime.gpu_lost` */
  read(context: Context2d): Uint8ClampedArray<ArrayBuffer> {
    this.#drawMark(context);
    for (const way of this.#ways) {
      const rgba = this.#readBy(way, context);
      if (rgba === null) continue;
      // The one that told the truth is asked first from now on.
      if (way !== this.#ways[0]) this.#ways = [way, ...this.#ways.filter((other) => other !== way)];
      return rgba;
    }
    throw new CandorError('env.pixels_unreadable');
  }

  #drawMark(context: Context2d): void {
    const { width, height } = context.canvas;
    context.putImageData(new ImageData(this.#markOf(width), width, MARK_ROWS), 0, height - MARK_ROWS);
  }

  /** Null where there are none, or they are not those that were drawn, or not the same each time: then no two pictures would ever be
   * equal, and one that stands still would pass for a living one. */
  #readBy(way: Way, context: Context2d): Uint8ClampedArray<ArrayBuffer> | null {
    const rgba = readOrNull(way, context);
    if (rgba === null) return null;
    const mark = this.#markOf(context.canvas.width);
    const pictureLength = rgba.length - mark.length;
    const error = errorOf(rgba.subarray(pictureLength), mark);
    const isTrue = error === 0 || (error <= MAX_ERROR && equal(rgba, readOrNull(way, context)));
    return isTrue ? rgba.subarray(0, pictureLength) : null;
  }

  #markOf(widthPx: number): Uint8ClampedArray<ArrayBuffer> {
    const mark = this.#marks.get(widthPx) ?? markOf(widthPx);
    this.#marks.set(widthPx, mark);
    return mark;
  }
}
