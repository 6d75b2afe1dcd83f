/** What the store's own failure is called on the wire. */
export type StorageCode = 'storage.full' | 'storage.unavailable';

const TEXTS: Readonly<Record<StorageCode, string>> = {
  'storage.full': 'the disk has no room',
  'storage.unavailable': 'the database does not answer',
};

/** The store cannot serve: not the fault of whoever asked.
 * @example
 * if (error instanceof StorageError) return new Response(error.code, { status: 503 }); */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageCode;

  constructor(code: StorageCode, detail: string = TEXTS[code]) {
    super(detail);
    this.code = code;
  }
}

/** SQLSTATE: connections (08); a server that stops (57P), that ends a statement for its time (57014), that has no more memory or clients
 * (53), whose disk fails (58), or that reads only, as after a failover (25006); a transaction that another one stood in the way of
 * (40001, 40P01, 55P03), or whose end nobody knows (40003); errno of sockets; or none at all. */
const UNAVAILABLE =
  /^(08|57P|57014$|53|58|25006$|400(01|03)$|40P01$|55P03$|E(CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN|TIMEDOUT|PIPE)$)/;
const UNCODED =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection/;

/** What a failure means where the store is behind it; null where it is something else. */
export function storageCodeOf(thrown: unknown): StorageCode | null {
  if (!(thrown instanceof Error)) return null;
  if (thrown instanceof StorageError) return thrown.code;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return 'storage.full';
  if (UNAVAILABLE.test(code) || UNCODED.test(thrown.message)) return 'storage.unavailable';
  return storageCodeOf(thrown.cause);
}
