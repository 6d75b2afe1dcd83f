import { type InferInsertModel, lte } from 'drizzle-orm';
import type { Database } from './database.js';
import { events, optOuts } from './schema.js';

export async function storeOptOut(
  database: Database,
  optOut: InferInsertModel<typeof optOuts>,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.insert(optOuts).values(optOut);
    await transaction.insert(events).values({ kind: 'opted-out', about: optOut.caseId, at: optOut.openedAt });
  });
}

/** Returns how many were deleted. */
export async function sweepOptOuts(database: Database, now: Date): Promise<number> {
  const gone = await database
    .delete(optOuts)
    .where(lte(optOuts.deleteAfter, now))
    .returning({ caseId: optOuts.caseId });
  return gone.length;
}
