import type { LinearRgb } from '../../core/observation.js';
import {
  aligned,
  bytes,
  doubles,
  LINEAR,
  makeRoom,
  OUT,
  PICTURE,
  pixels,
  putRuns,
  SLACK_BYTES,
} from './pixels.js';
import { countOf, type Runs } from './runs.js';

/** An aligned face in the memory of pixels.wat, where each pixel is turned to grey once. There is one at a time: the next one is
 * put in its place. */
export class Chip {
  readonly sidePx: number;
  /** Where its grey values are in the memory, and where what it consists of ends. */
  readonly greyPlace: number;
  readonly end: number;
  readonly #differencesPlace: number;

  /** @param rgba - row-major; `sidePx` is even. */
  constructor(rgba: Uint8ClampedArray, sidePx: number) {
    const count = sidePx * sidePx;
    this.sidePx = sidePx;
    this.greyPlace = PICTURE + rgba.length;
    this.#differencesPlace = aligned(this.greyPlace + count + SLACK_BYTES);
    this.end = aligned(this.#differencesPlace + 2 * count + SLACK_BYTES);
    makeRoom(this.end);
    this.rgba.set(rgba);
    pixels().grey(PICTURE, this.greyPlace, this.greyPlace);
  }

  /** Four bytes a pixel; until the memory grows. */
  get rgba(): Uint8Array {
    return bytes(PICTURE, this.greyPlace);
  }

  /** Values 0–255; until the memory grows. */
  get grey(): Uint8Array {
    return bytes(this.greyPlace, this.greyPlace + this.sidePx ** 2);
  }

  /** Mean colour of these pixels, in linear light; black where there are none. */
  meanColour(runs: Runs): LinearRgb {
    pixels().light(PICTURE, ...putRuns(runs), LINEAR, OUT);
    const count = Math.max(1, countOf(runs));
    const [red = 0, green = 0, blue = 0] = doubles(OUT, 3);
    return [red / count, green / count, blue / count];
  }

  /** How far each of these pixels is from what its eight neighbours let expect, grey values times 4: |1 −2 1, −2 4 −2, 1 −2 1|.
   * @param runs - none on the picture's rim. */
  differences(runs: Runs): Int16Array {
    const { greyPlace: grey, sidePx: side } = this;
    pixels().differences(grey, side, ...putRuns(runs), this.#differencesPlace);
    return new Int16Array(pixels().memory.buffer, this.#differencesPlace, countOf(runs));
  }

  /** Nothing of a face stays behind. */
  clear(): void {
    bytes(PICTURE, this.end).fill(0);
  }
}
