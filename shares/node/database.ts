/** Asks the database; parameters are `$1`, `$2` and so on. */
export interface Asking {
  /** @throws {@link ShareError} `shares.database_failed`. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<{ readonly rows: Row[] }>;
}

/** What a node asks of its database, whichever it is. What a statement changed is on the disk when it resolves, as far as the database
 * is set up for it ({@link Database.unsafe}). */
export interface Database extends Asking {
  /** Settings under which a crash of the database's machine may lose what was said to be stored. */
  readonly unsafe: readonly string[];
  /** Aborted once nothing can be asked any more: the connection was lost, or closed. Of the statement that was under way nobody knows
   * then whether it counts, so what is in memory has to be read anew. */
  readonly ended: AbortSignal;
  /** All of it counts or nothing. No other statement comes between; `work` asks through what it is given, and nothing else.
   * @throws what `work` throws, or {@link ShareError} `shares.database_failed`. */
  transaction<T>(work: (transaction: Asking) => Promise<T>): Promise<T>;
  /** Several statements without parameters. */
  exec(sql: string): Promise<void>;
  /** Waits for what is under way. Idempotent. */
  close(): Promise<void>;
}
