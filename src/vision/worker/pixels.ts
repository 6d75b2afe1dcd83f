import { toLinear } from '../../core/srgb.js';
import { PIXELS_MODULE } from './pixels-module.js';
import type { Runs } from './runs.js';

/** The memory and the loops of pixels.wat. Addresses in bytes. */
interface Pixels {
  readonly memory: WebAssembly.Memory;
  grey(source: number, end: number, target: number): void;
  light(pixels: number, runs: number, runsEnd: number, linear: number, out: number): void;
  differences(grey: number, side: number, runs: number, runsEnd: number, target: number): void;
  widen(row: number, side: number, from: number, to: number, target: number): void;
  weigh(
    source: number,
    width: number,
    rows: number,
    rowStep: number,
    target: number,
    step: number,
    reachPx: number,
  ): void;
  energies(one: number, other: number, step: number, runs: number, runsEnd: number, out: number): void;
}

const PAGE_BYTES = 65_536;
export const F64_BYTES = Float64Array.BYTES_PER_ELEMENT;
/** As many as a loop may read and write too many. */
export const SLACK_BYTES = 32;

/** Where in the memory: a blur's weights, sums, the light of each value, runs; then what belongs to one picture. */
export const WEIGHTS = 0;
export const OUT = WEIGHTS + 8 * F64_BYTES;
export const LINEAR = OUT + 4 * F64_BYTES;
const RUNS = LINEAR + 256 * F64_BYTES;
const RUNS_BYTES = 2 * PAGE_BYTES;
export const PICTURE = RUNS + RUNS_BYTES;

let started: Pixels | undefined;

export function pixels(): Pixels {
  started ??= start();
  return started;
}

function start(): Pixels {
  const code = Uint8Array.from(atob(PIXELS_MODULE), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
  const found = exports as unknown as Pixels; // what pixels.wat exports
  found.memory.grow(Math.ceil(PICTURE / PAGE_BYTES));
  new Float64Array(found.memory.buffer, LINEAR, 256).set(
    Array.from({ length: 256 }, (_, at) => toLinear(at)),
  );
  return found;
}

/** The next place where any number may be. */
export function aligned(place: number): number {
  return Math.ceil(place / F64_BYTES) * F64_BYTES;
}

/** Makes sure that the memory reaches up to there. Views of it that were made before are no more. */
export function makeRoom(end: number): void {
  const { memory } = pixels();
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
}

export function bytes(place: number, end: number): Uint8Array {
  return new Uint8Array(pixels().memory.buffer, place, end - place);
}

export function doubles(place: number, length: number): Float64Array {
  return new Float64Array(pixels().memory.buffer, place, length);
}

/** Puts runs where the loops are told to look for them; the next ones take their place. */
export function putRuns(runs: Runs): readonly [runs: number, runsEnd: number] {
  new Int32Array(pixels().memory.buffer, RUNS, RUNS_BYTES / 4).set(runs);
  return [RUNS, RUNS + 4 * runs.length];
}
