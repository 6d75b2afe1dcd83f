import type { Notice } from '../src/core/types.js';
import { checkClock } from './clock.js';
import type { ReceiverConfig } from './options.js';
import type { Database } from './store/database.js';
import { sweepExemptions } from './store/exemptions.js';
import { sweepOptOuts } from './store/opt-outs.js';
import { sweepSessions } from './store/sessions.js';
import { sweepVerifications } from './store/verifications.js';

type SweepConfig = Pick<ReceiverConfig, 'now' | 'attemptWindowMs' | 'acceptClock' | 'log'>;

/** Deletes what the notice promised to delete by now (requirement L-10).
 * @throws ClockJumpError, and deletes nothing, when the clock cannot be believed. */
export async function sweep(
  database: Database,
  { now, attemptWindowMs, acceptClock, log }: SweepConfig,
): Promise<void> {
  const at = now();
  await checkClock(database, at, acceptClock);
  const verifications = await sweepVerifications(database, at);
  const sessions = await sweepSessions(database, at, attemptWindowMs);
  const optOuts = await sweepOptOuts(database, at);
  const exemptions = await sweepExemptions(database, at);
  log({ event: 'swept', verifications, sessions, optOuts, exemptions });
}

const DAY_MS = 86_400_000;

/** When something that arrives at `from` is deleted; `checkOptions` makes sure that all notices promise the same. */
export function retentionEnd(notices: Readonly<Record<string, Notice>>, from: Date): Date {
  const days = Math.min(...Object.values(notices).map(({ retentionDays }) => retentionDays));
  return new Date(from.getTime() + days * DAY_MS);
}
