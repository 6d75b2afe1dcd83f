import { and, eq, inArray } from 'drizzle-orm';
import { appendAudit } from './audit-log.js';
import type { Database } from './database.js';
import { sharedTemplates } from './schema.js';
import type { KeptReceipt } from './shared-tables.js';

/** What three operators sign when they have deleted their parts: kept for as long as the proof of the consent. */

const OPERATORS = 3;

/** Keeps receipts that were checked. With the third, the template is deleted; one that no verification ever stood behind is forgotten.
 * @returns whether all three have deleted it. */
export async function keepReceipts(
  database: Database,
  verificationId: string,
  receipts: readonly KeptReceipt[],
  at: Date,
): Promise<boolean> {
  const own = eq(sharedTemplates.verificationId, verificationId);
  return database.transaction(async (transaction) => {
    const [row] = await transaction
      .select()
      .from(sharedTemplates)
      .where(and(own, eq(sharedTemplates.state, 'removing')))
      .for('update');
    // Another receiver was faster.
    if (row === undefined) return true;
    const kept = merged(row.receipts, receipts);
    if (kept.length < OPERATORS) {
      await transaction.update(sharedTemplates).set({ receipts: kept }).where(own);
      return false;
    }
    if (row.wasStored) {
      await transaction.update(sharedTemplates).set({ receipts: kept, state: 'deleted' }).where(own);
      const entry = { kind: 'deleted', about: verificationId, at, details: { what: 'shares' } } as const;
      await appendAudit(transaction, [entry]);
    } else {
      await transaction.delete(sharedTemplates).where(own);
    }
    return true;
  });
}

/** One of each operator: the one that came first. */
function merged(before: readonly KeptReceipt[], added: readonly KeptReceipt[]): KeptReceipt[] {
  const byOperator = new Map<number, KeptReceipt>();
  for (const one of [...before, ...added])
    if (!byOperator.has(one.receipt.operator)) byOperator.set(one.receipt.operator, one);
  return [...byOperator.values()].toSorted((one, other) => one.receipt.operator - other.receipt.operator);
}

/** Forgets the receipts of verifications of which nothing is left. What an operator still has to delete is forgotten when it did. */
export async function forgetReceipts(
  transaction: Database,
  verificationIds: readonly string[],
): Promise<void> {
  const { verificationId, state } = sharedTemplates;
  const gone = inArray(verificationId, [...verificationIds]);
  await transaction.delete(sharedTemplates).where(and(gone, eq(state, 'deleted')));
  await transaction.update(sharedTemplates).set({ wasStored: false }).where(gone);
}
