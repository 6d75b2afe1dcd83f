import { readFileSync } from 'node:fs';
import type { QuantisedProbe } from './quantise.js';
import { type RowLayout, SCRATCH_BYTES } from './quantised-rows.js';

/** Rows that the kernel looks at in one call: as many addresses fit behind the probe. */
const PIECE = 2_048;
/** Rows that the kernel reads side by side. */
const STREAMS = 4;
const PROBE_BYTES = SCRATCH_BYTES - 4 * PIECE;

type Kernel = (
  rows: number,
  count: number,
  stride: number,
  codeBytes: number,
  probe: number,
  excess: number,
  probeScale: number,
  probeNorm: number,
  bound: number,
  out: number,
) => number;

/** kernel.wat, assembled; the build copies it next to the file that this module ends up in. */
const KERNEL = new WebAssembly.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)));

/** Looks for candidates in the rows of a block, on the thread that calls it. */
export class Scanner {
  readonly #memory: WebAssembly.Memory;
  readonly #layout: RowLayout;
  readonly #scratchByte: number;
  readonly #kernel: Kernel;

  /** @param scratch - which scratch of the block: no two threads may use the same. */
  constructor(memory: WebAssembly.Memory, layout: RowLayout, scratch: number) {
    this.#memory = memory;
    this.#layout = layout;
    this.#scratchByte = scratch * SCRATCH_BYTES;
    this.#kernel = new WebAssembly.Instance(KERNEL, { env: { memory } }).exports.scan as Kernel;
  }

  /** Rows from `first` to before `end` that may reach the probe's threshold: every one that does, and some that do not. */
  candidates(probe: QuantisedProbe, first: number, end: number): number[] {
    const scratch = new Int16Array(this.#memory.buffer, this.#scratchByte, PROBE_BYTES / 2);
    scratch.set(probe.components);
    const found: number[] = [];
    let row = first;
    while (end - row >= STREAMS) {
      const count = Math.floor(Math.min(end - row, PIECE) / STREAMS);
      this.#scan(probe, row, count, found);
      row += count * STREAMS;
    }
    scratch.fill(0);
    // The last few are too few for the kernel.
    for (; row < end; row += 1) found.push(row);
    return found;
  }

  #scan(probe: QuantisedProbe, first: number, count: number, found: number[]): void {
    const { excess, scale, norm, bound } = probe;
    const { startByte, strideBytes, codeBytes } = this.#layout;
    const scratch = this.#scratchByte;
    const out = scratch + PROBE_BYTES;
    const rows = startByte + first * strideBytes;
    const end = this.#kernel(rows, count, strideBytes, codeBytes, scratch, excess, scale, norm, bound, out);
    for (const address of new Uint32Array(this.#memory.buffer, out, (end - out) / 4))
      found.push((address - startByte) / strideBytes);
  }
}
