import { join } from 'node:path';
import { PGlite, type Transaction, types } from '@electric-sql/pglite';
import { ShareError } from '../errors.js';
import type { Party } from '../party.js';
import { DecisionLog } from './decision-log.js';
import { HitStore } from './hit-store.js';
import { makeOwnerOnlyFolder } from './owner-only.js';
import type { Row } from './row-block.js';
import { openShares, type ShareBinding, sealShares } from './sealing.js';
import { SlotKeys } from './slot-keys.js';
import { LAYOUT, TABLES } from './tables.js';

/** Rows that are read at a time. */
const PAGE_ROWS = 1_000;

export interface StoreOptions {
  readonly dataDir: string;
  readonly storageKey: Uint8Array;
  readonly party: Party;
  readonly model: { readonly id: string; readonly dim: number };
}

/** Waiting for the others' word: a row that is to be new, or the next shares of one that is there. */
export type StagedKind = 'enrol' | 'refresh';

interface SealedRow {
  readonly id: string;
  readonly slot: number;
  readonly sealed: Uint8Array;
}

/** What one operator has on its disk: sealed shares in a PGlite database, and their keys beside it. Every method that changes something
 * has it on the disk when it resolves. Use one at a time. */
export class Store {
  /** For the review queue. */
  readonly hits: HitStore;
  readonly decisions: DecisionLog;
  readonly #database: PGlite;
  readonly #slots: SlotKeys;
  readonly #options: StoreOptions;
  #epoch = 0;
  #lastRefresh: string | null = null;
  #pendingRefresh: string | null = null;

  private constructor(database: PGlite, slots: SlotKeys, decisions: DecisionLog, options: StoreOptions) {
    this.hits = new HitStore(database);
    this.decisions = decisions;
    this.#database = database;
    this.#slots = slots;
    this.#options = options;
  }

  /** @throws {@link ShareError} `shares.damaged` for a folder of another operator, model or layout. */
  static async open(options: StoreOptions): Promise<Store> {
    const database = await openDatabase(options.dataDir);
    try {
      const used = await database.query<{ slot: number }>(
        'select slot from templates union all select slot from staged',
      );
      const numbers = new Set(used.rows.map(({ slot }) => slot));
      const slots = await SlotKeys.open(join(options.dataDir, 'slots.bin'), numbers);
      const store = new Store(database, slots, await DecisionLog.open(database), options);
      await store.#readNode();
      return store;
    } catch (thrown) {
      await database.close();
      throw thrown;
    }
  }

  /** How often all shares have been refreshed. */
  get epoch(): number {
    return this.#epoch;
  }

  /** The refresh that this epoch began with. */
  get lastRefresh(): string | null {
    return this.#lastRefresh;
  }

  /** The refresh of which not every share is new yet. */
  get pendingRefresh(): string | null {
    return this.#pendingRefresh;
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
    const epoch = kind === 'enrol' ? this.#epoch : this.#epoch + 1;
    await this.#database.transaction(async (transaction) => {
      for (const [at, { id, shares }] of rows.entries()) {
        const slot = slots[at];
        if (slot === undefined) continue;
        const keys = { storageKey: this.#options.storageKey, slotKey: slot.key };
        const sealed = sealShares(keys, this.#bindingOf(id, epoch), shares);
        await transaction.query('insert into staged (id, kind, slot, sealed) values ($1, $2, $3, $4)', [
          id,
          kind,
          slot.number,
          sealed,
        ]);
      }
    });
  }

  /** Ascending. */
  async stagedIds(kind: StagedKind): Promise<readonly string[]> {
    const { rows } = await this.#database.query<{ id: string }>(
      'select id from staged where kind = $1 order by id',
      [kind],
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
      const { rows } = await transaction.query<{ slot: number }>('select slot from templates');
      const renewed = await renewFromStaged(transaction);
      if (renewed !== rows.length) throw new ShareError('shares.rows_differ', { detail: 'refresh' });
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
      shares: openShares(keys, this.#bindingOf(id, this.#epoch), sealed, this.#options.model.dim),
    };
  }

  #bindingOf(template: string, epoch: number): ShareBinding {
    const { party, model } = this.#options;
    return { party, model: model.id, template, epoch };
  }

  async #readNode(): Promise<void> {
    const { party, model } = this.#options;
    await this.#database.query(
      'insert into node (layout, party, model, dim, epoch) select $1, $2, $3, $4, 0 where not exists (select from node)',
      [LAYOUT, party, model.id, model.dim],
    );
    const { rows } = await this.#database.query<NodeRow>('select * from node');
    const [node] = rows;
    const isOurs =
      node?.layout === LAYOUT && node.party === party && node.model === model.id && node.dim === model.dim;
    if (!isOurs) throw new ShareError('shares.damaged', { detail: 'of another operator, model or layout' });
    this.#epoch = node.epoch;
    this.#lastRefresh = node.last_refresh;
    this.#pendingRefresh = node.pending_refresh;
  }
}

/** The folder's database, with its tables. The caller closes it. */
export async function openDatabase(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, 'database');
  await makeOwnerOnlyFolder(folder);
  const database = await PGlite.create(folder, { parsers: { [types.BYTEA]: bytesIn } });
  try {
    await database.exec(TABLES);
    return database;
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
}

/** PGlite's own reader takes ten times as long, and a start reads every row. */
function bytesIn(text: string): Uint8Array {
  return Buffer.from(text.slice(2), 'hex');
}

interface NodeRow {
  readonly layout: number;
  readonly party: number;
  readonly model: string;
  readonly dim: number;
  readonly epoch: number;
  readonly last_refresh: string | null;
  readonly pending_refresh: string | null;
}

/** @param came - the log's number. */
async function moveEnrolled(transaction: Transaction, ids: readonly string[], came: number): Promise<void> {
  await transaction.query(
    `with moved as (delete from staged where kind = 'enrol' and id = any($1) returning id, slot, sealed)
     insert into templates (id, slot, sealed, came) select id, slot, sealed, $2 from moved`,
    [ids, came],
  );
}

/** @returns how many rows have new shares. */
async function renewFromStaged(transaction: Transaction): Promise<number> {
  const { rows } = await transaction.query(
    `with moved as (delete from staged where kind = 'refresh' returning id, slot, sealed)
     update templates set slot = moved.slot, sealed = moved.sealed from moved
     where templates.id = moved.id returning templates.id`,
  );
  return rows.length;
}
