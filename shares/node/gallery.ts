import { createHash } from 'node:crypto';
import { ShareError } from '../errors.js';
import { concatenateShares } from '../linear.js';
import type { ArithmeticShares } from '../sharing.js';

/** Rows that are computed with at a time, and refreshed in one round. */
export const BLOCK_ROWS = 256;

export interface Row {
  /** The template's. */
  readonly id: string;
  readonly shares: ArithmeticShares;
}

/** One operator's shares of every row, in memory: each query goes through all of them. Ordered by template, so that all three operators
 * have the same order without saying more than what they hold. */
export class Gallery {
  /** Called after rows came or went. */
  onChange: () => void = () => {};
  readonly #rows = new Map<string, ArithmeticShares>();
  #ids: readonly string[] | null = [];

  /** Ascending. */
  get ids(): readonly string[] {
    this.#ids ??= [...this.#rows.keys()].toSorted((a, b) => (a < b ? -1 : 1));
    return this.#ids;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The shares that were put last. */
  get newest(): ArithmeticShares | undefined {
    return [...this.#rows.values()].at(-1);
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  put(rows: Iterable<Row>): void {
    for (const { id, shares } of rows) this.#rows.set(id, shares);
    this.#changed();
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#rows.delete(id);
    this.#changed();
  }

  clear(): void {
    this.#rows.clear();
    this.#ids = null;
  }

  /** The shares of these rows, some at a time. */
  *blocks(ids: readonly string[] = this.ids): Generator<ArithmeticShares> {
    for (let at = 0; at < ids.length; at += BLOCK_ROWS)
      yield concatenateShares(ids.slice(at, at + BLOCK_ROWS).map((id) => this.#rowOf(id)));
  }

  /** What must be equal at all three before anything is computed: how often the shares were refreshed, and which rows there are. */
  stateAt(epoch: number): string {
    const hash = createHash('sha256').update(`${epoch}`);
    for (const id of this.ids) hash.update(id);
    return hash.digest('hex');
  }

  #changed(): void {
    this.#ids = null;
    this.onChange();
  }

  #rowOf(id: string): ArithmeticShares {
    const shares = this.#rows.get(id);
    if (shares === undefined) throw new ShareError('shares.rows_differ');
    return shares;
  }
}
