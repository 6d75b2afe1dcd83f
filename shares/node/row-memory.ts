import { KernelMemory } from '../dot-kernel.js';
import { WORD_BYTES, type Words } from '../ring.js';

/** Rows that lie together: computed with, and refreshed, at a time. */
export const BLOCK_ROWS = 256;
/** Taken from the system at a time. What no row was written to takes no memory yet. */
const CHUNK_BYTES = 64 * 2 ** 20;

/** Room for the two components of {@link BLOCK_ROWS} rows. */
export interface BlockPlace {
  readonly own: Words;
  readonly next: Words;
}

/** Where a gallery's blocks lie: in memory that the kernel of the dot products reads, so that nothing is copied for it. What is given
 * back is used again, and stays this gallery's. */
export class RowMemory {
  readonly dim: number;
  readonly #free: BlockPlace[] = [];

  /** @param dim - words of a row. */
  constructor(dim: number) {
    this.dim = dim;
  }

  /** All zeros. */
  take(): BlockPlace {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    const [first, ...others] = this.#newPlaces();
    this.#free.push(...others.reverse());
    return first;
  }

  /** Nothing of what was there stays. */
  giveBack(place: BlockPlace): void {
    place.own.fill(0);
    place.next.fill(0);
    this.#free.push(place);
  }

  #newPlaces(): [BlockPlace, ...BlockPlace[]] {
    const blockWords = BLOCK_ROWS * this.dim;
    const count = Math.max(1, Math.floor(CHUNK_BYTES / (2 * blockWords * WORD_BYTES)));
    const { words } = new KernelMemory(this.dim, 2 * count * blockWords);
    const placeAt = (at: number): BlockPlace => {
      const start = 2 * at * blockWords;
      const middle = start + blockWords;
      return { own: words.subarray(start, middle), next: words.subarray(middle, middle + blockWords) };
    };
    return [placeAt(0), ...Array.from({ length: count - 1 }, (_, at) => placeAt(at + 1))];
  }
}
