/** Frames leave the camera's own memory before they are handed out: Chromium delivers nothing while two of its
 * VideoFrames are open, so one in the worker and one waiting here would stop the camera until the worker is done. */

const BYTES_PER_PIXEL = 4;

/** `rotation`, `flip` and the `format` of copies are newer than TypeScript's DOM types. */
type CopiedFrame = VideoFrame & {
  readonly rotation?: number;
  readonly flip?: boolean;
  allocationSize(options?: { readonly format?: 'RGBA' }): number;
  copyTo(target: AllowSharedBufferSource, options?: { readonly format?: 'RGBA' }): Promise<unknown>;
};

/** Copies a frame's pixels by the processor alone, reusing its memory. Drawing a VideoFrame on a GPU that is emulated,
 * or far away, takes a hundred times as long; it is what is left where the pixels cannot be copied. */
export class FrameDetacher {
  #spare: Uint8ClampedArray<ArrayBuffer> | null = null;
  #wiped = false;

  /** The same picture in memory of its own, upright and not mirrored. Takes over `image` and closes it, unless it already is a
   * bitmap.
   * @throws what the browser says where it can neither copy nor draw this one. */
  async detach(image: VideoFrame | ImageBitmap): Promise<ImageBitmap> {
    if (!('copyTo' in image)) return image;
    try {
      return (await this.#copyIfPossible(image)) ?? (await createImageBitmap(image));
    } finally {
      image.close();
    }
  }

  async #copyIfPossible(frame: CopiedFrame): Promise<ImageBitmap | null> {
    try {
      return canCopy(frame) ? await this.#copy(frame) : null;
    } catch {
      // A frame without a format, as from some drivers, or one that the browser has taken back.
      return null;
    }
  }

  async #copy(frame: CopiedFrame): Promise<ImageBitmap> {
    const { displayWidth: width, displayHeight: height } = frame;
    const size = width * height * BYTES_PER_PIXEL;
    const pixels = this.#spare?.length === size ? this.#spare : new Uint8ClampedArray(size);
    // Two copies may overlap; the second one then has memory of its own.
    this.#spare = null;
    try {
      await frame.copyTo(pixels, { format: 'RGBA' });
      return await createImageBitmap(new ImageData(pixels, width, height));
    } finally {
      if (this.#wiped) pixels.fill(0);
      else this.#spare = pixels;
    }
  }

  /** Leaves no pixel behind, not even of a copy that is under way. */
  wipe(): void {
    this.#wiped = true;
    this.#spare?.fill(0);
    this.#spare = null;
  }
}

/** Whether the bytes are the picture as it is shown, in a browser that converts them: others ignore `format`, and their
 * size tells. A copy is neither turned nor mirrored as the picture is when it is drawn.
 * @throws what the browser says of a frame without a format. */
function canCopy(frame: CopiedFrame): boolean {
  const { displayWidth, displayHeight, visibleRect, rotation = 0, flip = false } = frame;
  const isWhole = visibleRect?.width === displayWidth && visibleRect.height === displayHeight;
  if (!isWhole || rotation !== 0 || flip) return false;
  return frame.allocationSize({ format: 'RGBA' }) === displayWidth * displayHeight * BYTES_PER_PIXEL;
}
