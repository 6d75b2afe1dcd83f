import { type InferInsertModel, inArray, lte } from 'drizzle-orm';
import { appendAudit } from './audit-log.js';
import { inBatches } from './batches.js';
import type { Database } from './database.js';
import { optOuts } from './schema.js';

export async function storeOptOut(
  database: Database,
  optOut: InferInsertModel<typeof optOuts>,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.insert(optOuts).values(optOut);
    await appendAudit(transaction, [{ kind: 'opted-out', about: optOut.caseId, at: optOut.openedAt }]);
  });
}

/** Returns how many were deleted. */
export function sweepOptOuts(database: Database, now: Date): Promise<number> {
  return inBatches((size) =>
    database.transaction(async (transaction) => {
      const due = transaction
        .select({ caseId: optOuts.caseId })
        .from(optOuts)
        .where(lte(optOuts.deleteAfter, now))
        .limit(size);
      const deleted = await transaction
        .delete(optOuts)
        .where(inArray(optOuts.caseId, due))
        .returning({ about: optOuts.caseId });
      const details = { what: 'opt-out' };
      await appendAudit(
        transaction,
        deleted.map(({ about }) => ({ kind: 'deleted', about, at: now, details })),
      );
      return deleted.length;
    }),
  );
}
