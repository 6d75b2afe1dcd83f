import { join } from 'node:path';
import { ShareError } from '../errors.js';
import type { Asking, Database } from './database.js';
import { DecisionLog } from './decision-log.js';
import { assertFolderOf } from './folder-id.js';
import { HitStore } from './hit-store.js';
import { destroyLeftOver } from './left-over-keys.js';
import { type NodeState, type Owner, readNode } from './node-row.js';
import type { Row } from './row-block.js';
import { openShares, type ShareBinding, sealShares } from './sealing.js';
import { SlotKeys } from './slot-keys.js';

/** Rows that are read, or replaced, at a time. */
const PAGE_ROWS = 1_000;

export interface StoreOptions extends Owner {
  /** The keys of rows are here. */
  readonly dataDir: string;
  readonly storageKey: Uint8Array;
}

/** Waiting for the others' word: a row that is to be new, or the next shares of one that is there. */
export type StagedKind = 'enrol' | 'refresh';

interface SealedRow {
  readonly id: string;
  readonly slot: number;
  readonly sealed: Uint8Array;
}

/** What one operator has stored: sealed shares in its database, and their keys in its folder. Every method that changes something has it
 * stored when it resolves. One that fails with `shares.database_failed` may have changed something all the same: once the database has
 * {@link Database.ended}, open another store. Use one at a time. */
export class Store {
  /** For the review queue. */
  readonly hits: HitStore;
  readonly decisions: DecisionLog;
  readonly #database: Database;
  readonly #slots: SlotKeys;
  readonly #options: StoreOptions;
  #state: NodeState = { epoch: 0, lastRefresh: null, pendingRefresh: null };

  private constructor(database: Database, slots: SlotKeys, decisions: DecisionLog, options: StoreOptions) {
    this.hits = new HitStore(database);
    this.decisions = decisions;
    this.#database = database;
    this.#slots = slots;
    this.#options = options;
  }

  /** @param database - with its tables; closed with the store, also where this throws.
   * @throws {@link ShareError} `shares.damaged` for a folder of another database, operator, model or layout, or one that lacks keys;
   * `shares.database_failed`. */
  static async open(database: Database, options: StoreOptions): Promise<Store> {
    try {
      const slots = await SlotKeys.open(join(options.dataDir, 'slots.bin'));
      try {
        const store = new Store(database, slots, await DecisionLog.open(database), options);
        await store.#prepare();
        return store;
      } catch (thrown) {
        await slots.close();
        throw thrown;
      }
    } catch (thrown) {
      await database.close();
      throw thrown;
    }
  }

  /** How often all shares have been refreshed. */
  get epoch(): number {
    return this.#state.epoch;
  }

  /** The refresh that this epoch began with. */
  get lastRefresh(): string | null {
    return this.#state.lastRefresh;
  }

  /** The refresh of which not every share is new yet. */
  get pendingRefresh(): string | null {
    return this.#state.pendingRefresh;
  }

  /** Aborted once nothing can be stored any more. */
  get ended(): AbortSignal {
    return this.#database.ended;
  }

  /** Every row, a page at a time.
   * @throws {@link ShareError} `shares.damaged`. */
  async *rows(): AsyncGenerator<readonly Row[]> {
    for (let last = ''; ; ) {
      const { rows } = await this.#database.query<SealedRow>(
        'select id, slot, sealed from templates where id > $1 order by id limit $2',
        [last, PAGE_ROWS],
      );
      const [final] = rows.slice(-1);
      if (final === undefined) return;
      yield await Promise.all(rows.map((row) => this.#opened(row)));
      last = final.id;
    }
  }

  /** These rows, those that are there.
   * @throws {@link ShareError} `shares.damaged`. */
  async rowsOf(ids: readonly string[]): Promise<readonly Row[]> {
    const { rows } = await this.#database.query<SealedRow>(
      'select id, slot, sealed from templates where id = any($1)',
      [ids],
    );
    return Promise.all(rows.map((row) => this.#opened(row)));
  }

  /** Seals shares that do not count yet. */
  async stage(kind: StagedKind, rows: readonly Row[]): Promise<void> {
    const slots = await this.#slots.take(rows.length);
    const epoch = kind === 'enrol' ? this.#state.epoch : this.#state.epoch + 1;
    const sealed = rows.flatMap(({ id, shares }, at) => {
      const slot = slots[at];
      if (slot === undefined) return [];
      const keys = { storageKey: this.#options.storageKey, slotKey: slot.key };
      return [id, slot.number, sealShares(keys, this.#bindingOf(id, epoch), shares)];
    });
    const places = rows.map((_, at) => `($1, $${3 * at + 2}, $${3 * at + 3}, $${3 * at + 4})`);
    if (places.length === 0) return;
    // In one statement: over a network each would take its time.
    await this.#database.query(`insert into staged (kind, id, slot, sealed) values ${places.join(', ')}`, [
      kind,
      ...sealed,
    ]);
  }

  /** Ascending. */
  async stagedIds(kind: StagedKind): Promise<readonly string[]> {
    const { rows } = await this.#database.query<{ id: string }>(
      'select id from staged where kind = $1 order by id',
      [kind],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of these that are stored. Asked of the database, which answers no node that is not alone on it any more. */
  async storedOf(ids: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.#database.query<{ id: string }>(
      'select id from templates where id = any($1)',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Forgets what is staged of these. */
  async discard(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { rows } = await this.#database.query<{ slot: number }>(
      'delete from staged where id = any($1) returning slot',
      [ids],
    );
    await this.#destroy(rows);
  }

  /** What is staged of these is stored from now on. */
  async commitEnrolled(ids: readonly string[]): Promise<void> {
    await this.#database.transaction(async (transaction) => {
      await moveEnrolled(transaction, ids, this.decisions.newest);
    });
  }

  /** From now on, staged rows of `refresh` belong to this one; what an earlier one left is forgotten. */
  async beginRefresh(refresh: string): Promise<void> {
    await this.#database.query('update node set pending_refresh = $1', [refresh]);
    await this.discard(await this.stagedIds('refresh'));
    await this.#readNode();
  }

  /** Gives up the pending refresh. */
  async abandonRefresh(): Promise<void> {
    await this.discard(await this.stagedIds('refresh'));
    await this.#database.query('update node set pending_refresh = null');
    await this.#readNode();
  }

  /** Puts the staged shares in the place of the old ones, and destroys the keys of these.
   * @throws {@link ShareError} `shares.rows_differ` where a row has no new shares. */
  async commitRefresh(): Promise<void> {
    const old = await this.#database.transaction(async (transaction) => {
      const { rows } = await transaction.query<{ id: string; slot: number }>(
        'select id, slot from templates',
      );
      // A page at a time, so that no statement takes the longer the more rows there are.
      for (let at = 0; at < rows.length; at += PAGE_ROWS) {
        const page = rows.slice(at, at + PAGE_ROWS).map(({ id }) => id);
        const renewed = await renewFromStaged(transaction, page);
        if (renewed !== page.length) throw new ShareError('shares.rows_differ', { detail: 'refresh' });
      }
      await transaction.query(
        'update node set epoch = epoch + 1, last_refresh = pending_refresh, pending_refresh = null',
      );
      return rows;
    });
    await this.#readNode();
    await this.#destroy(old);
  }

  /** Deletes what there is of these templates, staged or not, for good: none of them is stored again. The keys are destroyed when this
   * resolves. */
  async remove(ids: readonly string[], at: Date): Promise<void> {
    const slots = await this.#database.transaction(async (transaction) => {
      // When it came stays with it, for who asks which rows there were.
      await transaction.query(
        `insert into deletions (id, deleted_at, came, went)
         select gone.id, $2, templates.came, $3 from unnest($1::text[]) as gone (id)
         left join templates on templates.id = gone.id on conflict do nothing`,
        [ids, at.toISOString(), this.decisions.newest],
      );
      const stored = await transaction.query<{ slot: number }>(
        'delete from templates where id = any($1) returning slot',
        [ids],
      );
      const staged = await transaction.query<{ slot: number }>(
        'delete from staged where id = any($1) returning slot',
        [ids],
      );
      return [...stored.rows, ...staged.rows];
    });
    await this.#destroy(slots);
  }

  /** Every template that was ever deleted here. */
  async deletions(): Promise<ReadonlyMap<string, Date>> {
    const { rows } = await this.#database.query<{ id: string; deleted_at: Date }>(
      'select id, deleted_at from deletions',
    );
    return new Map(rows.map(({ id, deleted_at }) => [id, deleted_at]));
  }

  async close(): Promise<void> {
    await this.#database.close();
    await this.#slots.close();
  }

  #destroy(rows: readonly { readonly slot: number }[]): Promise<void> {
    return this.#slots.destroy(rows.map(({ slot }) => slot));
  }

  async #opened({ id, slot, sealed }: SealedRow): Promise<Row> {
    const keys = { storageKey: this.#options.storageKey, slotKey: await this.#slots.keyOf(slot) };
    return {
      id,
      shares: openShares(keys, this.#bindingOf(id, this.#state.epoch), sealed, this.#options.model.dim),
    };
  }

  #bindingOf(template: string, epoch: number): ShareBinding {
    const { party, model } = this.#options;
    return { party, model: model.id, template, epoch };
  }

  /** In this order: no key is destroyed before it is certain that the database is the one that its rows are in. */
  async #prepare(): Promise<void> {
    const hasKeys = (await this.#slots.taken()).size > 0;
    await assertFolderOf(this.#database, this.#options.dataDir, hasKeys);
    await this.#readNode();
    await destroyLeftOver(this.#database, this.#slots);
  }

  async #readNode(): Promise<void> {
    this.#state = await readNode(this.#database, this.#options);
  }
}

/** @param came - the log's number. */
async function moveEnrolled(transaction: Asking, ids: readonly string[], came: number): Promise<void> {
  await transaction.query(
    `with moved as (delete from staged where kind = 'enrol' and id = any($1) returning id, slot, sealed)
     insert into templates (id, slot, sealed, came) select id, slot, sealed, $2 from moved`,
    [ids, came],
  );
}

/** @returns how many of these rows have new shares. */
async function renewFromStaged(transaction: Asking, ids: readonly string[]): Promise<number> {
  const { rows } = await transaction.query(
    `with moved as (delete from staged where kind = 'refresh' and id = any($1) returning id, slot, sealed)
     update templates set slot = moved.slot, sealed = moved.sealed from moved
     where templates.id = moved.id returning templates.id`,
    [ids],
  );
  return rows.length;
}
