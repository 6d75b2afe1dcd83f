import type { Context } from 'hono';
import { clientOf, forwardedFor } from './address.js';
import { principalOf, type Secrets } from './keys/secrets.js';
import type { ReceiverConfig } from './options.js';
import { ProblemError } from './problem.js';
import type { AttemptRule } from './store/sessions.js';

const MINUTE_MS = 60_000;

/** Counts POSTs per client in whole minutes, in memory: a brake on floods, not a record. */
export class PostLimit {
  readonly #perMinute: number;
  #minute = 0;
  #counts = new Map<string, number>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** @throws `request.too_many` */
  take(client: string, now: Date): void {
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(client) ?? 0) + 1;
    this.#counts.set(client, count);
    if (count <= this.#perMinute) return;
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
