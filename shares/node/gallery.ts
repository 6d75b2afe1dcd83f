import { ShareError } from '../errors.js';
import { concatenateShares } from '../linear.js';
import type { ArithmeticShares } from '../sharing.js';
import { IdList } from './id-list.js';
import { type Row, RowBlock } from './row-block.js';
import { BLOCK_ROWS, RowMemory } from './row-memory.js';

/** One operator's shares of every row, in memory: each query goes through all of them. Ordered by template, so that all three operators
 * have the same order without saying more than what they hold. They lie in blocks, so a query reads them where they are, and a new row
 * moves no more than its own block. */
export class Gallery {
  /** Called after rows came or went. */
  onChange: () => void = () => {};
  readonly #memory: RowMemory;
  /** None is empty; every id of one is below those of the next. */
  #blocks: RowBlock[] = [];
  readonly #ids = new IdList();
  #newestId = '';

  /** @param dim - words of a row. */
  constructor(dim: number) {
    this.#memory = new RowMemory(dim);
  }

  /** A copy, ascending. */
  get ids(): readonly string[] {
    return this.#ids.all();
  }

  get size(): number {
    return this.#ids.size;
  }

  /** The shares that were put last; where they are gone, those of some row. Valid until a row comes or goes. */
  get newest(): ArithmeticShares | null {
    const id = this.has(this.#newestId) ? this.#newestId : (this.#ids.last ?? '');
    return this.#blockOf(id)?.sharesOf(id) ?? null;
  }

  has(id: string): boolean {
    return this.#blockOf(id)?.sharesOf(id) != null;
  }

  /** Copies the rows' shares. */
  put(rows: Iterable<Row>): void {
    for (const row of rows) {
      this.#put(row);
      this.#ids.add(row.id);
      this.#newestId = row.id;
    }
    this.onChange();
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.#blockOf(id)?.remove(id);
      this.#ids.remove(id);
    }
    for (const block of this.#blocks) if (block.ids.length === 0) block.end();
    this.#blocks = this.#blocks.filter((block) => block.ids.length > 0);
    this.onChange();
  }

  clear(): void {
    for (const block of this.#blocks) block.end();
    this.#blocks = [];
    this.#ids.clear();
  }

  /** The shares of every row, some at a time, as they lie there: valid until a row comes or goes. How many there are at a time is not
   * the same at all three. */
  *blocks(): Generator<ArithmeticShares> {
    for (const { shares } of this.#blocks) yield shares;
  }

  /** Copies of the shares of these rows, {@link BLOCK_ROWS} at a time at all three.
   * @throws {@link ShareError} `shares.rows_differ` where one is not there. */
  *blocksOf(ids: readonly string[]): Generator<ArithmeticShares> {
    for (let at = 0; at < ids.length; at += BLOCK_ROWS)
      yield concatenateShares(ids.slice(at, at + BLOCK_ROWS).map((id) => this.#sharesOf(id)));
  }

  /** What must be equal at all three before anything is computed: how often the shares were refreshed, and which rows there are. */
  stateAt(epoch: number): string {
    return `${epoch} ${this.#ids.digest()}`;
  }

  #put(row: Row): void {
    const at = this.#placeOf(row.id);
    const block = this.#blocks[at];
    if (block === undefined) this.#insertBlock(at, new RowBlock(this.#memory)).put(row);
    else if (!block.isFull || block.sharesOf(row.id) !== null) block.put(row);
    else if (isBehind(row.id, block) && at === this.#blocks.length - 1)
      // Rows that come in order, as from the disk, leave full blocks.
      this.#insertBlock(at + 1, new RowBlock(this.#memory)).put(row);
    else {
      this.#insertBlock(at + 1, block.split());
      this.#put(row);
    }
  }

  #insertBlock(at: number, block: RowBlock): RowBlock {
    this.#blocks.splice(at, 0, block);
    return block;
  }

  #sharesOf(id: string): ArithmeticShares {
    const shares = this.#blockOf(id)?.sharesOf(id) ?? null;
    if (shares === null) throw new ShareError('shares.rows_differ');
    return shares;
  }

  #blockOf(id: string): RowBlock | undefined {
    return this.#blocks[this.#placeOf(id)];
  }

  /** Of the last block that begins at or before the id; else of the first one. */
  #placeOf(id: string): number {
    let [from, to] = [0, this.#blocks.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#blocks[middle]?.ids[0] ?? '') <= id) from = middle + 1;
      else to = middle;
    }
    return Math.max(0, from - 1);
  }
}

function isBehind(id: string, { ids }: RowBlock): boolean {
  return (ids.at(-1) ?? '') < id;
}
