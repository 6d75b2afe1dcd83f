import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.js';
import type { CaseOutcome, CaseReason } from './kinds.js';
import { verifications } from './seller-tables.js';

/** What people decide, and how the marketplace hears of it. What is about a verification has its id in every key, so that it can lie
 * where the verification does (docs/scaling.md). */

/** What a person has to look at: never a face, never a similarity. One case for each verification. */
export const cases = pgTable(
  'cases',
  {
    caseId: text('case_id').notNull(),
    verificationId: text('verification_id')
      .primaryKey()
      .references(() => verifications.verificationId, { onDelete: 'cascade' }),
    /** Why a person is asked. */
    reason: text('reason').$type<CaseReason>().notNull(),
    /** The verifications that it may be the same person as, without an order that says how much. */
    hits: jsonb('hits').$type<string[]>().notNull(),
    state: text('state').$type<'open' | 'asked' | 'closed'>().notNull(),
    /** Grows with every act: who acts on an older one is told. */
    revision: integer('revision').notNull().default(0),
    outcome: text('outcome').$type<CaseOutcome>(),
    openedAt: instant('opened_at').notNull(),
    decidedAt: instant('decided_at'),
    deleteAfter: instant('delete_after').notNull(),
  },
  (table) => [
    index('cases_case').on(table.caseId),
    index('cases_state_opened').on(table.state, table.openedAt),
    index('cases_delete_after').on(table.deleteAfter),
  ],
);

/** Every act of a reviewer. */
export const reviews = pgTable(
  'reviews',
  {
    reviewId: text('review_id').notNull(),
    verificationId: text('verification_id')
      .notNull()
      .references(() => cases.verificationId, { onDelete: 'cascade' }),
    caseId: text('case_id').notNull(),
    outcome: text('outcome').$type<CaseOutcome | 'asked'>().notNull(),
    /** Keyed hash of who it was. */
    reviewer: text('reviewer').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.verificationId, table.reviewId] })],
);

/** Two sellers whose accounts do not hit each other: one person with a reason for two, or two people that were taken for
 * one. `left` and `right` are keyed hashes of their subjects, or of their verification ids where they have none. */
export const exemptions = pgTable(
  'exemptions',
  {
    exemptionId: text('exemption_id').primaryKey(),
    left: text('left').notNull(),
    right: text('right').notNull(),
    kind: text('kind').$type<'second-account' | 'different-person'>().notNull(),
    /** In the reviewer's words, for as long as the verification that they were written about is stored; else null. */
    reason: text('reason'),
    /** That verification. Null: the row is older than the column. */
    verificationId: text('verification_id'),
    grantedAt: instant('granted_at').notNull(),
    /** Null: for as long as something is stored of both. */
    expiresAt: instant('expires_at'),
  },
  (table) => [
    index('exemptions_left').on(table.left),
    index('exemptions_right').on(table.right),
    index('exemptions_verification').on(table.verificationId),
  ],
);

/** A seller's word against a decision. */
export const objections = pgTable(
  'objections',
  {
    objectionId: text('objection_id').notNull(),
    verificationId: text('verification_id')
      .notNull()
      .references(() => verifications.verificationId, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    at: instant('at').notNull(),
    deleteAfter: instant('delete_after').notNull(),
  },
  (table) => [primaryKey({ columns: [table.verificationId, table.objectionId] })],
);

/** What the marketplace's backend is told. `body` may name the seller by the marketplace's own id. */
export const webhookMessages = pgTable(
  'webhook_messages',
  {
    messageId: text('message_id').primaryKey(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    verificationId: text('verification_id').notNull(),
    type: text('type').notNull(),
    body: jsonb('body').$type<Readonly<Record<string, unknown>>>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** When no endpoint had to be told any more: each has heard, or was given up. */
    deliveredAt: instant('delivered_at'),
    deleteAfter: instant('delete_after').notNull(),
  },
  (table) => [
    index('webhook_messages_undelivered').on(table.deliveredAt, table.seq),
    index('webhook_messages_verification').on(table.verificationId, table.seq),
    index('webhook_messages_delete_after').on(table.deleteAfter),
  ],
);

/** A message on its way to one endpoint. Made by the sender, which alone knows the endpoints. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => webhookMessages.messageId, { onDelete: 'cascade' }),
    /** Hash of the endpoint's address. */
    endpoint: text('endpoint').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    verificationId: text('verification_id').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** While an attempt runs: when another sender may take it for lost. */
    nextAttemptAt: instant('next_attempt_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (table) => [
    primaryKey({ columns: [table.endpoint, table.messageId] }),
    index('webhook_deliveries_message').on(table.messageId),
    index('webhook_deliveries_due').on(table.endpoint, table.nextAttemptAt),
    index('webhook_deliveries_verification').on(table.endpoint, table.verificationId, table.seq),
  ],
);
