import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { sleep, withDeadline } from '../../src/core/abort.js';
import { ShareError } from '../errors.js';
import type { Asking, Database } from './database.js';
import { databaseError } from './database-error.js';
import { Turns } from './turns.js';

/** Held by the one node that works on the database: any number that no other program of this database uses. */
export const NODE_LOCK = 0x63616e_09;

/** How long the server may take for a statement, ms: the longest are of some thousand rows, or forget every row that is staged. */
const STATEMENT_MS = 60_000;
/** How much longer its answer is waited for, ms. */
const GRACE_MS = 5_000;
/** How often the connection is asked whether it is still there, and how long it may take to say so, ms: one that broke on the server's
 * side alone says nothing. Both together are less than the server waits before it gives the lock to another node. */
const PULSE_MS = 10_000;
const PULSE_ANSWER_MS = 5_000;
/** How long a start waits for the lock, ms: another node may just be ending, or the server may still be ending a connection that broke. */
const PATIENCE_MS = 3_000;
const POLL_MS = 250;
const CONNECT_MS = 5_000;
/** How long a connection may take to end, ms. */
const END_MS = 1_000;

/** Whatever the server's defaults are: a commit is on its disk when it answers; a connection that says nothing for long is left alone;
 * one whose other side is gone ends within 25 s (by default the lock would stay for two hours). */
const SESSION = `
set synchronous_commit = on;
set statement_timeout = ${STATEMENT_MS};
set tcp_keepalives_idle = 10;
set tcp_keepalives_interval = 5;
set tcp_keepalives_count = 3;
select set_config(name, '0', false) from pg_settings where name = 'idle_session_timeout';`;
const UNSAFE = `select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off'`;

export interface PostgresOptions {
  readonly url: string;
  /** What the server lists the connection as. The same for every connection of a node, which ends its own earlier one. */
  readonly name: string;
  /** Ends it while it is being opened. */
  readonly signal: AbortSignal;
}

/** A PostgreSQL database for one node alone, over one connection, which holds an advisory lock. Whoever has lost the lock has lost the
 * connection, and so can neither change anything nor write down a decision beside another node. No pooler that gives each statement
 * another connection can be between. */
export class PostgresDatabase implements Database {
  readonly #client: pg.Client;
  readonly #socket: Socket;
  readonly #turns = new Turns();
  readonly #ended = new AbortController();
  #unsafe: readonly string[] = [];

  private constructor(client: pg.Client, socket: Socket) {
    this.#client = client;
    this.#socket = socket;
    // A connection that breaks rejects its query, and says so here too: without a listener that would end the process.
    client.on('error', () => this.#lose('connection'));
    client.on('end', () => this.#lose('connection'));
  }

  /** @throws {@link ShareError} `shares.in_use` where another node works on it, `shares.database_failed`, `shares.bad_input`. */
  static async open({ url, name, signal }: PostgresOptions): Promise<PostgresDatabase> {
    const { default: pg } = await import('pg');
    const socket = new Socket();
    const database = new PostgresDatabase(clientOf(pg, { url, name, socket }), socket);
    const onAbort = (): void => database.#lose('closed');
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      signal.throwIfAborted();
      await database.#connect(name);
      return database;
    } catch (thrown) {
      database.#lose('connection');
      throw databaseError(thrown);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  get unsafe(): readonly string[] {
    return this.#unsafe;
  }

  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<{ readonly rows: Row[] }> {
    return this.#turns.run(() => this.#ask<Row>(sql, parameters));
  }

  transaction<T>(work: (transaction: Asking) => Promise<T>): Promise<T> {
    return this.#turns.run(async () => {
      await this.#ask('begin');
      try {
        const result = await work({ query: (sql, parameters) => this.#ask(sql, parameters) });
        await this.#ask('commit');
        return result;
      } catch (thrown) {
        // A connection that cannot go back would have the next statement in the same transaction.
        await this.#ask('rollback').catch(() => this.#lose('rollback'));
        throw thrown;
      }
    });
  }

  async exec(sql: string): Promise<void> {
    await this.query(sql);
  }

  async close(): Promise<void> {
    await this.#turns.idle();
    this.#lose('closed');
    await this.#end();
  }

  async #connect(name: string): Promise<void> {
    await this.#within(CONNECT_MS, () => this.#client.connect());
    await this.#ask(SESSION);
    // Here too: a URL may give another one, which comes before what the client is told.
    await this.#ask("select set_config('application_name', $1, false)", [name]);
    // This node's own earlier connection, which broke on one side alone, would keep the lock.
    await this.#ask(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [name],
    );
    await this.#takeLock();
    const { rows } = await this.#ask<{ name: string }>(UNSAFE);
    this.#unsafe = rows.map((row) => row.name);
    void this.#keepAsking();
  }

  async #takeLock(): Promise<void> {
    const untilMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const { rows } = await this.#ask<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
        NODE_LOCK,
      ]);
      if (rows[0]?.got === true) return;
      if (performance.now() > untilMs) throw new ShareError('shares.in_use', { detail: 'the database' });
      await sleep(POLL_MS, this.ended);
    }
  }

  async #keepAsking(): Promise<void> {
    for (;;) {
      await wait(PULSE_MS, undefined, { signal: this.ended, ref: false }).catch(() => {});
      if (this.ended.aborted) return;
      await this.#turns.run(() => this.#ask('select 1', [], PULSE_ANSWER_MS)).catch(() => {});
    }
  }

  async #ask<Row>(
    sql: string,
    parameters: readonly unknown[] = [],
    withinMs = STATEMENT_MS + GRACE_MS,
  ): Promise<{ readonly rows: Row[] }> {
    // Without parameters in the protocol that takes several statements.
    const given = parameters.length === 0 ? undefined : [...parameters];
    return this.#within(withinMs, async () => {
      const { rows } = await this.#client.query(sql, given);
      return { rows };
    });
  }

  /** Whatever is not the server's own answer ends the connection: nobody knows what became of the statement, and a late answer would be
   * taken for that of the next one. */
  async #within<T>(withinMs: number, work: () => Promise<T>): Promise<T> {
    const late = (): Error => {
      this.#lose(`no answer for ${withinMs} ms`);
      return this.ended.reason;
    };
    try {
      return await withDeadline(withinMs, this.ended, late, work);
    } catch (thrown) {
      if (!isAnswer(thrown)) this.#lose('connection');
      throw databaseError(thrown);
    }
  }

  #lose(detail: string): void {
    if (this.ended.aborted) return;
    this.#ended.abort(new ShareError('shares.database_failed', { detail }));
    void this.#end();
  }

  /** A connection whose other side is gone would be waited for. */
  async #end(): Promise<void> {
    const ending = this.#client.end().catch(() => {});
    await Promise.race([ending, wait(END_MS)]);
    this.#socket.destroy();
  }
}

/** Errors that the server sends have a severity. */
function isAnswer(thrown: unknown): boolean {
  return thrown instanceof Error && 'severity' in thrown;
}

interface Named {
  readonly url: string;
  readonly name: string;
  readonly socket: Socket;
}

function clientOf({ Client }: typeof pg, { url, name, socket }: Named): pg.Client {
  try {
    return new Client({
      connectionString: url,
      application_name: name,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      stream: () => socket,
    });
  } catch {
    // Without what it says, which may hold the URL.
    throw new ShareError('shares.bad_input', { detail: "the database's URL" });
  }
}
