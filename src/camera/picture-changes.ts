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

/** The probe is a board of cells, each of another colour: some browsers leave even areas as they are. */
const CELL_PX = 4;

/** RGBA of a pixel of the board. */
function boardAt(x: number, y: number): readonly [red: number, green: number, blue: number, alpha: number] {
  const cell = Math.floor(y / CELL_PX) * (WIDTH_PX / CELL_PX) + Math.floor(x / CELL_PX);
  return [(37 * cell + 17) % 256, (91 * cell + 130) % 256, (53 * cell + 201) % 256, 255];
}

function isBoard(data: Uint8ClampedArray): boolean {
  return data.every((value, at) => {
    const pixel = at >> 2;
    return value === boardAt(pixel % WIDTH_PX, Math.floor(pixel / WIDTH_PX))[at % 4];
  });
}

/** Paints a picture and reads it back, twice: browsers that protect against fingerprinting refuse, or answer with noise, with white, or
 * with a few values that are one off and others each time, which would make every look, or none, a new picture. */
function readsTrue(context: CanvasRenderingContext2D): boolean {
  for (let y = 0; y < HEIGHT_PX; y += CELL_PX) {
    for (let x = 0; x < WIDTH_PX; x += CELL_PX) {
      const [red, green, blue] = boardAt(x, y);
      context.fillStyle = `rgb(${red} ${green} ${blue})`;
      context.fillRect(x, y, CELL_PX, CELL_PX);
    }
  }
  try {
    return [1, 2].every(() => isBoard(context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX).data));
  } catch {
    return false;
  }
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
