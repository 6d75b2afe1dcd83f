import { randomUUID } from 'node:crypto';
import type { Database } from './database.js';
import type { CaseReason } from './kinds.js';
import { cases } from './schema.js';

export interface NewCase {
  readonly verificationId: string;
  readonly reason: CaseReason;
  /** Verification ids. Their order says nothing: they are stored sorted. */
  readonly hits: readonly string[];
  readonly openedAt: Date;
  readonly deleteAfter: Date;
}

/** Asks for a person's look, in the transaction that stores the verification.
 * @returns the case's id. */
export async function openCase(transaction: Database, { hits, ...opened }: NewCase): Promise<string> {
  const caseId = randomUUID();
  await transaction.insert(cases).values({ caseId, ...opened, hits: hits.toSorted(), state: 'open' });
  return caseId;
}
