import { and, asc, eq, exists, gt, inArray, isNull, lt, lte, not, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from './database.js';
import { webhookDeliveries, webhookMessages } from './schema.js';

/** Messages that one sender has taken, for one endpoint. */
export interface Claimed {
  readonly messageId: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  /** With the one that comes now. */
  readonly attempts: number;
}

/** Makes one row for each endpoint of each new message, however many there are: in the database, since a statement takes no more
 * than 65,535 values. Several senders at once make each row once. */
export async function fanOut(database: Database, endpoints: readonly string[]): Promise<void> {
  const { messageId, seq, verificationId, createdAt, deliveredAt } = webhookMessages;
  for (const endpoint of endpoints) {
    const made = database
      .select({ one: sql`1` })
      .from(webhookDeliveries)
      .where(and(eq(webhookDeliveries.messageId, messageId), eq(webhookDeliveries.endpoint, endpoint)));
    const fresh = database
      .select({
        messageId,
        endpoint: sql<string>`${endpoint}::text`.as('endpoint'),
        seq,
        verificationId,
        attempts: sql<number>`0`.as('attempts'),
        nextAttemptAt: createdAt,
        settledAt: sql<Date | null>`null::timestamptz`.as('settled_at'),
      })
      .from(webhookMessages)
      .where(and(isNull(deliveredAt), notExists(made)));
    await database.insert(webhookDeliveries).select(fresh).onConflictDoNothing();
  }
}

/** Takes messages that are due, of each verification the oldest that is not settled: they arrive in order. Until `leaseUntil`
 * no other sender takes them; after that the one that did is taken for dead.
 * @param times - `furthest`: nothing is put off beyond it, but by a clock that was ahead and is not any more. */
export async function claim(
  database: Database,
  endpoint: string,
  times: { readonly now: Date; readonly leaseUntil: Date; readonly furthest: Date },
  limit: number,
): Promise<Claimed[]> {
  const { nextAttemptAt } = webhookDeliveries;
  const earlier = alias(webhookDeliveries, 'earlier');
  return database.transaction(async (transaction) => {
    const before = transaction
      .select({ one: sql`1` })
      .from(earlier)
      .where(
        and(
          eq(earlier.endpoint, endpoint),
          eq(earlier.verificationId, webhookDeliveries.verificationId),
          lt(earlier.seq, webhookDeliveries.seq),
          isNull(earlier.settledAt),
        ),
      );
    const due = await transaction
      .select({ messageId: webhookDeliveries.messageId })
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.endpoint, endpoint),
          isNull(webhookDeliveries.settledAt),
          or(lte(nextAttemptAt, times.now), gt(nextAttemptAt, times.furthest)),
          not(exists(before)),
        ),
      )
      .orderBy(asc(webhookDeliveries.seq))
      .limit(limit)
      .for('update', { skipLocked: true });
    const ids = due.map(({ messageId }) => messageId);
    return ids.length === 0 ? [] : take(transaction, endpoint, ids, times.leaseUntil);
  });
}

async function take(
  transaction: Database,
  endpoint: string,
  ids: readonly string[],
  leaseUntil: Date,
): Promise<Claimed[]> {
  const isMine = and(
    eq(webhookDeliveries.endpoint, endpoint),
    inArray(webhookDeliveries.messageId, [...ids]),
  );
  await transaction
    .update(webhookDeliveries)
    .set({ nextAttemptAt: leaseUntil, attempts: sql`${webhookDeliveries.attempts} + 1` })
    .where(isMine);
  const { messageId, type, body, createdAt } = webhookMessages;
  return transaction
    .select({ messageId, type, body, createdAt, attempts: webhookDeliveries.attempts })
    .from(webhookDeliveries)
    .innerJoin(webhookMessages, eq(webhookMessages.messageId, webhookDeliveries.messageId))
    .where(isMine)
    .orderBy(asc(webhookDeliveries.seq));
}

/** The endpoint has heard it, or never will. Once that is so of all, the message is delivered. */
export async function settle(
  database: Database,
  messageId: string,
  endpoint: string,
  at: Date,
): Promise<void> {
  await database.transaction(async (transaction) => {
    // One after the other, or each of two that settle at once would see the other's as open.
    await transaction
      .select({ messageId: webhookMessages.messageId })
      .from(webhookMessages)
      .where(eq(webhookMessages.messageId, messageId))
      .for('update');
    await transaction
      .update(webhookDeliveries)
      .set({ settledAt: at })
      .where(and(eq(webhookDeliveries.messageId, messageId), eq(webhookDeliveries.endpoint, endpoint)));
    const open = await transaction.$count(
      webhookDeliveries,
      and(eq(webhookDeliveries.messageId, messageId), isNull(webhookDeliveries.settledAt)),
    );
    if (open > 0) return;
    await transaction
      .update(webhookMessages)
      .set({ deliveredAt: at })
      .where(eq(webhookMessages.messageId, messageId));
  });
}

export async function postpone(
  database: Database,
  messageId: string,
  endpoint: string,
  nextAttemptAt: Date,
): Promise<void> {
  await database
    .update(webhookDeliveries)
    .set({ nextAttemptAt })
    .where(and(eq(webhookDeliveries.messageId, messageId), eq(webhookDeliveries.endpoint, endpoint)));
}
