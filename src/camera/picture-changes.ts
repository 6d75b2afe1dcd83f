/** Tells when a video shows a new picture, in a browser that does not say so itself. Its clock cannot tell: `currentTime`
 * goes on between pictures, and a picture taken twice looks like a camera that was frozen (`repeat.frozen`). So the
 * pixels of a small copy are compared; a real sensor's noise changes them with every picture. */

const WIDTH_PX = 64;
const HEIGHT_PX = 48;
/** A picture that stands for this long is given again, ms: a frozen camera must be seen to be frozen, and the slowest
 * honest one delivers twice in that time. */
const GIVEN_AGAIN_MS = 400;
/** A camera's usual pace, ms per picture, where its pixels cannot be read. Shorter than 1/30 s by less than the pace of a
 * screen, so that pictures do not fall between two looks. */
const PACE_MS = 30;

/** Reads a small copy of what the video shows. @returns null where this browser keeps pixels from pages. */
export type ReadSmallCopy = () => Uint8ClampedArray | null;

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8ClampedArray): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

export class PictureChanges {
  readonly #read: ReadSmallCopy;
  #shownHash: number | null = null;
  #givenMs = Number.NEGATIVE_INFINITY;

  constructor(read: ReadSmallCopy) {
    this.#read = read;
  }

  /** Whether what the video shows now is to be given on as a picture. */
  isNew(nowMs: number): boolean {
    const isNew = this.#hasChanged(nowMs - this.#givenMs);
    if (isNew) this.#givenMs = nowMs;
    return isNew;
  }

  #hasChanged(sinceGivenMs: number): boolean {
    const pixels = this.#read();
    if (pixels === null) return sinceGivenMs >= PACE_MS;
    const hash = hashOf(pixels);
    const hasChanged = hash !== this.#shownHash;
    this.#shownHash = hash;
    return hasChanged || sinceGivenMs >= GIVEN_AGAIN_MS;
  }
}

const PROBE_RGB = [
  [17, 130, 201],
  [244, 96, 3],
] as const;

/** Paints two colours and reads them back: Firefox's resistFingerprinting answers with noise or with white, which would
 * make every look, or none, a new picture. */
function readsTrue(context: CanvasRenderingContext2D): boolean {
  return PROBE_RGB.every(([red, green, blue], index) => {
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(index, 0, 1, 1);
    const [r, g, b] = context.getImageData(index, 0, 1, 1).data;
    return r === red && g === green && b === blue;
  });
}

export function smallCopyOf(video: HTMLVideoElement): ReadSmallCopy {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || !readsTrue(context)) return () => null;
  return () => {
    try {
      context.drawImage(video, 0, 0, WIDTH_PX, HEIGHT_PX);
      return context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX).data;
    } catch {
      return null;
    }
  };
}
