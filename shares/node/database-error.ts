import { ShareError } from '../errors.js';

/** A failure of the database as the one that a node knows, with its code alone: SQLSTATE, or that of a socket. The words of a database
 * may name an address or a user. */
export function databaseError(thrown: unknown): ShareError {
  if (thrown instanceof ShareError) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  const detail = typeof code === 'string' ? code : 'connection';
  return new ShareError('shares.database_failed', { cause: thrown, detail });
}
