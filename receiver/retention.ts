import type { Notice } from '../src/core/types.js';
import type { ReceiverConfig } from './options.js';
import type { Database } from './store/database.js';
import { sweepOptOuts } from './store/opt-outs.js';
import { sweepSessions } from './store/sessions.js';
import { sweepVerifications } from './store/verifications.js';

/** Deletes what the notice promised to delete by now (requirement L-10). */
export async function sweep(
  database: Database,
  { now, attemptWindowMs, log }: Pick<ReceiverConfig, 'now' | 'attemptWindowMs' | 'log'>,
): Promise<void> {
  const at = now();
  const verifications = await sweepVerifications(database, at);
  const sessions = await sweepSessions(database, at, attemptWindowMs);
  const optOuts = await sweepOptOuts(database, at);
  log({ event: 'swept', verifications, sessions, optOuts });
}

const DAY_MS = 86_400_000;

/** When something that arrives at `from` is deleted; `checkOptions` makes sure that all notices promise the same. */
export function retentionEnd(notices: Readonly<Record<string, Notice>>, from: Date): Date {
  const days = Math.min(...Object.values(notices).map(({ retentionDays }) => retentionDays));
  return new Date(from.getTime() + days * DAY_MS);
}
