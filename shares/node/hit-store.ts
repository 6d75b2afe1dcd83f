import type { PGlite } from '@electric-sql/pglite';

/** How long the review queue may take to ask which rows were near, ms. */
const KEPT_MS = 30 * 86_400_000;
/** The same where no row was: whoever asks, asks at once. */
const KEPT_OF_NONE_MS = 60_000;

/** This operator's part of the bits, which say nothing without the other two, and what the bits are of, in order. */
export interface Hits {
  readonly kind: 'none' | 'review';
  readonly masked: Uint8Array;
  readonly templates: readonly string[];
}

/** What is kept of queries until the review queue has asked: of those without a hit too, but not for long. */
export class HitStore {
  readonly #database: PGlite;

  constructor(database: PGlite) {
    this.#database = database;
  }

  /** Keeps it, and forgets what is too old. */
  async keep(request: string, { kind, masked, templates }: Hits, at: Date): Promise<void> {
    const before = (ms: number): string => new Date(at.getTime() - ms).toISOString();
    await this.#database.query(`delete from hits where found_at < $1 or (kind = 'none' and found_at < $2)`, [
      before(KEPT_MS),
      before(KEPT_OF_NONE_MS),
    ]);
    await this.#database.query(
      'insert into hits (request, kind, masked, templates, found_at) values ($1, $2, $3, $4, $5)',
      [request, kind, masked, JSON.stringify(templates), at.toISOString()],
    );
  }

  async of(request: string): Promise<Hits | null> {
    const { rows } = await this.#database.query<{
      kind: Hits['kind'];
      masked: Uint8Array;
      templates: string;
    }>('select kind, masked, templates from hits where request = $1', [request]);
    const [row] = rows;
    if (row === undefined) return null;
    const { kind, masked, templates } = row;
    return { kind, masked, templates: JSON.parse(templates) };
  }
}
