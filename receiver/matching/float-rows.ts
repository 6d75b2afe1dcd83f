/** A longer list of rows begins another chunk: nothing is copied, and at most one chunk is not full. */
const CHUNK_ROWS = 1_024;

/** Vectors of one dimension, as they came, row by row. */
export class FloatRows {
  readonly #dim: number;
  readonly #chunks: Float32Array[] = [];
  #rows = 0;

  constructor(dim: number) {
    this.#dim = dim;
  }

  append(vector: Float32Array): void {
    if (this.#rows === this.#chunks.length * CHUNK_ROWS)
      this.#chunks.push(new Float32Array(CHUNK_ROWS * this.#dim));
    this.at(this.#rows).set(vector);
    this.#rows += 1;
  }

  /** Puts the last row in the place of this one, and wipes where it was. */
  removeRow(row: number): void {
    const last = this.#rows - 1;
    if (row < 0 || row > last) throw new RangeError('no such row');
    this.at(row).set(this.at(last));
    this.at(last).fill(0);
    this.#rows = last;
    if (last === (this.#chunks.length - 2) * CHUNK_ROWS) this.#chunks.pop();
  }

  /** A view, which the next change may overwrite. */
  at(row: number): Float32Array {
    const start = (row % CHUNK_ROWS) * this.#dim;
    const chunk = this.#chunks[Math.floor(row / CHUNK_ROWS)];
    if (chunk === undefined) throw new RangeError('no such row');
    return chunk.subarray(start, start + this.#dim);
  }
}
