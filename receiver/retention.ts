import type { Notice } from '../src/core/types.js';
import { checkRunningClock } from './clock.js';
import { minuteOf } from './limits.js';
import type { ReceiverConfig } from './options.js';
import type { Database } from './store/database.js';
import { type Erasing, sweepProofs, sweepVerifications } from './store/erasure.js';
import { sweepExemptions } from './store/exemptions.js';
import { FAILURE_WINDOW_MS } from './store/failures.js';
import { sweepOptOuts } from './store/opt-outs.js';
import { sweepPostCounts } from './store/post-counts.js';
import { sweepSessions } from './store/sessions.js';
import { pruneChanges } from './store/template-log.js';
import { rememberSender, sweepWebhookMessages } from './store/webhook-messages.js';

const DAY_MS = 86_400_000;
/** Changes of templates that an index which follows them may still have to read, ms. */
const CHANGES_KEPT_MS = 7 * DAY_MS;

type SweepConfig = Pick<ReceiverConfig, 'now' | 'attemptWindowMs' | 'acceptClock' | 'log' | 'webhooks'>;

/** Deletes what the notice promised to delete by now (requirement L-10).
 * @throws ClockJumpError, and deletes nothing, when the clock cannot be believed. */
export async function sweep(database: Database, erasing: Erasing, config: SweepConfig): Promise<void> {
  const { now, attemptWindowMs, log, webhooks } = config;
  const at = now();
  await checkRunningClock(database, config);
  const verifications = await sweepVerifications(database, erasing, at);
  const proofs = await sweepProofs(database, at);
  const sessions = await sweepSessions(database, at, Math.max(attemptWindowMs, FAILURE_WINDOW_MS));
  const optOuts = await sweepOptOuts(database, at);
  const exemptions = await sweepExemptions(database, at);
  await pruneChanges(database, new Date(at.getTime() - CHANGES_KEPT_MS));
  await sweepPostCounts(database, minuteOf(at));
  if (webhooks.length > 0) await rememberSender(database, at);
  const webhookMessages = await sweepWebhookMessages(database, at);
  log({ event: 'swept', verifications, proofs, sessions, optOuts, exemptions, webhookMessages });
}

/** When something that arrives at `from` is deleted; `checkOptions` makes sure that all notices promise the same. */
export function retentionEnd(notices: Readonly<Record<string, Notice>>, from: Date): Date {
  const days = Math.min(...Object.values(notices).map(({ retentionDays }) => retentionDays));
  return new Date(from.getTime() + days * DAY_MS);
}
