import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { toBase64Url } from '../../src/core/bytes.js';
import type { Random } from '../options.js';
import type { Database } from '../store/database.js';
import { countLifeHolders } from '../store/life-holders.js';
import { recall, remember, rememberInPlaceOf } from '../store/memory.js';
import { tellFollowers } from '../store/template-log.js';
import { readOwnerOnly, writeOwnerOnly } from './owner-only.js';
import { KeyLostError } from './secrets.js';

/** The newest mark, and the last that a receiver has found in its folder. */
const MARK = 'folder.mark';
const SEEN = 'folder.mark-seen';
const MARK_BYTES = 16;
/** How long a start waits for a receiver that runs to find the mark, ms. */
const PATIENCE_MS = 3_000;
const POLL_MS = 50;

export interface MarkedFolder {
  readonly folder: string;
  readonly database: Database;
  readonly random: Random;
  /** Whether other receivers of this database run. Default: asks the database. */
  readonly hasOthers?: boolean | undefined;
}

/** Tells copies of a shared folder apart. Each start writes a new mark into its folder and into the database; whoever runs looks whether
 * the database's mark is in its own folder too. Where it is not, the two work with copies, and the one that came later ends.
 *
 * A mark is the number of the start, and random characters. The folder keeps the one before as well: of a start that was killed between
 * the folder and the database. */
export class FolderMark {
  readonly #options: MarkedFolder;
  readonly #hasOthers: boolean;
  readonly #mark: string;
  /** The database's before this start. */
  readonly #before: string | null;
  #seen: string;

  private constructor(options: MarkedFolder, { hasOthers, mark, before }: Entered) {
    this.#options = options;
    this.#hasOthers = hasOthers;
    this.#mark = mark;
    this.#before = before;
    this.#seen = mark;
  }

  /** For a start, one at a time, which holds its own lock for life already.
   * @throws {@link KeyLostError} `keys.copied` where the mark of those that run is not in this folder. */
  static async enter(options: MarkedFolder): Promise<FolderMark> {
    const { folder, database, random } = options;
    const { hasOthers = (await countLifeHolders(database, 'all')) > 1 } = options;
    if (hasOthers && (await isCopy(folder, database))) throw new KeyLostError(folder, 'copied');
    const before = await recall(database, MARK);
    const mark = `${numberIn(before) + 1}.${toBase64Url(random(MARK_BYTES))}`;
    // In this order: a mark that the database has is in the folder that it is of.
    await writeOwnerOnly(join(folder, MARK), [mark, before ?? ''].join('\n'));
    await remember(database, MARK, mark);
    return new FolderMark(options, { hasOthers, mark, before });
  }

  /** For the end of a start, before anything is stored: waits until a receiver that runs has found the mark in its own folder, or has
   * none of it. Those that do not answer in time find out later ({@link check}).
   * @throws {@link KeyLostError} `keys.copied` */
  async confirm(): Promise<void> {
    if (!this.#hasOthers) return;
    const { database } = this.#options;
    await tellFollowers(database);
    const untilMs = performance.now() + PATIENCE_MS;
    while (performance.now() < untilMs) {
      await this.check();
      // A later start's mark is in this folder: then it is that one's too.
      if (this.#seen !== this.#mark || (await recall(database, SEEN)) === this.#mark) return;
      await wait(POLL_MS);
    }
  }

  /** For a receiver that runs.
   * @throws {@link KeyLostError} `keys.copied` where the mark in the database is an earlier receiver's, with another folder. */
  async check(): Promise<void> {
    const { folder, database } = this.#options;
    const known = await recall(database, MARK);
    if (known === null || known === this.#seen) return;
    const own = await readMarks(folder);
    const [newest] = own;
    // An earlier receiver has put the mark of before back, or one of its own.
    const isRefused = known === this.#before || newest === undefined;
    if (isRefused) throw new KeyLostError(folder, 'copied');
    if (own.includes(known)) {
      this.#seen = known;
      await remember(database, SEEN, known);
    } else if (numberIn(known) <= numberIn(this.#mark)) {
      throw new KeyLostError(folder, 'copied');
    } else {
      // Whoever wrote it came later, with a copy, and finds here that it has to end.
      await rememberInPlaceOf(database, MARK, known, newest);
      await tellFollowers(database);
    }
  }
}

interface Entered {
  readonly hasOthers: boolean;
  readonly mark: string;
  readonly before: string | null;
}

/** Whether the newest mark of the database is another folder's. */
export async function isCopy(folder: string, database: Database): Promise<boolean> {
  const known = await recall(database, MARK);
  return known !== null && !(await readMarks(folder)).includes(known);
}

async function readMarks(folder: string): Promise<readonly string[]> {
  const text = (await readOwnerOnly(join(folder, MARK)))?.toString('utf8') ?? '';
  return text.split('\n').filter((mark) => mark !== '');
}

/** 0 before the first. */
function numberIn(mark: string | null): number {
  return Number(/^\d{1,15}(?=\.)/.exec(mark ?? '')?.[0] ?? 0);
}
