import type { Database } from './store/database.js';
import { countDue } from './store/erasure.js';
import { recall, remember } from './store/memory.js';

/** The clock is so far ahead of the receiver's last sign of life that it may be wrong, and records would be deleted by it. */
export class ClockJumpError extends Error {
  override readonly name = 'ClockJumpError';

  constructor(now: Date, lastSeen: Date, due: number) {
    const [says, was] = [now.toISOString(), lastSeen.toISOString()];
    super(
      `the clock says ${says}, but this receiver last ran at ${was}, and ${due} records would be deleted by that clock; set the clock right, or confirm it once with --accept-clock`,
    );
  }
}

const LAST_SEEN = 'last-seen';
/** A receiver may have been off for so long before somebody has to say that the clock is right, ms. */
const BELIEVED_GAP_MS = 7 * 86_400_000;

/** Whether what is due by this clock may be deleted: the clock has run on from the last time, nothing is lost by it, or
 * somebody has confirmed it. Remembers the time if so.
 * @throws {@link ClockJumpError} */
export async function checkClock(database: Database, now: Date, isConfirmed: boolean): Promise<void> {
  const last = await recall(database, LAST_SEEN);
  if (last !== null && !isConfirmed && now.getTime() - Date.parse(last) > BELIEVED_GAP_MS) {
    const due = await countDue(database, now);
    if (due > 0) throw new ClockJumpError(now, new Date(last), due);
  }
  await remember(database, LAST_SEEN, now.toISOString());
}
