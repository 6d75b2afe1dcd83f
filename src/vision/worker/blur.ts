import type { Chip } from './chip.js';
import { bytes, doubles, F64_BYTES, makeRoom, OUT, pixels, putRuns, SLACK_BYTES, WEIGHTS } from './pixels.js';
import { countOf, type Runs } from './runs.js';

/** Gaussian blurs of a part of a chip, each of what the one before left. The worker's longest loops: they see only the rows
 * that are still wanted. */

export interface Kernel {
  /** Of the middle pixel, and of those 1…7 pixels away on each side. */
  readonly weights: readonly number[];
  /** Pixels on each side. */
  readonly reachPx: number;
}

const NEAR_PX = 4;
const FAR_PX = 7;

/** @param sigmaPx - up to 7/3: what lies beyond three of it is left out. */
export function gaussian(sigmaPx: number): Kernel {
  if (!(sigmaPx > 0 && 3 * sigmaPx <= FAR_PX)) throw new RangeError(`a Gaussian of ${sigmaPx} px`);
  const reachPx = 3 * sigmaPx <= NEAR_PX ? NEAR_PX : FAR_PX;
  const shares = Array.from({ length: reachPx + 1 }, (_, at) => Math.exp(-(at ** 2) / (2 * sigmaPx ** 2)));
  const sum = shares.reduce((before, share, at) => before + (at === 0 ? share : 2 * share), 0);
  return { weights: shares.map((share) => share / sum), reachPx };
}

/** A rectangle of pixels: the first column and row, and the ones behind the last. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A part of a chip's grey picture, row by row, in the memory behind the chip. There is one at a time: the next one is put in its
 * place. */
export class Part {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly #bounds: Bounds;
  readonly #start: number;
  readonly #bytes: number;
  #rimPx = 0;
  /** Where the pixels are, where a blur puts what is done in one direction, and where its result; then what was blurred is there. */
  #places: readonly [now: number, halfWay: number, next: number];

  /** @param bounds - may reach beyond the ends of the chip, where it goes on with its last pixel. */
  constructor(chip: Chip, bounds: Bounds) {
    const { left, top, right, bottom } = bounds;
    [this.widthPx, this.heightPx] = [right - left, bottom - top];
    this.#bounds = bounds;
    this.#start = chip.end;
    this.#bytes = this.widthPx * this.heightPx * F64_BYTES + SLACK_BYTES;
    this.#places = [this.#start, this.#start + this.#bytes, this.#start + 2 * this.#bytes];
    makeRoom(this.#start + 3 * this.#bytes);
    const { greyPlace, sidePx } = chip;
    for (let y = top; y < bottom; y += 1) {
      const row = Math.min(sidePx - 1, Math.max(0, y)) * sidePx;
      const target = this.#start + (y - top) * this.#rowBytes;
      pixels().widen(greyPlace + row, sidePx, left, right, target);
    }
  }

  /** Until the next blur. */
  get values(): Float64Array {
    return doubles(this.#places[0], this.widthPx * this.heightPx);
  }

  /** Within so many pixels of its rim the values mean nothing. */
  get rimPx(): number {
    return this.#rimPx;
  }

  blur({ weights, reachPx }: Kernel): void {
    doubles(WEIGHTS, weights.length).set(weights);
    const [now, halfWay, next] = this.#places;
    const columnsPx = this.#rimPx;
    this.#rimPx += reachPx;
    this.#weigh(now, halfWay, columnsPx, this.#rowBytes, reachPx);
    this.#weigh(halfWay, next, this.#rimPx, F64_BYTES, reachPx);
    this.#places = [next, halfWay, now];
  }

  /** Mean squared difference of these pixels' neighbours, across and down, before the last blur and after it.
   * @param runs - of the chip's pixels, none within the rim and one pixel more. */
  energies(runs: Runs, { sidePx }: Chip): readonly [before: number, after: number] {
    const { left, top } = this.#bounds;
    const onPart = runs.map((at, index) => {
      // An end is one behind the last pixel, which may be in the row after.
      const y = Math.floor((at - (index % 2)) / sidePx);
      return (y - top) * this.widthPx + (at - y * sidePx - left);
    });
    const [now, , before] = this.#places;
    pixels().energies(before, now, this.#rowBytes, ...putRuns(onPart), OUT);
    const [sumBefore = 0, sumNow = 0] = doubles(OUT, 2);
    return [sumBefore / countOf(runs), sumNow / countOf(runs)];
  }

  /** Nothing of a face stays behind. */
  clear(): void {
    bytes(this.#start, this.#start + 3 * this.#bytes).fill(0);
  }

  get #rowBytes(): number {
    return this.widthPx * F64_BYTES;
  }

  /** @param columnsPx - left out at both ends of each row. @param stepBytes - from a pixel to the next: along the rows, or down the
   * columns. */
  #weigh(source: number, target: number, columnsPx: number, stepBytes: number, reachPx: number): void {
    const first = this.#rimPx * this.#rowBytes + columnsPx * F64_BYTES;
    const width = this.#rowBytes - 2 * columnsPx * F64_BYTES;
    const rows = this.heightPx - 2 * this.#rimPx;
    pixels().weigh(source + first, width, rows, this.#rowBytes, target + first, stepBytes, reachPx);
  }
}
