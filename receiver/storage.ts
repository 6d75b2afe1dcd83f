import { sql } from 'drizzle-orm';
import type { Context, Next } from 'hono';
import { ProblemError } from './problem.js';
import type { Database, OpenDatabase, SharedDatabase } from './store/database.js';
import type { Locks } from './store/locks.js';

/** How long the database may take to say that it is there, ms. */
const HEALTH_MS = 2_000;

/** Lets go of the database as soon as the folder is another's. */
export function abandonWhenLost(open: Pick<OpenDatabase, 'abandon'>, lost: AbortSignal): void {
  if (lost.aborted) void open.abandon();
  lost.addEventListener('abort', () => void open.abandon(), { once: true });
}

/** The database, and whether anything may be done with it just now. */
export class Storage {
  readonly database: Database;
  readonly locks: Locks;
  readonly shared: SharedDatabase | null;
  readonly #open: OpenDatabase;
  readonly #lost: AbortSignal;

  constructor(open: OpenDatabase, lost: AbortSignal) {
    this.#open = open;
    this.#lost = lost;
    this.database = open.database;
    this.locks = open.locks;
    this.shared = open.shared;
    // Another works in the folder: not even the closing may be written.
    abandonWhenLost(open, lost);
  }

  /** Middleware: refuses everything once the folder is lost.
   * @throws `storage.unavailable` */
  readonly guard = async (_: Context, next: Next): Promise<void> => {
    if (this.#lost.aborted) throw new ProblemError('storage.unavailable');
    await next();
  };

  /** Middleware of routes that store something new: refuses where there is no room for it. Whatever reads or deletes goes without, by
   * whichever method it is asked for: it goes on on a full disk.
   * @throws `storage.full` */
  readonly storing = async (_: Context, next: Next): Promise<void> => {
    await this.assertRoom();
    await next();
  };

  /** @throws `storage.full` */
  async assertRoom(): Promise<void> {
    if (!(await this.#open.hasRoom())) throw new ProblemError('storage.full');
  }

  /** @throws `storage.unavailable` when the database does not answer, or not soon. */
  async assertHealthy(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, HEALTH_MS, new ProblemError('storage.unavailable'));
    });
    try {
      await Promise.race([this.database.execute(sql`select 1`), late]);
    } catch (cause) {
      throw new ProblemError('storage.unavailable', { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Idempotent. */
  async close(): Promise<void> {
    if (this.#lost.aborted) await this.#open.abandon();
    else await this.#open.close();
  }
}
