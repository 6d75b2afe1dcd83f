import type { ArithmeticShares } from '../sharing.js';
import { placeIn } from './place-in.js';
import { BLOCK_ROWS, type BlockPlace, type RowMemory } from './row-memory.js';

export interface Row {
  /** The template's. */
  readonly id: string;
  readonly shares: ArithmeticShares;
}

/** Up to {@link BLOCK_ROWS} rows, one after the other in memory, ascending by id. */
export class RowBlock {
  readonly #memory: RowMemory;
  readonly #place: BlockPlace;
  readonly #ids: string[] = [];

  /** @param memory - from which it takes its place; {@link end} gives that back. */
  constructor(memory: RowMemory) {
    this.#memory = memory;
    this.#place = memory.take();
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  get isFull(): boolean {
    return this.#ids.length === BLOCK_ROWS;
  }

  /** All of them as they lie there: valid until a row comes or goes. */
  get shares(): ArithmeticShares {
    return this.#part(0, this.#ids.length);
  }

  /** One row as it lies there; null where it is not. */
  sharesOf(id: string): ArithmeticShares | null {
    const { at, isThere } = placeIn(this.#ids, id);
    return isThere ? this.#part(at, at + 1) : null;
  }

  /** Copies the row's shares to its place. There must be room, or the row must be there already. */
  put({ id, shares }: Row): void {
    const { at, isThere } = placeIn(this.#ids, id);
    if (!isThere) {
      this.#move(at, at + 1);
      this.#ids.splice(at, 0, id);
    }
    this.#place.own.set(shares.own, at * this.#dim);
    this.#place.next.set(shares.next, at * this.#dim);
  }

  /** Nothing of it stays in memory. */
  remove(id: string): void {
    const { at, isThere } = placeIn(this.#ids, id);
    if (!isThere) return;
    this.#move(at + 1, at);
    this.#ids.splice(at, 1);
    this.#wipeFrom(this.#ids.length);
  }

  /** Moves the upper half to a block of its own. */
  split(): RowBlock {
    const upper = new RowBlock(this.#memory);
    const half = this.#ids.length >>> 1;
    const { own, next } = this.#part(half, this.#ids.length);
    upper.#place.own.set(own);
    upper.#place.next.set(next);
    upper.#ids.push(...this.#ids.splice(half));
    this.#wipeFrom(half);
    return upper;
  }

  /** It is not to be used any more. */
  end(): void {
    this.#memory.giveBack(this.#place);
  }

  get #dim(): number {
    return this.#memory.dim;
  }

  #part(from: number, to: number): ArithmeticShares {
    const words = [from * this.#dim, to * this.#dim] as const;
    const { own, next } = this.#place;
    return { kind: 'arithmetic', own: own.subarray(...words), next: next.subarray(...words) };
  }

  /** Every row from one place on, to another. */
  #move(from: number, to: number): void {
    const end = this.#ids.length * this.#dim;
    for (const words of [this.#place.own, this.#place.next])
      words.copyWithin(to * this.#dim, from * this.#dim, end);
  }

  #wipeFrom(row: number): void {
    for (const words of [this.#place.own, this.#place.next]) words.fill(0, row * this.#dim);
  }
}
