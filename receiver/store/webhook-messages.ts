import { randomUUID } from 'node:crypto';
import { and, isNull, lt, lte } from 'drizzle-orm';
import type { Database } from './database.js';
import { recall, remember } from './memory.js';
import { webhookDeliveries, webhookMessages } from './schema.js';

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

/** When a receiver with endpoints last ran. */
const SENDER_SEEN = 'webhooks.sender-seen';

/** Says that a receiver with endpoints works on this database: what others find here, it sends. */
export function rememberSender(database: Database, now: Date): Promise<void> {
  return remember(database, SENDER_SEEN, now.toISOString());
}

/** Whether a receiver with endpoints ran while messages of now were kept. One without, such as a command, knows no endpoint; that does
 * not say that there is none. */
async function hasSender(database: Database, now: Date): Promise<boolean> {
  const seen = await recall(database, SENDER_SEEN);
  if (seen !== null && now.getTime() - Date.parse(seen) < KEPT_MS) return true;
  // Of one whose version did not say so yet.
  return (await database.select({ seq: webhookDeliveries.seq }).from(webhookDeliveries).limit(1)).length > 0;
}

/** Deletes what has been kept for long enough, sent or not; all of it where nobody is told anything. Returns how many. */
export async function sweepWebhookMessages(database: Database, now: Date): Promise<number> {
  const due = (await hasSender(database, now))
    ? lte(webhookMessages.deleteAfter, now)
    : lte(webhookMessages.createdAt, now);
  const deleted = await database
    .delete(webhookMessages)
    .where(due)
    .returning({ messageId: webhookMessages.messageId });
  return deleted.length;
}
