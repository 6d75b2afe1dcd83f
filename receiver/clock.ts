import type { ReceiverConfig } from './options.js';
import type { Database } from './store/database.js';
import { countDue } from './store/erasure.js';
import { recall, remember } from './store/memory.js';
import { countUndelivered } from './store/webhook-messages.js';
import { RETRIED_FOR_MS } from './webhooks/schedule.js';

/** The clock is so far ahead of the receiver's last sign of life that it may be wrong, and records would be deleted by it.
 * @example
 * if (error instanceof ClockJumpError) save(error.message); */
export class ClockJumpError extends Error {
  override readonly name = 'ClockJumpError';

  constructor(now: Date, lastSeen: Date, due: number) {
    const [says, was] = [now.toISOString(), lastSeen.toISOString()];
    super(
      `the clock says ${says}, but this receiver last ran at ${was}, and ${due} records or messages would be deleted by that clock; set the clock right, or confirm it once with --accept-clock`,
    );
  }
}

const LAST_SEEN = 'last-seen';
const DAY_MS = 86_400_000;
/** A receiver may have been off for so long before somebody has to say that the clock is right, ms. */
const BELIEVED_GAP_MS = 7 * DAY_MS;
/** One that runs says every hour that it lives. Shorter than messages are tried for: none is given up that was not tried for a day. */
const RUNNING_GAP_MS = 2 * DAY_MS;

type ClockConfig = Pick<ReceiverConfig, 'now' | 'acceptClock' | 'webhooks'>;

/** For a start: whether what is due by this clock may be deleted. The clock has run on from the last time, nothing is lost by it, or
 * somebody has confirmed it. Remembers the time if so.
 * @throws {@link ClockJumpError} */
export async function checkClock(database: Database, config: ClockConfig): Promise<void> {
  const now = config.now();
  const last = await lastSeen(database, now);
  if (!config.acceptClock && now.getTime() - last.getTime() > BELIEVED_GAP_MS) {
    const due = await countLost(database, config, now);
    if (due > 0) throw new ClockJumpError(now, last, due);
  }
  await remember(database, LAST_SEEN, now.toISOString());
}

/** For a receiver that runs, whether or not anything is due: a clock that jumps is not slowly made true by its upkeep. Remembers the
 * time if it is believed.
 * @throws {@link ClockJumpError} */
export async function checkRunningClock(database: Database, config: ClockConfig): Promise<void> {
  const now = config.now();
  if (!(await isClockBelieved(database, config)))
    throw new ClockJumpError(now, await lastSeen(database, now), await countLost(database, config, now));
  await remember(database, LAST_SEEN, now.toISOString());
}

/** Whether something may be destroyed or given up because of the time. */
export async function isClockBelieved(
  database: Database,
  { now, acceptClock }: Pick<ClockConfig, 'now' | 'acceptClock'>,
): Promise<boolean> {
  const at = now();
  return acceptClock || at.getTime() - (await lastSeen(database, at)).getTime() <= RUNNING_GAP_MS;
}

/** Now, where there was no last time. */
async function lastSeen(database: Database, now: Date): Promise<Date> {
  return new Date((await recall(database, LAST_SEEN)) ?? now);
}

async function countLost(database: Database, { webhooks }: ClockConfig, now: Date): Promise<number> {
  const due = await countDue(database, now);
  if (webhooks.length === 0) return due;
  return due + (await countUndelivered(database, new Date(now.getTime() - RETRIED_FOR_MS)));
}
