import { BLUR_MODULE } from './blur-module.js';

/** Gaussian blurs of a part of a picture, each of what the one before left. The worker's longest loops: they see only the rows
 * that are still wanted, and are WebAssembly (blur.wat), which computes two pixels at a time. */

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

/** `weigh` of blur.wat: addresses and steps in bytes. */
type Weigh = (source: number, end: number, target: number, step: number, reachPx: number) => void;

interface Machine {
  readonly memory: WebAssembly.Memory;
  readonly weigh: Weigh;
}

const PAGE_BYTES = 65_536;
const PIXEL_BYTES = Float64Array.BYTES_PER_ELEMENT;
/** Behind the weights, in pixels. */
const START = FAR_PX + 1;

function startMachine(): Machine {
  const code = Uint8Array.from(atob(BLUR_MODULE), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
  return exports as unknown as Machine; // what blur.wat exports
}

let machine: Machine | undefined;

/** A part of a picture, row by row. There is one at a time: the next one is put in its place. */
export class Part {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly #machine: Machine;
  readonly #pixels: number;
  #rimPx = 0;
  /** Where the pixels are, where a blur puts what is done in one direction, and where its result. */
  #places: readonly [now: number, halfWay: number, next: number];

  /** @param side - of the square picture, which goes on with its last pixel beyond its ends. */
  constructor(grey: Uint8Array, side: number, { left, top, right, bottom }: Bounds) {
    machine ??= startMachine();
    this.#machine = machine;
    [this.widthPx, this.heightPx] = [right - left, bottom - top];
    // One more, for the second of the last two.
    this.#pixels = this.widthPx * this.heightPx + 1;
    this.#places = [START, START + this.#pixels, START + 2 * this.#pixels];
    this.#makeRoom();
    const { values } = this;
    const inside = (at: number): number => Math.min(side - 1, Math.max(0, at));
    let to = 0;
    for (let y = top; y < bottom; y += 1) {
      const row = inside(y) * side;
      for (let x = left; x < right; x += 1) values[to++] = grey[row + inside(x)] ?? 0;
    }
  }

  /** Until the next blur. */
  get values(): Float64Array {
    return this.#at(this.#places[0], this.#pixels - 1);
  }

  /** Within so many pixels of its rim the values mean nothing. */
  get rimPx(): number {
    return this.#rimPx;
  }

  blur({ weights, reachPx }: Kernel): void {
    this.#rimPx += reachPx;
    this.#at(0, START).set(weights);
    const [now, halfWay, next] = this.#places;
    this.#weigh(now, halfWay, this.widthPx, reachPx);
    this.#weigh(halfWay, next, 1, reachPx);
    this.#places = [next, halfWay, now];
  }

  /** Nothing of a face stays behind. */
  clear(): void {
    this.#at(START, 3 * this.#pixels).fill(0);
  }

  /** @param step - from a pixel to the next: 1 along the rows, the part's width down the columns. */
  #weigh(source: number, target: number, step: number, reachPx: number): void {
    const [from, to] = [this.#rimPx * this.widthPx, (this.heightPx - this.#rimPx) * this.widthPx];
    this.#machine.weigh(
      (source + from) * PIXEL_BYTES,
      (source + to) * PIXEL_BYTES,
      (target + from) * PIXEL_BYTES,
      step * PIXEL_BYTES,
      reachPx,
    );
  }

  #at(place: number, pixels: number): Float64Array {
    return new Float64Array(this.#machine.memory.buffer, place * PIXEL_BYTES, pixels);
  }

  #makeRoom(): void {
    const { memory } = this.#machine;
    const missing = (START + 3 * this.#pixels) * PIXEL_BYTES - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  }
}
