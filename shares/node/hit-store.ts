import type { Database } from './database.js';

/** How long the review queue may take to ask which rows were near, ms. */
const KEPT_MS = 30 * 86_400_000;

/** This operator's part of the bits, which say nothing without the other two, and what the bits are of, in order. */
export interface Hits {
  readonly masked: Uint8Array;
  readonly templates: readonly string[];
}

/** What is kept of queries that had a hit, until the review queue has asked. */
export class HitStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps it, and forgets what is too old. */
  async keep(request: string, { masked, templates }: Hits, at: Date): Promise<void> {
    const oldest = new Date(at.getTime() - KEPT_MS);
    await this.#database.query('delete from hits where found_at < $1', [oldest.toISOString()]);
    await this.#database.query(
      'insert into hits (request, masked, templates, found_at) values ($1, $2, $3, $4)',
      [request, masked, JSON.stringify(templates), at.toISOString()],
    );
  }

  async of(request: string): Promise<Hits | null> {
    const { rows } = await this.#database.query<{ masked: Uint8Array; templates: string }>(
      'select masked, templates from hits where request = $1',
      [request],
    );
    const [row] = rows;
    return row === undefined ? null : { masked: row.masked, templates: JSON.parse(row.templates) };
  }
}
