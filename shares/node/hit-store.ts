import type { Database } from './database.js';
import type { OpenedBit } from './decision-log.js';

/** How long the review queue may take to ask which rows were near, ms. Where none was, whoever asks, asks at once. */
const KEPT_MS: Readonly<Record<'review' | 'none', number>> = { review: 30 * 86_400_000, none: 60_000 };

/** This operator's part of one bit for each row, which says nothing without the other two. */
export interface RowBits {
  readonly masked: Uint8Array;
  /** The log's number when it was begun: the rows are those that had come before, and had not gone. */
  readonly begun: number;
  readonly opened: Exclude<OpenedBit, 'rejected'>;
}

/** This operator's part of the bits, and what the bits are of, in order. */
export interface Hits {
  readonly kind: 'none' | 'review';
  readonly masked: Uint8Array;
  readonly templates: readonly string[];
}

/** What is kept of queries until whoever may has asked which rows were near. The rows are not kept with it, they are 3 MB for 100,000:
 * each row, and what is left of one that was deleted, has the log's number of when it came and went. */
export class HitStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps it, and forgets what is too old. */
  async keep(request: string, { masked, begun, opened }: RowBits, at: Date): Promise<void> {
    const until = new Date(at.getTime() + KEPT_MS[opened]);
    await this.#database.query('delete from row_bits where kept_until < $1', [at.toISOString()]);
    await this.#database.query(
      'insert into row_bits (request, masked, begun, opened, kept_until) values ($1, $2, $3, $4, $5)',
      [request, masked, begun, opened, until.toISOString()],
    );
  }

  /** @param now - the rows that are there, ascending. */
  async of(request: string, now: readonly string[]): Promise<Hits | null> {
    const { rows } = await this.#database.query<RowBits>(
      'select masked, begun, opened from row_bits where request = $1',
      [request],
    );
    const [row] = rows;
    if (row === undefined) return null;
    return { kind: row.opened, masked: row.masked, templates: await this.#rowsAt(row.begun, now) };
  }

  /** The rows that there were, ascending. Read after `now` was: a row that comes or goes in between is told apart all the same. */
  async #rowsAt(begun: number, now: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.#database.query<{ id: string; is_new: boolean }>(
      `select id, true as is_new from templates where came >= $1
       union all select id, came >= $1 from deletions where came is not null and went >= $1`,
      [begun],
    );
    if (rows.length === 0) return now;
    const newer = new Set(rows.filter((row) => row.is_new).map(({ id }) => id));
    const there = new Set(now.filter((id) => !newer.has(id)));
    for (const { id } of rows) if (!newer.has(id)) there.add(id);
    return [...there].toSorted();
  }
}
