import type { Context } from 'hono';
import type { ReceiverContext } from './context.js';
import { principalOf } from './keys/secrets.js';
import { clientIn } from './limits.js';
import { ProblemError, UnprovenRefusal } from './problem.js';
import { coolsUntil, recordFailure } from './store/failures.js';

/** Whoever fails five times within three minutes waits for half an hour (requirement P-12): a person who has trouble needs
 * another way and not a sixth try, and whoever looks for what passes needs tries. */

type Counting = Pick<ReceiverContext, 'config' | 'secrets' | 'database'>;

/** @throws `attempts.cooling_down` while that lasts. */
export async function assertNotCooling(
  receiver: Counting,
  context: Context,
  subject: string | undefined,
): Promise<void> {
  const { config, database } = receiver;
  const principal = failing(receiver, context, subject);
  if (principal === null) return;
  const until = await coolsUntil(database, principal, config.maxFailures, config.now());
  if (until === null) return;
  throw new ProblemError('attempts.cooling_down', {
    retryAfterS: (until.getTime() - config.now().getTime()) / 1_000,
  });
}

/** Runs a delivery, and counts it where the envelope is refused through the seller's doing: it does not open, or belongs to another
 * session. */
export async function countingRefusals<T>(
  countFailed: () => Promise<void>,
  deliver: () => Promise<T>,
): Promise<T> {
  try {
    return await deliver();
  } catch (thrown) {
    const isRefusal = thrown instanceof ProblemError && thrown.code.startsWith('envelope.');
    if (isRefusal && !(thrown instanceof UnprovenRefusal)) await countFailed();
    throw thrown;
  }
}

/** Counts a failure against whoever delivers. */
export async function countFailure(
  receiver: Counting,
  context: Context,
  subject: string | undefined,
): Promise<void> {
  const principal = failing(receiver, context, subject);
  if (principal !== null) await recordFailure(receiver.database, principal, receiver.config.now());
}

/** The subject that somebody vouches for, else the address, as with attempts. Null where neither is known: all others would
 * cool down with one. */
function failing(
  { config, secrets }: Counting,
  context: Context,
  subject: string | undefined,
): string | null {
  if (subject !== undefined && config.vouchesForSubjects)
    return principalOf(secrets, 'failing-subject', subject);
  const client = clientIn(context, config);
  return client === null ? null : principalOf(secrets, 'failing-address', client);
}
