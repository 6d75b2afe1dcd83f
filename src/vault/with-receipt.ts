import type { Receipt } from '../envelope/receipt.js';
import { allOrNothing } from './all-or-nothing.js';
import { ownerIn, type Principal } from './owner.js';
import { CLIP_STORES, type Database, type Owned, type OwnedValue } from './schema.js';

/** What a receipt says of itself, as far as it is compared. */
export type WithdrawnReceipt = Pick<Receipt, 'endpoint' | 'outcome' | 'consent'>;

interface Deletion {
  readonly receipt: WithdrawnReceipt;
  /** Other sessions of this owner whose clips go too. */
  readonly sessions: readonly string[];
  readonly wanted: AbortSignal;
}

/** Deletes a receipt and the clips of its agreement, whoever's they are in this browser: a page that opens a receipt file may
 * know neither the endpoint nor the subject that they were kept for. The receipt proves whose they are: by its token,
 * because a verification's id is a receiver's word and another receiver may give the same, and by the agreement's random
 * id, which only this browser and the receipt know. */
export async function deleteWithReceipt(
  database: Database,
  principal: Principal,
  { receipt, sessions, wanted }: Deletion,
): Promise<void> {
  const owner = await ownerIn(database, principal);
  const transaction = database.transaction(['receipts', ...CLIP_STORES], 'readwrite', {
    durability: 'strict',
  });
  const work = async (): Promise<void> => {
    const receipts = transaction.objectStore('receipts');
    const kept = await receipts.get(receipt.outcome.verificationId);
    const its = kept !== undefined && isSame(kept.value.receipt, receipt) ? kept : null;
    if (its !== null) await receipts.delete(receipt.outcome.verificationId);
    const mine = {
      owners: new Set([owner, its?.owner]),
      sessions: new Set<unknown>([...sessions, receipt.consent.session_id, its?.value.sessionId]),
      agreement: receipt.consent.receipt_id,
    };
    for await (const cursor of transaction.objectStore('clips')) {
      if (!belongs(cursor.value, mine)) continue;
      await transaction.objectStore('clipKeys').delete(cursor.primaryKey);
      await cursor.delete();
    }
  };
  await allOrNothing(transaction, [work], wanted);
}

function isSame(kept: WithdrawnReceipt, receipt: WithdrawnReceipt): boolean {
  return kept.endpoint === receipt.endpoint && kept.outcome.removalToken === receipt.outcome.removalToken;
}

interface Mine {
  readonly owners: ReadonlySet<string | undefined>;
  readonly sessions: ReadonlySet<unknown>;
  readonly agreement: unknown;
}

function belongs({ owner, value }: Owned<OwnedValue<'clips'>>, mine: Mine): boolean {
  const { owners, sessions, agreement } = mine;
  const of = 'consentReceiptId' in value ? value.consentReceiptId : undefined;
  return (of !== undefined && of === agreement) || (owners.has(owner) && sessions.has(value.sessionId));
}
