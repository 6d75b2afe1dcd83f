import { randomUUID } from 'node:crypto';
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
    nextAttemptAt: message.createdAt,
    deleteAfter: new Date(message.createdAt.getTime() + KEPT_MS),
  }));
  await transaction.insert(webhookMessages).values(rows);
}
