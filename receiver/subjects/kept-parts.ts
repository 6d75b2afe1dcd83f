import { asc, inArray, or } from 'drizzle-orm';
import type { ShareDeletionReceipt } from '../../src/core/record.js';
import type { Database } from '../store/database.js';
import { sharedTemplates } from '../store/schema.js';
import type { SharedState } from '../store/shared-tables.js';
import type { SharedTemplate } from '../store/shared-templates.js';
import { PLACES, type Place } from '../three-operators/client.js';
import type { CheckedThreeOperators } from '../three-operators/option.js';

/** What three operators keep of a seller's template (docs/three-operators.md): that they do, since when, and who they are. Never a part. */

export interface ExportedTemplate {
  readonly verificationId: string;
  readonly state: SharedState;
  readonly madeAt: Date;
  /** Since when all three are to delete it. */
  readonly removingAt: Date | null;
  readonly operators: readonly ExportedPart[];
}

export interface ExportedPart {
  readonly operator: Place;
  readonly name: string;
  readonly contact: string;
  /** `pending`: to be deleted, which this operator has not confirmed yet. */
  readonly state: 'kept' | 'pending' | 'deleted';
  /** What the operator signed when it had deleted its part, and the key that checks it (docs/protocol.md#withdrawal-and-access). */
  readonly receipt: ShareDeletionReceipt | null;
  readonly signature: string | null;
  readonly receiptKey: string | null;
}

type Named = CheckedThreeOperators['operators'];

/** Of these verifications, and of what was sent under these sessions and came to nothing; oldest first. */
export async function exportParts(
  database: Database,
  operators: Named,
  of: { readonly verificationIds: readonly string[]; readonly sessionIds: readonly string[] },
): Promise<readonly ExportedTemplate[]> {
  const { verificationId, sessionId, madeAt } = sharedTemplates;
  const rows = await database
    .select()
    .from(sharedTemplates)
    .where(or(inArray(verificationId, [...of.verificationIds]), inArray(sessionId, [...of.sessionIds])))
    .orderBy(asc(madeAt));
  return rows.map((row) => exported(row, operators));
}

function exported(row: SharedTemplate, operators: Named): ExportedTemplate {
  const { verificationId, state, madeAt, removingAt } = row;
  const parts = PLACES.map((place) => partOf(row, operators, place));
  return { verificationId, state, madeAt, removingAt, operators: parts };
}

function partOf({ state, receipts }: SharedTemplate, operators: Named, operator: Place): ExportedPart {
  const { contact, name: presentName } = operators[operator];
  const kept = receipts.find(({ receipt }) => receipt.operator === operator);
  if (kept === undefined) {
    const held = state === 'removing' ? 'pending' : 'kept';
    const none = { receipt: null, signature: null, receiptKey: null };
    return { operator, name: presentName, contact, state: held, ...none };
  }
  const { name, receipt, signature, receiptKey = operators[operator].receiptKey } = kept;
  return { operator, name, contact, state: 'deleted', receipt, signature, receiptKey };
}
