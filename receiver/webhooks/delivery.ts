import type { Log } from '../log.js';
import type { Database } from '../store/database.js';

/** What sending messages needs, and giving them up. */
export interface Delivery {
  readonly database: Database;
  readonly now: () => Date;
  readonly log: Log;
  /** Whether the clock is believed, by which a message has been tried for long enough. */
  readonly mayGiveUp: () => Promise<boolean>;
}
