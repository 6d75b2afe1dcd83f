import { and, eq, isNull, lt, notInArray, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { webhookDeliveries, webhookMessages } from './schema.js';

/** Deliveries to endpoints that a sender does not know: they were taken out of the settings, or only another receiver has them. */

export interface Waiting {
  readonly endpoint: string;
  readonly messages: number;
}

const isUnsettledBeside = (known: readonly string[]) =>
  and(isNull(webhookDeliveries.settledAt), notInArray(webhookDeliveries.endpoint, [...known]));

/** How many messages wait for each of them.
 * @param known - the sender's endpoints; at least one. */
export async function waitingElsewhere(database: Database, known: readonly string[]): Promise<Waiting[]> {
  const { endpoint } = webhookDeliveries;
  return database
    .select({ endpoint, messages: sql<number>`count(*)::int` })
    .from(webhookDeliveries)
    .where(isUnsettledBeside(known))
    .groupBy(endpoint);
}

export interface Overdue {
  readonly messageId: string;
  readonly type: string;
  readonly endpoint: string;
}

/** Of those, some that are from before `before`. */
export async function overdueElsewhere(
  database: Database,
  known: readonly string[],
  before: Date,
  limit: number,
): Promise<Overdue[]> {
  const { messageId, endpoint } = webhookDeliveries;
  return database
    .select({ messageId, type: webhookMessages.type, endpoint })
    .from(webhookDeliveries)
    .innerJoin(webhookMessages, eq(webhookMessages.messageId, messageId))
    .where(and(isUnsettledBeside(known), lt(webhookMessages.createdAt, before)))
    .limit(limit);
}
