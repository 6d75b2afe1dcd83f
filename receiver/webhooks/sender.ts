import { setTimeout as wait } from 'node:timers/promises';
import { traceOf } from '../log.js';
import { type Claimed, claim, fanOut, postpone, settle } from '../store/webhook-deliveries.js';
import type { Delivery } from './delivery.js';
import { type CheckedEndpoint, endpointId } from './endpoint.js';
import { post } from './post.js';
import { RemovedEndpoints } from './removed.js';
import { retryAfterS } from './retry-after.js';
import { type Failed, LONGEST_MS, nextAttempt } from './schedule.js';
import { signedHeaders } from './sign.js';

const POLL_MS = 2_000;
const REMOVED_EVERY_MS = 600_000;
/** An attempt ends by itself after 10 s; a sender that has not said how it went by then is gone, ms. */
const LEASE_MS = 30_000;
/** At one time to one endpoint. */
const AT_ONCE = 10;

export interface SenderOptions extends Delivery {
  readonly endpoints: readonly CheckedEndpoint[];
  /** How often it looks for something to send, ms. Default 2,000. */
  readonly pollMs?: number | undefined;
  /** How often it looks for what waits for endpoints that are not there any more, ms. Default 10 minutes. */
  readonly removedEveryMs?: number | undefined;
}

/** Tells the marketplace's backends what happened: each message at least once, those of one verification in order, whatever
 * else waits. Any number of senders may work on one database. */
export class WebhookSender {
  readonly #options: SenderOptions;
  readonly #closing = new AbortController();
  readonly #running: Promise<unknown>;

  constructor(options: SenderOptions) {
    this.#options = options;
    const { endpoints } = options;
    // By itself for each endpoint: one that hangs holds up no other.
    const serving = endpoints.map((endpoint) => this.#serve(endpoint));
    this.#running = Promise.all(endpoints.length === 0 ? [] : [...serving, this.#watchRemoved()]);
  }

  /** Ends what is being sent; what was not answered is sent again by the next sender. Idempotent. */
  async close(): Promise<void> {
    this.#closing.abort(new DOMException('closing', 'AbortError'));
    await this.#running;
  }

  async #serve(endpoint: CheckedEndpoint): Promise<void> {
    const { signal } = this.#closing;
    const { log, pollMs = POLL_MS } = this.#options;
    while (!signal.aborted) {
      const sent = await this.#round(endpoint).catch((thrown: unknown) => {
        if (!signal.aborted) log({ event: 'failed', during: 'webhooks', error: traceOf(thrown) });
        return 0;
      });
      if (sent === 0) await wait(pollMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #watchRemoved(): Promise<void> {
    const { signal } = this.#closing;
    const { endpoints, log, removedEveryMs = REMOVED_EVERY_MS } = this.#options;
    const removed = new RemovedEndpoints({ ...this.#options, known: endpoints.map(endpointId) });
    while (!signal.aborted) {
      await removed.look().catch((thrown: unknown) => {
        if (!signal.aborted) log({ event: 'failed', during: 'webhooks', error: traceOf(thrown) });
      });
      await wait(removedEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** @returns how many were sent, or tried. */
  async #round(endpoint: CheckedEndpoint): Promise<number> {
    const { database, endpoints, now } = this.#options;
    const at = now();
    await fanOut(database, endpoints.map(endpointId));
    const inMs = (ms: number): Date => new Date(at.getTime() + ms);
    const times = { now: at, leaseUntil: inMs(LEASE_MS), furthest: inMs(2 * LONGEST_MS) };
    const claimed = await claim(database, endpointId(endpoint), times, AT_ONCE);
    await Promise.all(claimed.map((message) => this.#send(endpoint, message)));
    return claimed.length;
  }

  async #send(endpoint: CheckedEndpoint, message: Claimed): Promise<void> {
    const { database, now, log } = this.#options;
    const { messageId, type, attempts } = message;
    const id = endpointId(endpoint);
    const attempt = await attemptAt(endpoint, message, now, this.#closing.signal);
    // Nobody knows whether it arrived: the lease runs out, and it is sent again.
    if (this.#closing.signal.aborted && attempt.status === null) return;
    log({ event: 'webhook.attempted', messageId, type, endpoint: id, ...attempt, attempts });
    const isHeard = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
    const next = isHeard ? null : await this.#next({ ...message, ...attempt });
    if (!isHeard && next === null) log({ event: 'webhook.given_up', messageId, type, endpoint: id });
    if (next === null) await settle(database, messageId, id, now());
    else await postpone(database, messageId, id, next);
  }

  /** @returns null when it is given up. */
  async #next(failed: Failed): Promise<Date | null> {
    const { now, mayGiveUp } = this.#options;
    const next = nextAttempt(failed, now(), Math.random());
    if (next !== null || (await mayGiveUp())) return next;
    return new Date(now().getTime() + LONGEST_MS);
  }
}

interface Attempt {
  /** Null: no answer. */
  readonly status: number | null;
  readonly retryAfterS: number | null;
  /** Why there was no answer: a code of the network, without the address. */
  readonly code?: string;
}

async function attemptAt(
  endpoint: CheckedEndpoint,
  { messageId, type, body, createdAt }: Claimed,
  now: () => Date,
  signal: AbortSignal,
): Promise<Attempt> {
  const text = JSON.stringify({ type, timestamp: createdAt.toISOString(), data: body });
  const headers = signedHeaders({ messageId, at: now(), body: text }, endpoint.secrets);
  try {
    const { status, retryAfter } = await post(endpoint, headers, text, signal);
    return { status, retryAfterS: retryAfterS(retryAfter, now()) };
  } catch (thrown) {
    const { code, name } = traceOf(thrown);
    return { status: null, retryAfterS: null, code: code ?? name };
  }
}
