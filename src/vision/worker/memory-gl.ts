/** WebGL2 without a GPU: the functions of it that MediaPipe's CPU delegate calls, over memory. It takes a picture in as a texture and
 * reads it back; it compiles no shader and draws nothing. What MediaPipe might call besides is not here, and fails. */

interface Texture {
  pixels: ImageData | null;
}

type Take = [target: number, level: number, kind: number, format: number, type: number, pixels: ImageData];
type Read = [
  x: number,
  y: number,
  widthPx: number,
  heightPx: number,
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
  };

  /** The whole picture, into the heap of the WebAssembly. */
  readPixels = (...[, , widthPx, heightPx, , , heap, at]: Read): void => {
    const pixels = this.#framed?.pixels;
    if (pixels?.width !== widthPx || pixels.height !== heightPx)
      throw new RangeError('not the whole picture');
    heap.set(pixels.data, at);
  };
}

/** Stands in for a canvas that is only ever asked for its WebGL2. */
export function memoryCanvas(): OffscreenCanvas {
  // MediaPipe's loader names the class, which a browser without WebGL need not have.
  if (!('WebGLRenderingContext' in globalThis))
    Object.assign(globalThis, { WebGLRenderingContext: class {} });
  const gl = new MemoryGl();
  const canvas = {
    width: 1,
    height: 1,
    getContext: (kind: string) => (kind === 'webgl2' ? gl : null),
    addEventListener: () => {},
  };
  return canvas as unknown as OffscreenCanvas; // all of it that MediaPipe uses
}
