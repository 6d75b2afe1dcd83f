import type pg from 'pg';

/** What one receiver of a deployment does at a time.
 * - `keys`: makes and replaces the secrets
 * - `slots`: writes to a shared file of slots
 * - `upkeep`: deletes what is due
 * - `matrix`: puts all templates under another matrix */
export type LockName = 'keys' | 'slots' | 'upkeep' | 'matrix';

/** Any numbers that no other advisory lock of the receiver has: "candor" and a count. */
const NUMBERS: Readonly<Record<LockName, number>> = {
  keys: 0x63616e_03,
  slots: 0x63616e_04,
  upkeep: 0x63616e_05,
  matrix: 0x63616e_06,
};

export interface Locks {
  /** Runs `work` once no other process runs any under this name.
   * @throws the database's error when that takes longer than its pool lets a statement take. */
  hold<T>(name: LockName, work: () => Promise<T>): Promise<T>;
  /** @returns null, and has not run it, when another process is at it. */
  holdIfFree<T>(name: LockName, work: () => Promise<T>): Promise<{ readonly result: T } | null>;
}

/** Of a database that one process has to itself. */
export const UNSHARED: Locks = {
  hold: (_, work) => work(),
  holdIfFree: async (_, work) => ({ result: await work() }),
};

/** Advisory locks of PostgreSQL. Each is held by a connection, which it dies with: a receiver that is killed keeps nobody waiting.
 * A pooler that gives each statement another connection cannot be between. */
export class PostgresLocks implements Locks {
  readonly #pool: pg.Pool;

  /** @param pool - gives a connection for as long as a lock is held; no transaction may use it. */
  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async hold<T>(name: LockName, work: () => Promise<T>): Promise<T> {
    return this.#onOneConnection(async (connection) => {
      await connection.query('select pg_advisory_lock($1)', [NUMBERS[name]]);
      return release(connection, name, work);
    });
  }

  async holdIfFree<T>(name: LockName, work: () => Promise<T>): Promise<{ readonly result: T } | null> {
    return this.#onOneConnection(async (connection) => {
      const asked = await connection.query('select pg_try_advisory_lock($1) as got', [NUMBERS[name]]);
      return asked.rows[0]?.got === true ? { result: await release(connection, name, work) } : null;
    });
  }

  async #onOneConnection<T>(use: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
    const connection = await this.#pool.connect();
    let isSound = false;
    try {
      const result = await use(connection);
      isSound = true;
      return result;
    } finally {
      // One that may still hold a lock is ended, and the lock with it.
      connection.release(!isSound);
    }
  }
}

async function release<T>(connection: pg.PoolClient, name: LockName, work: () => Promise<T>): Promise<T> {
  const result = await work();
  await connection.query('select pg_advisory_unlock($1)', [NUMBERS[name]]);
  return result;
}
