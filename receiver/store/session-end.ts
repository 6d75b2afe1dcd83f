import { and, eq } from 'drizzle-orm';
import type { Database } from './database.js';
import { type Erasing, erase } from './erasure.js';
import { sessions, verifications } from './schema.js';
import { endSessions } from './sessions.js';

export interface NonceSources {
  readonly nonce: string | null;
  /** Keyed hash of the nonce, in the verification that the session let in. */
  readonly nonceHash: string | null;
}

/** Where the nonce of a session may still be told; null when neither the session nor a verification of it is there. */
export async function nonceSources(database: Database, sessionId: string): Promise<NonceSources | null> {
  const [session] = await database
    .select({ nonce: sessions.nonce })
    .from(sessions)
    .where(eq(sessions.sessionId, sessionId));
  const [stored] = await database
    .select({ nonceHash: verifications.nonceHash })
    .from(verifications)
    .where(and(eq(verifications.sessionId, sessionId), eq(verifications.state, 'stored')));
  if (session === undefined && stored === undefined) return null;
  return { nonce: session?.nonce ?? null, nonceHash: stored?.nonceHash ?? null };
}

/** Ends the session and withdraws what it let in, all or nothing. An envelope that is being stored meanwhile
 * waits for the session's row and then finds it over (see `storeVerification`).
 * @returns the verification that was withdrawn now. */
export async function endAndWithdraw(
  database: Database,
  erasing: Erasing,
  sessionId: string,
  now: Date,
): Promise<string | null> {
  return database.transaction(async (transaction) => {
    await endSessions(transaction, eq(sessions.sessionId, sessionId), now);
    const [found] = await transaction
      .select({ verificationId: verifications.verificationId })
      .from(verifications)
      .where(eq(verifications.sessionId, sessionId));
    if (found === undefined) return null;
    const erased = await erase(transaction, erasing, [found.verificationId], 'withdrawn', now);
    return erased === 0 ? null : found.verificationId;
  });
}
