import { asc, eq } from 'drizzle-orm';
import type { Review } from '../../src/envelope/review.js';
import type { StoredRecord } from '../../src/envelope/wire.js';
import type { Database } from './database.js';
import { readReview } from './review-state.js';
import { verifications } from './schema.js';

export interface SubjectRecord extends Pick<StoredRecord, 'verificationId' | 'state' | 'status'> {
  readonly receivedAt: Date;
  readonly decidedAt: Date;
  readonly deleteAfter: Date;
  readonly review: Review | null;
}

/** What is stored under the marketplace's own id of a seller, oldest first. What was withdrawn no longer names anybody. */
export async function listOfSubject(database: Database, subject: string): Promise<SubjectRecord[]> {
  const { verificationId, state, status, receivedAt, decidedAt, deleteAfter } = verifications;
  const rows = await database
    .select({ verificationId, state, status, receivedAt, decidedAt, deleteAfter })
    .from(verifications)
    .where(eq(verifications.subject, subject))
    .orderBy(asc(receivedAt));
  return Promise.all(rows.map(async (row) => ({ ...row, review: await readReview(database, row) })));
}
