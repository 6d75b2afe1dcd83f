import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

/** Another receiver works on this database, and the two do not share their keys.
 * @example
 * if (error instanceof DatabaseInUseError) save(error.code); */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
  readonly code = 'database.in_use';

  constructor() {
    super(
      'another receiver works on this database, and one of the two has keys in a folder of its own; receivers of one database share their keys (docs/several-receivers.md), or one of them has to be stopped',
    );
  }
}

/** The number of the advisory lock: no other of the receiver has it. */
export const LIFE_LOCK = 0x63616e_08;
/** How long a start waits for a receiver that is just ending, and one that runs for its own lost connection to end, ms. */
const PATIENCE_MS = 3_000;
const POLL_MS = 250;
/** How often the connection is asked whether it is still there, ms: one that broke on the server's side alone says nothing. */
const PULSE_MS = 10_000;
/** How long a connection may take to end, ms. */
const END_MS = 1_000;
/** The server ends the connection of a machine that is gone within 25 s: by default it would keep the lock for two hours. */
const KEEP_ALIVE =
  'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';

export interface LifeLockOptions {
  /** A new client that is not connected yet.
   * @param name - what the server lists its connection as. */
  readonly connect: (name: string) => pg.Client;
  /** Shared: beside others that hold it shared. Else: alone. */
  readonly mode: 'shared' | 'alone';
  /** Called once, when the connection broke and another receiver has the lock by now. */
  readonly onLost: (reason: DatabaseInUseError) => void;
}

/** A lock of the database that a receiver holds for as long as it lives, on a connection of its own. It dies with that connection, and is
 * taken again as soon as there is a new one. */
export class LifeLock {
  readonly #options: LifeLockOptions;
  readonly #name = `candor-receiver ${randomUUID()}`;
  readonly #closing = new AbortController();
  #holding: Promise<void> = Promise.resolve();

  private constructor(options: LifeLockOptions) {
    this.#options = options;
  }

  /** @throws {@link DatabaseInUseError}, or the database's error. */
  static async take(options: LifeLockOptions): Promise<LifeLock> {
    const lock = new LifeLock(options);
    const connection = await lock.#takePatiently();
    if (connection === null) throw new DatabaseInUseError();
    lock.#holding = lock.#keep(connection);
    return lock;
  }

  /** Idempotent. */
  async release(): Promise<void> {
    this.#closing.abort();
    await this.#holding;
  }

  async #keep(first: Held): Promise<void> {
    const { signal } = this.#closing;
    for (let held: Held | null = first; held !== null; held = await this.#retake()) {
      await untilBroken(held, signal);
      await end(held.client);
      if (signal.aborted) return;
    }
    if (!signal.aborted) this.#options.onLost(new DatabaseInUseError());
  }

  /** @returns null when another has it, or this is closing. */
  async #retake(): Promise<Held | null> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      // While the database is not there, nobody else has it either.
      const taken = await this.#takePatiently().catch(() => undefined);
      if (taken !== undefined) return taken;
      await wait(POLL_MS, undefined, { signal, ref: false }).catch(() => {});
    }
    return null;
  }

  async #takePatiently(): Promise<Held | null> {
    const untilMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const held = await this.#takeOnce();
      if (held !== null || performance.now() > untilMs || this.#closing.signal.aborted) return held;
      await wait(POLL_MS);
    }
  }

  async #takeOnce(): Promise<Held | null> {
    const client = this.#options.connect(this.#name);
    const broken = new AbortController();
    client.on('error', () => broken.abort());
    client.on('end', () => broken.abort());
    try {
      await client.connect();
      if (await this.#ask(client)) return { client, broken };
    } catch (thrown) {
      await end(client);
      throw thrown;
    }
    await end(client);
    return null;
  }

  async #ask(client: pg.Client): Promise<boolean> {
    await client.query(KEEP_ALIVE);
    // This receiver's own earlier connection, which broke on one side alone.
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [this.#name],
    );
    const ask =
      this.#options.mode === 'alone' ? 'pg_try_advisory_lock($1)' : 'pg_try_advisory_lock_shared($1)';
    const { rows } = await client.query(`select ${ask} as got`, [LIFE_LOCK]);
    return rows[0]?.got === true;
  }
}

interface Held {
  readonly client: pg.Client;
  /** Aborted once the connection is gone. */
  readonly broken: AbortController;
}

async function untilBroken({ client, broken }: Held, closing: AbortSignal): Promise<void> {
  const ended = AbortSignal.any([broken.signal, closing]);
  while (!ended.aborted) {
    await wait(PULSE_MS, undefined, { signal: ended, ref: false }).catch(() => {});
    if (!ended.aborted) await client.query('select 1').catch(() => broken.abort());
  }
}

/** A connection whose other side is gone would be waited for. */
async function end(client: pg.Client): Promise<void> {
  await Promise.race([client.end().catch(() => {}), wait(END_MS, undefined, { ref: false })]);
}
