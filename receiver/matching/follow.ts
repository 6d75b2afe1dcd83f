import type { Database } from '../store/database.js';
import { changesAfter, type TemplateChange } from '../store/template-log.js';

/** Changes that are read at once. */
const BATCH = 1_000;

/** What an index does with the stored templates and with what changes among them. */
export interface FollowingIndex {
  /** Takes over all there is, once, at a start.
   * @returns the newest change that it holds for certain. */
  fill(database: Database): Promise<number>;
  /** Reads what it needs to take over these changes.
   * @returns what takes over each, in memory: called at once, or never where another call came further meanwhile. */
  prepare(database: Database, changes: readonly TemplateChange[]): Promise<(change: TemplateChange) => void>;
}

/** Keeps an index in step with the stored templates of its model, whoever stores and deletes them. */
export class IndexFollower {
  readonly #index: FollowingIndex;
  readonly #refreshMatrices: () => Promise<void>;
  #seq = 0;

  /** @param refreshMatrices - reads which matrices there are, after another process has made one. */
  constructor(index: FollowingIndex, refreshMatrices: () => Promise<void>) {
    this.#index = index;
    this.#refreshMatrices = refreshMatrices;
  }

  /** The newest change that the index holds. */
  get seq(): number {
    return this.#seq;
  }

  /** Reads all there is, once, at a start. */
  async fill(database: Database): Promise<void> {
    const seq = await this.#index.fill(database);
    this.#seq = Math.max(this.#seq, seq);
    // A matrix that was made before that change is not told again.
    await this.#refreshMatrices();
  }

  /** Brings the index up to the newest change that the database shows.
   * @param after - also tell what changed since then.
   * @returns the changes after it, the oldest first. */
  async catchUp(database: Database, after: number = this.#seq): Promise<readonly TemplateChange[]> {
    const seen: TemplateChange[] = [];
    for (let from = Math.min(after, this.#seq); ; ) {
      const changes = await changesAfter(database, from, BATCH);
      await this.#apply(database, changes);
      seen.push(...changes.filter(({ seq }) => seq > after));
      const last = changes.at(-1);
      if (last === undefined || changes.length < BATCH) return seen;
      from = last.seq;
    }
  }

  async #apply(database: Database, changes: readonly TemplateChange[]): Promise<void> {
    const isNew = ({ seq }: TemplateChange): boolean => seq > this.#seq;
    const fresh = changes.filter(isNew);
    if (fresh.length === 0) return;
    if (fresh.some(({ kind }) => kind === 'matrix')) await this.#refreshMatrices();
    const takeOver = await this.#index.prepare(database, fresh);
    // From here on without a pause: while we read, another call may have come further.
    for (const change of fresh.filter(isNew)) {
      takeOver(change);
      this.#seq = change.seq;
    }
  }
}
