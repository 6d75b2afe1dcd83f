import type { Log } from '../log.js';
import { traceOf } from '../log.js';
import type { Database, Listening, SharedDatabase } from '../store/database.js';
import { TEMPLATE_CHANNEL } from '../store/template-log.js';

/** How often an index catches up although nobody said that there is anything, ms: a notification may be lost. */
const POLL_MS = 60_000;

export interface FollowingOptions {
  readonly database: Database;
  readonly listen: SharedDatabase['listen'];
  readonly catchUp: (database: Database) => Promise<void>;
  readonly log: Log;
  /** Default a minute. */
  readonly pollMs?: number | undefined;
}

/** Keeps an index in step with what other receivers store and delete, between searches: when it is told, after each interruption,
 * and every minute. Whatever it misses is found before a decision all the same (`Matcher`). */
export class Following {
  readonly #options: FollowingOptions;
  readonly #listening: Listening;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #isBehind = false;
  #isClosed = false;

  constructor(options: FollowingOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#hear(), options.pollMs ?? POLL_MS).unref();
    this.#listening = options.listen(TEMPLATE_CHANNEL, () => this.#hear());
  }

  /** Idempotent. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#listening.close();
    await this.#running;
  }

  /** Many notifications while it catches up are one more turn. */
  #hear(): void {
    if (this.#isClosed) return;
    this.#isBehind = true;
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    const { database, catchUp, log } = this.#options;
    while (this.#isBehind && !this.#isClosed) {
      this.#isBehind = false;
      await catchUp(database).catch((thrown: unknown) =>
        log({ event: 'failed', during: 'following', error: traceOf(thrown) }),
      );
    }
    this.#running = null;
  }
}
