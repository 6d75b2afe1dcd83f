import type { Context } from 'hono';
import type { ReceiverConfig } from './options.js';
import { ProblemError } from './problem.js';

const MINUTE_MS = 60_000;

/** Counts POSTs per address in whole minutes, in memory: a brake on floods, not a record. */
export class PostLimit {
  readonly #perMinute: number;
  #minute = 0;
  #counts = new Map<string, number>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** @throws `request.too_many` */
  take(address: string, now: Date): void {
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, count);
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

/** The client's address, or `unknown` where there is no connection. */
export function addressOf(context: Context, { trustProxy }: Pick<ReceiverConfig, 'trustProxy'>): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const bindings: NodeBindings | undefined = context.env;
  return forwarded || bindings?.incoming?.socket?.remoteAddress || 'unknown';
}
