/** A canvas without a GPU: the functions of WebGL2 that MediaPipe's CPU delegate calls, over memory. It has a picture taken in as a
 * texture and reads it back; it compiles no shader and draws nothing, and what it may call besides is not here and fails. */

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, row-major. */
  readonly data: Uint8ClampedArray;
}

interface Texture {
  pixels: Pixels | null;
}

type Take = [target: number, level: number, kind: number, format: number, type: number, pixels: Pixels];
type Read = [
  x: number,
  y: number,
  width: number,
  height: number,
  format: number,
  type: number,
  heap: Uint8Array,
  at: number,
];

/** `VENDOR`, `RENDERER`, `VERSION`. */
const NAMES: readonly number[] = [0x1f00, 0x1f01, 0x1f02];
const MOST_OF_ANYTHING = 16;

export class MemoryGl {
  readonly TEXTURE_2D = 0x0de1;
  readonly RGBA = 0x1908;
  readonly UNSIGNED_BYTE = 0x1401;
  /** How many pictures were taken in, and read back. */
  readonly counts = { taken: 0, read: 0 };
  #bound: Texture | null = null;
  #framed: Texture | null = null;

  getParameter = (name: number): string | number =>
    NAMES.includes(name) ? 'WebGL 2.0 (in memory)' : MOST_OF_ANYTHING;
  getSupportedExtensions = (): readonly string[] => [];
  getExtension = (): null => null;
  getContextAttributes = (): object => ({});
  getError = (): number => 0;
  isContextLost = (): boolean => false;
  createTexture = (): Texture => ({ pixels: null });
  createFramebuffer = (): object => ({});
  activeTexture = (): void => {};
  texParameteri = (): void => {};
  bindFramebuffer = (): void => {};
  fenceSync = (): object => ({});
  deleteSync = (): void => {};

  bindTexture = (_target: number, texture: Texture | null): void => {
    this.#bound = texture;
  };

  framebufferTexture2D = (
    _target: number,
    _attachment: number,
    _kind: number,
    texture: Texture | null,
  ): void => {
    this.#framed = texture;
  };

  texImage2D = (...[, , , , , pixels]: Take): void => {
    if (this.#bound !== null) this.#bound.pixels = pixels;
    this.counts.taken += 1;
  };

  /** The whole picture, into the heap of the WebAssembly. */
  readPixels = (...[, , width, height, , , heap, at]: Read): void => {
    const pixels = this.#framed?.pixels;
    if (pixels?.width !== width || pixels.height !== height) throw new RangeError('not the whole picture');
    heap.set(pixels.data, at);
    this.counts.read += 1;
  };
}

/** Stands in for `OffscreenCanvas`. */
export function memoryCanvas(gl: MemoryGl): new () => object {
  return class {
    width = 1;
    height = 1;
    getContext = (kind: string): MemoryGl | null => (kind === 'webgl2' ? gl : null);
    addEventListener = (): void => {};
  };
}
