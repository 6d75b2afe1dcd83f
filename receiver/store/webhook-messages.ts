import { randomUUID } from 'node:crypto';
import { and, isNull, lt, lte } from 'drizzle-orm';
import type { Database } from './database.js';
import { webhookMessages } from './schema.js';

const DAY_MS = 86_400_000;
/** How long a message that nobody took is kept, ms: retries end after three days. */
const KEPT_MS = 7 * DAY_MS;

export type WebhookType =
  | 'verification.decided'
  | 'verification.reviewed'
  | 'verification.objected'
  | 'verification.deleted';

export interface NewWebhookMessage {
  readonly verificationId: string;
  readonly type: WebhookType;
  /** Ids, words and dates; nothing about a face. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/** Puts messages out to be sent, in the transaction that makes them true. */
export async function enqueue(
  transaction: Database,
  ...messages: readonly NewWebhookMessage[]
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => ({
    messageId: `msg_${randomUUID()}`,
    ...message,
    deleteAfter: new Date(message.createdAt.getTime() + KEPT_MS),
  }));
  await transaction.insert(webhookMessages).values(rows);
}

/** How many have not been heard by all, and are from before `before`. */
export function countUndelivered(database: Database, before: Date): Promise<number> {
  const { createdAt, deliveredAt } = webhookMessages;
  return database.$count(webhookMessages, and(isNull(deliveredAt), lt(createdAt, before)));
}

/** Deletes what has been kept for long enough, sent or not.
 * @param isSent - false: nobody is told anything here, so that nothing is kept. Returns how many. */
export async function sweepWebhookMessages(database: Database, now: Date, isSent: boolean): Promise<number> {
  const due = isSent ? lte(webhookMessages.deleteAfter, now) : lte(webhookMessages.createdAt, now);
  const deleted = await database
    .delete(webhookMessages)
    .where(due)
    .returning({ messageId: webhookMessages.messageId });
  return deleted.length;
}
