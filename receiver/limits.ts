import type { Context } from 'hono';
import { clientOf, forwardedFor } from './address.js';
import { principalOf, type Secrets } from './keys/secrets.js';
import type { ReceiverConfig } from './options.js';
import { ProblemError } from './problem.js';
import type { AttemptRule } from './store/sessions.js';

const MINUTE_MS = 60_000;

/** The minute since 1970 that a time is in. */
export function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS);
}

/** Counts one more of a client, and says how many it were in this minute. */
export type CountPost = (client: string, minute: number) => number | Promise<number>;

/** Counts in this process alone. */
export function countInMemory(): CountPost {
  let counted = 0;
  let counts = new Map<string, number>();
  return (client, minute) => {
    if (minute !== counted) counts = new Map();
    counted = minute;
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    return count;
  };
}

/** Limits POSTs per client in whole minutes: a brake on floods, not a record. */
export class PostLimit {
  readonly #perMinute: number;
  readonly #count: CountPost;

  constructor(perMinute: number, count: CountPost) {
    this.#perMinute = perMinute;
    this.#count = count;
  }

  /** @throws `request.too_many` */
  async take(client: string, now: Date): Promise<void> {
    if (this.#perMinute === Number.POSITIVE_INFINITY) return;
    const minute = minuteOf(now);
    if ((await this.#count(client, minute)) <= this.#perMinute) return;
    throw new ProblemError('request.too_many', {
      retryAfterS: ((minute + 1) * MINUTE_MS - now.getTime()) / 1_000,
    });
  }
}

/** What `@hono/node-server` adds to a request; absent where the app is called without a server. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } | undefined };
}

/** What the client is counted under (`clientOf`), or null where nobody says: the app runs under another server than Node's,
 * and the options name neither `clientAddress` nor proxies. */
export function clientIn(
  context: Context,
  { clientAddress, trustProxy }: Pick<ReceiverConfig, 'clientAddress' | 'trustProxy'>,
): string | null {
  const bindings: NodeBindings | undefined = context.env;
  const candidates = [
    clientAddress?.(context.req.raw),
    forwardedFor(context.req.header('x-forwarded-for'), trustProxy),
    bindings?.incoming?.socket?.remoteAddress,
  ];
  for (const candidate of candidates) {
    const client = clientOf(candidate ?? '');
    if (client !== null) return client;
  }
  return null;
}

/** Clients without an address share one count of attempts: an unlimited one would be everybody's way around. */
const UNKNOWN = 'unknown';

type AttemptLimits = Pick<
  ReceiverConfig,
  'vouchesForSubjects' | 'maxAttempts' | 'maxAttemptsPerAddress' | 'attemptWindowMs'
>;

/** What an attempt counts against. A subject counts only where the marketplace has said that it is this client's: anyone
 * can state a fresh one for each attempt, or another seller's to use up theirs. Such a subject is counted beside the
 * address, which many sellers may share; without one the address stands for the seller. */
export function attemptRules(
  { vouchesForSubjects, maxAttempts, maxAttemptsPerAddress, attemptWindowMs: windowMs }: AttemptLimits,
  secrets: Secrets,
  subject: string | undefined,
  client: string | null,
): readonly AttemptRule[] {
  if (subject === undefined || !vouchesForSubjects) {
    return [{ principal: principalOf(secrets, 'address', client ?? UNKNOWN), max: maxAttempts, windowMs }];
  }
  const own = { principal: principalOf(secrets, 'subject', subject), max: maxAttempts, windowMs };
  if (client === null) return [own];
  const shared = principalOf(secrets, 'shared-address', client);
  return [own, { principal: shared, max: maxAttemptsPerAddress, windowMs }];
}
