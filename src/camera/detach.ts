/** Frames leave the camera's own memory before they are handed out: Chromium delivers nothing while two of its
 * VideoFrames are open, so one in the worker and one waiting here would stop the camera until the worker is done. */

const BYTES_PER_PIXEL = 4;

/** `rotation` and the `format` of copies are newer than TypeScript's DOM types. */
type CopiedFrame = VideoFrame & {
  readonly rotation?: number;
  allocationSize(options?: { readonly format?: 'RGBA' }): number;
  copyTo(target: AllowSharedBufferSource, options?: { readonly format?: 'RGBA' }): Promise<unknown>;
};

/** Copies a frame's pixels by the processor alone, reusing its memory. Drawing a VideoFrame on a GPU that is emulated,
 * or far away, takes a hundred times as long. */
export class FrameDetacher {
  #spare: Uint8ClampedArray<ArrayBuffer> | null = null;
  #wiped = false;

  /** The same picture in memory of its own, upright. Takes over `image` and closes it, unless it already is a bitmap. */
  async detach(image: VideoFrame | ImageBitmap): Promise<ImageBitmap> {
    if (!('copyTo' in image)) return image;
    try {
      return canCopy(image) ? await this.#copy(image) : await createImageBitmap(image);
    } finally {
      image.close();
    }
  }

  async #copy(frame: CopiedFrame): Promise<ImageBitmap> {
    const { displayWidth: width, displayHeight: height } = frame;
    const size = width * height * BYTES_PER_PIXEL;
    const pixels = this.#spare?.length === size ? this.#spare : new Uint8ClampedArray(size);
    // Two copies may overlap; the second one then has memory of its own.
    this.#spare = null;
    await frame.copyTo(pixels, { format: 'RGBA' });
    const bitmap = await createImageBitmap(new ImageData(pixels, width, height));
    if (this.#wiped) pixels.fill(0);
    else this.#spare = pixels;
    return bitmap;
  }

  /** Leaves no pixel behind, not even of a copy that is under way. */
  wipe(): void {
    this.#wiped = true;
    this.#spare?.fill(0);
    this.#spare = null;
  }
}

/** Whether the bytes are the picture as it is shown, in a browser that converts them: others ignore `format`, and their
 * size tells. */
function canCopy(frame: CopiedFrame): boolean {
  const { displayWidth, displayHeight, visibleRect, rotation = 0 } = frame;
  const asShown =
    visibleRect?.width === displayWidth && visibleRect.height === displayHeight && rotation === 0;
  return (
    asShown && frame.allocationSize({ format: 'RGBA' }) === displayWidth * displayHeight * BYTES_PER_PIXEL
  );
}
