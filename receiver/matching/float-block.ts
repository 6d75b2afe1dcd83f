import { UNIT_TOLERANCE } from './template-index.js';

const FIRST_ROWS = 64;

/** Vectors of one dimension, one after the other in one block of memory without gaps. */
export class FloatBlock {
  readonly dim: number;
  #numbers: Float32Array;
  #rows = 0;

  /** @throws RangeError unless `dim` is a whole number above 0. */
  constructor(dim: number) {
    if (!Number.isInteger(dim) || dim < 1) throw new RangeError('a vector has a whole number of components');
    this.dim = dim;
    this.#numbers = new Float32Array(FIRST_ROWS * dim);
  }

  get rows(): number {
    return this.#rows;
  }

  /** @returns the row, which is the last one.
   * @throws RangeError unless it has the block's dimension and unit length. */
  append(vector: Float32Array): number {
    assertUnit(vector, this.dim);
    const row = this.#rows;
    if ((row + 1) * this.dim > this.#numbers.length) this.#grow();
    this.#numbers.set(vector, row * this.dim);
    this.#rows = row + 1;
    return row;
  }

  /** Puts the last row in the place of this one, and wipes where it was. */
  removeRow(row: number): void {
    const last = this.#rows - 1;
    if (row < 0 || row > last) throw new RangeError('no such row');
    this.#numbers.copyWithin(row * this.dim, last * this.dim, (last + 1) * this.dim);
    this.#numbers.fill(0, last * this.dim, (last + 1) * this.dim);
    this.#rows = last;
  }

  /** A view, which the next change of the block may overwrite. */
  at(row: number): Float32Array {
    return this.#numbers.subarray(row * this.dim, (row + 1) * this.dim);
  }

  #grow(): void {
    const larger = new Float32Array(this.#numbers.length * 2);
    larger.set(this.#numbers);
    this.#numbers.fill(0);
    this.#numbers = larger;
  }
}

/** @throws RangeError, which states neither the length nor a component. */
export function assertUnit(vector: Float32Array, dim: number): void {
  if (vector.length !== dim) throw new RangeError(`expected ${dim} numbers, got ${vector.length}`);
  let square = 0;
  for (const component of vector) square += component * component;
  // Not `>`: that would let NaN pass.
  if (!(Math.abs(Math.sqrt(square) - 1) <= UNIT_TOLERANCE))
    throw new RangeError('the vector has no unit length');
}
