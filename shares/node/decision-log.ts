import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { ShareError } from '../errors.js';
import type { Asking, Database } from './database.js';
import { Turns } from './turns.js';

/** What stands in the first entry in place of a hash. */
const NO_HASH = '';
/** Entries that are read at a time. */
const PAGE_ENTRIES = 500;

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** What is opened of a request: whether a row is near, or that a vector is not of unit length. */
const opened = v.picklist(['none', 'review', 'rejected']);
export type OpenedBit = v.InferOutput<typeof opened>;

const begun = v.strictObject({
  event: v.literal('begun'),
  request: id,
  /** The name that the configuration gives whoever asked. */
  caller: v.string(),
  kind: v.picklist(['compare', 'admit', 'enrol']),
  /** Digest of the commitments that the shares were sealed under; null for shares as they are, and for several at once. */
  parts: v.nullable(v.string()),
  /** Under which the newcomer is to be stored. */
  template: v.nullable(id),
  /** How many it is compared with. */
  rows: v.number(),
});
export type Begun = v.InferOutput<typeof begun>;

const chained = { number: v.number(), at: v.string(), previousHash: v.string(), hash: v.string() };

/** An entry as it is kept and printed. `begun` is written before anything is computed, so that a request that is cut off counts too. */
export const LogEntrySchema = v.variant('event', [
  v.strictObject({ ...chained, ...begun.entries }),
  v.strictObject({ ...chained, event: v.literal('opened'), request: id, opened }),
  /** Somebody asked which rows were near. */
  v.strictObject({ ...chained, event: v.literal('collected'), request: id, caller: v.string() }),
  /** Older entries were taken out: the log begins with that number, and follows an entry of that hash. */
  v.strictObject({
    ...chained,
    event: v.literal('shortened'),
    keptFrom: v.number(),
    keptPreviousHash: v.string(),
  }),
]);
export type LogEntry = v.InferOutput<typeof LogEntrySchema>;

type Unchained<Entry> = Entry extends LogEntry
  ? Omit<Entry, 'number' | 'at' | 'previousHash' | 'hash'>
  : never;
export type LogEvent = Unchained<LogEntry>;

/** An earlier comparison of the same sealed parts. */
export interface Try {
  readonly template: string | null;
  readonly isOpened: boolean;
}

/** Of entries that go: as much as it takes not to compare the same sealed parts again. */
const KEEP_TRIES = `insert into earlier_tries (parts, template, opened)
  select parts, entry::json ->> 'template', exists (
    select from decisions later where later.request = decisions.request and later.event = 'opened'
  ) from decisions where number < $1 and event = 'begun' and parts is not null`;

/** What was asked for and opened here, in the order in which it happened. Each entry has the hash of the one before, so a change is seen
 * by whoever has kept a later hash elsewhere; whoever can write to the database can write the whole chain anew. */
export class DecisionLog {
  readonly #database: Database;
  readonly #turns = new Turns();
  #newest: Pick<LogEntry, 'number' | 'hash'> = { number: 0, hash: NO_HASH };

  private constructor(database: Database) {
    this.#database = database;
  }

  static async open(database: Database): Promise<DecisionLog> {
    const log = new DecisionLog(database);
    const { rows } = await database.query<{ entry: string }>(
      'select entry from decisions order by number desc limit 1',
    );
    const [newest] = rows;
    if (newest !== undefined) log.#newest = readEntry(newest.entry);
    return log;
  }

  /** The number of the newest entry; 0 where there is none. */
  get newest(): number {
    return this.#newest.number;
  }

  /** On the disk when this resolves.
   * @returns its number. */
  append(event: LogEvent, at: Date): Promise<number> {
    return this.#turns.run(() => this.#append(event, at));
  }

  async #append(event: LogEvent, at: Date): Promise<number> {
    const entry = this.#next(event, at);
    await insert(this.#database, entry);
    this.#newest = entry;
    return entry.number;
  }

  #next(event: LogEvent, at: Date): LogEntry {
    const { number, hash: previousHash } = this.#newest;
    const document = { ...event, number: number + 1, at: at.toISOString(), previousHash };
    return { ...document, hash: hashOf(document) };
  }

  /** Takes out what is older, and says so in the chain, in one transaction. Which sealed parts were compared stays known.
   * @returns how many entries it were. */
  shorten(before: Date, at: Date): Promise<number> {
    return this.#turns.run(() => this.#shorten(before, at));
  }

  async #shorten(before: Date, at: Date): Promise<number> {
    const { rows } = await this.#database.query<{ entry: string }>(
      'select entry from decisions where at >= $1 order by number limit 1',
      [before.toISOString()],
    );
    const [first] = rows.map(({ entry }) => readEntry(entry));
    // Where everything is older, what says so is the first.
    const keptFrom = first?.number ?? this.#newest.number + 1;
    const keptPreviousHash = first?.previousHash ?? this.#newest.hash;
    const said = this.#next({ event: 'shortened', keptFrom, keptPreviousHash }, at);
    const taken = await this.#database.transaction(async (transaction) => {
      await transaction.query(KEEP_TRIES, [keptFrom]);
      const gone = await transaction.query('delete from decisions where number < $1 returning number', [
        keptFrom,
      ]);
      if (gone.rows.length > 0) await insert(transaction, said);
      return gone.rows.length;
    });
    if (taken > 0) this.#newest = said;
    return taken;
  }

  /** How many comparisons somebody began after that time. */
  async countSince(caller: string, after: Date): Promise<number> {
    const { rows } = await this.#database.query<{ count: number }>(
      `select count(*)::integer as count from decisions
       where event = 'begun' and kind in ('compare', 'admit') and caller = $1 and at > $2`,
      [caller, after.toISOString()],
    );
    return rows[0]?.count ?? 0;
  }

  /** @param parts - digest of the commitments. */
  async triesOf(parts: string): Promise<readonly Try[]> {
    const { rows } = await this.#database.query<{ template: string | null; opened: boolean }>(
      `select entry::json ->> 'template' as template, exists (
         select from decisions later where later.request = decisions.request and later.event = 'opened'
       ) as opened from decisions where parts = $1
       union all select template, opened from earlier_tries where parts = $1`,
      [parts],
    );
    return rows.map(({ template, opened: isOpened }) => ({ template, isOpened }));
  }

  /** Some entries, the oldest first.
   * @param after - number of the last one before them; 0 for the first page. */
  async page(after: number): Promise<readonly LogEntry[]> {
    const { rows } = await this.#database.query<{ entry: string }>(
      'select entry from decisions where number > $1 order by number limit $2',
      [after, PAGE_ENTRIES],
    );
    return rows.map(({ entry }) => readEntry(entry));
  }
}

/** Passes a log's entries on, page by page, as long as each follows from the one before. Where the first ones are missing, or go while it is
 * read, a later entry has to say that the log was shortened just there.
 * @throws {@link ShareError} `shares.damaged` naming the first that does not follow; where entries are missing without such a word, in the end. */
export async function* checkedEntries(
  page: (after: number) => Promise<readonly LogEntry[]>,
): AsyncGenerator<LogEntry> {
  let last: Pick<LogEntry, 'number' | 'hash'> = { number: 0, hash: NO_HASH };
  let gap: { readonly after: number; readonly first: LogEntry } | null = null;
  for (;;) {
    const entries = await page(last.number);
    const [first] = entries;
    if (first === undefined) break;
    if (first.number > last.number + 1) {
      gap = { after: last.number, first };
      last = { number: first.number - 1, hash: first.previousHash };
    }
    for (const entry of entries) {
      const follows = entry.number === last.number + 1 && entry.previousHash === last.hash;
      if (!follows || entry.hash !== hashOf(entry)) throw damaged(last.number + 1);
      if (gap !== null && tellsOf(entry, gap.first)) gap = null;
      yield entry;
      last = entry;
    }
  }
  if (gap !== null) throw damaged(gap.after + 1);
}

/** Whether an entry says that the log was shortened to where `first` begins it. */
function tellsOf(entry: LogEntry, first: LogEntry): boolean {
  return (
    entry.event === 'shortened' &&
    entry.keptFrom === first.number &&
    entry.keptPreviousHash === first.previousHash
  );
}

function damaged(number: number): ShareError {
  return new ShareError('shares.damaged', { detail: `log, entry ${number}` });
}

async function insert(database: Asking, entry: LogEntry): Promise<void> {
  const columns = { request: '', caller: null, kind: null, parts: null, ...entry };
  const { number, at, event, request, caller, kind, parts } = columns;
  await database.query(
    'insert into decisions (number, at, event, request, caller, kind, parts, entry) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [number, at, event, request, caller, kind, parts, JSON.stringify(entry)],
  );
}

/** base64url of the SHA-256 of the canonical JSON (RFC 8785) without the hash itself. */
function hashOf(entry: Omit<LogEntry, 'hash'> & { readonly hash?: string }): string {
  const { hash: _, ...document } = entry;
  return createHash('sha256').update(canonicalBytes(document)).digest('base64url');
}

function readEntry(text: string): LogEntry {
  const result = v.safeParse(LogEntrySchema, JSON.parse(text));
  if (!result.success) throw new ShareError('shares.damaged', { detail: 'log' });
  return result.output;
}
