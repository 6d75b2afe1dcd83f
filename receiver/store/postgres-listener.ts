import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Listening } from './database.js';

/** How often a quiet connection is asked whether it is still there, ms. */
const PULSE_MS = 30_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** How long a connection may take to end, ms. */
const END_MS = 1_000;

export interface ListenOptions {
  /** A new client, not connected yet, whose statements have a time limit. */
  readonly connect: () => pg.Client;
  /** An identifier. */
  readonly channel: string;
  readonly heard: () => void;
}

/** Listens on a connection of its own. One that breaks is replaced, after a pause that doubles with each failure. */
export class PostgresListener implements Listening {
  readonly #options: ListenOptions;
  readonly #closing = new AbortController();
  readonly #running: Promise<void>;

  constructor(options: ListenOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** Idempotent. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    for (let failures = 0; !signal.aborted; ) {
      failures = (await this.#listenOnce()) ? 0 : failures + 1;
      await pause(pauseMs(failures), signal);
    }
  }

  /** @returns whether it listened, once it does no more. */
  async #listenOnce(): Promise<boolean> {
    const { connect, channel, heard } = this.#options;
    const client = connect();
    const broken = new AbortController();
    client.on('error', () => broken.abort());
    client.on('end', () => broken.abort());
    client.on('notification', heard);
    const ended = AbortSignal.any([broken.signal, this.#closing.signal]);
    let didListen = false;
    try {
      await unlessAborted(ended, client.connect());
      await unlessAborted(ended, client.query(`listen ${client.escapeIdentifier(channel)}`));
      didListen = true;
      heard();
      for (;;) {
        await wait(PULSE_MS, undefined, { signal: ended, ref: false });
        await unlessAborted(ended, client.query('select 1'));
      }
    } catch {
      // Another connection comes in its place.
    }
    // One that does not answer would not end either.
    await Promise.race([client.end().catch(() => {}), wait(END_MS, undefined, { ref: false })]);
    return didListen;
  }
}

/** What `work` gives, unless the signal aborts before. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: waiting.signal });
    if (signal.aborted) reject(signal.reason);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    waiting.abort();
  }
}

function pauseMs(failures: number): number {
  const mostMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
  // Spread, so that not all receivers come back to a restarted server at once.
  return mostMs * (0.5 + Math.random() / 2);
}

async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  await wait(durationMs, undefined, { signal, ref: false }).catch(() => undefined);
}
