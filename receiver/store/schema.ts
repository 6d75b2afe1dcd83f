import {
  bigint,
  bigserial,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Action, Challenge, Notice, Profile, Threshold } from '../../src/core/types.js';
import type { Payload, StoredRecord } from '../../src/envelope/wire.js';
import type {
  AuditDetail,
  AuditKind,
  CaseOutcome,
  CaseReason,
  DecisionRecord,
  StoredBasis,
} from './kinds.js';

/** The tables. Migrations are generated from this file (`npm run migrations`) and applied at every start. */

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** Every notice that was ever served, by its hash: the proof of what a seller agreed to. */
export const notices = pgTable('notices', {
  noticeHash: text('notice_hash').primaryKey(),
  locale: text('locale').notNull(),
  version: text('version').notNull(),
  notice: jsonb('notice').$type<Notice>().notNull(),
  firstServedAt: instant('first_served_at').notNull(),
});

export const sessions = pgTable(
  'sessions',
  {
    sessionId: text('session_id').primaryKey(),
    nonce: text('nonce').notNull(),
    challenge: jsonb('challenge').$type<Challenge>().notNull(),
    noticeHash: text('notice_hash').notNull(),
    locale: text('locale').notNull(),
    profile: text('profile').$type<Profile>().notNull(),
    subject: text('subject'),
    attemptsLeft: integer('attempts_left').notNull(),
    openedAt: instant('opened_at').notNull(),
    captureBy: instant('capture_by').notNull(),
    submitBy: instant('submit_by').notNull(),
    /** Keyed hashes of the group tokens that the marketplace gave. */
    groups: jsonb('groups').$type<string[]>().notNull().default([]),
  },
  (table) => [index('sessions_submit_by').on(table.submitBy)],
);

/** One row per session opened, kept for the length of the attempt window. `principal` is a keyed hash. */
export const attempts = pgTable(
  'attempts',
  {
    attemptId: serial('attempt_id').primaryKey(),
    principal: text('principal').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('attempts_principal_at').on(table.principal, table.at)],
);

/** What is known of a verification besides the face. After withdrawal or deletion the nullable columns are empty
 * and the row is the tombstone that answers GET and DELETE. */
export const verifications = pgTable(
  'verifications',
  {
    verificationId: text('verification_id').primaryKey(),
    sessionId: text('session_id').notNull().unique(),
    /** SHA-256 of the body as it arrived, base64url: tells a repeated delivery from another envelope. */
    bodyHash: text('body_hash').notNull(),
    state: text('state').$type<StoredRecord['state']>().notNull(),
    status: text('status').$type<StoredRecord['status']>().notNull(),
    /** Why the status is what it is. */
    basis: text('basis').$type<StoredBasis>().notNull(),
    /** What the decision rests on besides the threshold. Null: the row is older than the comparison. */
    decision: jsonb('decision').$type<DecisionRecord>(),
    /** Keyed hash of the session's nonce: whoever lost the answer withdraws with that (`DELETE /sessions/{id}`). */
    nonceHash: text('nonce_hash'),
    receivedAt: instant('received_at').notNull(),
    decidedAt: instant('decided_at').notNull(),
    deleteAfter: instant('delete_after').notNull(),
    deletedAt: instant('deleted_at'),
    subject: text('subject'),
    locale: text('locale').notNull(),
    purposeIds: jsonb('purpose_ids').$type<string[]>().notNull(),
    noticeHash: text('notice_hash').notNull(),
    consentHash: text('consent_hash').notNull(),
    consent: jsonb('consent').$type<Readonly<Record<string, unknown>>>(),
    capture: jsonb('capture').$type<Payload['capture']>(),
    /** What the session asked for. Empty: nothing, or the row is older than the column. */
    asked: jsonb('asked').$type<Action[]>().notNull().default([]),
    liveness: jsonb('liveness').$type<Payload['liveness']>().notNull(),
    threshold: jsonb('threshold').$type<Threshold>().notNull(),
    reviewOutcome: text('review_outcome'),
    test: boolean('test').notNull(),
  },
  (table) => [index('verifications_delete_after').on(table.deleteAfter)],
);

const ofVerification = () =>
  text('verification_id')
    .primaryKey()
    .references(() => verifications.verificationId, { onDelete: 'cascade' });

/** The index entry: the embedding under a secret matrix, encrypted under a key of its own that is not in the database. */
export const templates = pgTable(
  'templates',
  {
    verificationId: ofVerification(),
    modelId: text('model_id').notNull(),
    modelSha256: text('model_sha256').notNull(),
    /** Which matrix. */
    transformId: text('transform_id').notNull(),
    dim: integer('dim').notNull(),
    /** Names its key, which is in keys/slots.bin or in `key_slots`. */
    slotId: text('slot_id').notNull().unique(),
    sealed: bytea('sealed').notNull(),
    /** Keyed hashes of the group tokens that the marketplace gave. */
    groups: jsonb('groups').$type<string[]>().notNull(),
  },
  (table) => [index('templates_model').on(table.modelId, table.modelSha256, table.verificationId)],
);

export const optOuts = pgTable(
  'opt_outs',
  {
    caseId: text('case_id').primaryKey(),
    alternative: text('alternative').notNull(),
    subject: text('subject'),
    locale: text('locale').notNull(),
    reason: text('reason'),
    openedAt: instant('opened_at').notNull(),
    deleteAfter: instant('delete_after').notNull(),
    test: boolean('test').notNull(),
  },
  (table) => [index('opt_outs_delete_after').on(table.deleteAfter)],
);

/** Every insertion and removal of a template, in the order in which they were committed: what an index in memory follows. Of kind
 * `matrix`: from there on templates are stored under the matrix that `verification_id` names. */
export const templateLog = pgTable('template_log', {
  seq: bigserial('seq', { mode: 'number' }).primaryKey(),
  kind: text('kind').$type<'insert' | 'remove' | 'matrix'>().notNull(),
  verificationId: text('verification_id').notNull(),
  at: instant('at').notNull(),
});

/** What a person has to look at: never a face, never a similarity. One case for each verification. */
export const cases = pgTable(
  'cases',
  {
    caseId: text('case_id').primaryKey(),
    verificationId: text('verification_id')
      .notNull()
      .unique()
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
    index('cases_state_opened').on(table.state, table.openedAt),
    index('cases_delete_after').on(table.deleteAfter),
  ],
);

/** Every act of a reviewer. */
export const reviews = pgTable(
  'reviews',
  {
    reviewId: text('review_id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.caseId, { onDelete: 'cascade' }),
    outcome: text('outcome').$type<CaseOutcome | 'asked'>().notNull(),
    /** Keyed hash of who it was. */
    reviewer: text('reviewer').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('reviews_case').on(table.caseId)],
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
    reason: text('reason').notNull(),
    grantedAt: instant('granted_at').notNull(),
    /** Null: for good. */
    expiresAt: instant('expires_at'),
  },
  (table) => [index('exemptions_left').on(table.left), index('exemptions_right').on(table.right)],
);

/** A seller's word against a decision. */
export const objections = pgTable(
  'objections',
  {
    objectionId: text('objection_id').primaryKey(),
    verificationId: text('verification_id')
      .notNull()
      .references(() => verifications.verificationId, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    at: instant('at').notNull(),
    deleteAfter: instant('delete_after').notNull(),
  },
  (table) => [index('objections_verification').on(table.verificationId)],
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

/** What happened, without who: survives withdrawal and deletion. Each row holds the hash of the one before, so that none
 * can be altered or taken out of the middle unseen. */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    kind: text('kind').$type<AuditKind>().notNull(),
    /** A verification id, a case id or another name of what it happened to. */
    about: text('about').notNull(),
    details: jsonb('details').$type<Readonly<Record<string, AuditDetail>>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_log_about').on(table.about), index('audit_log_at').on(table.at)],
);

/** What the receivers of a deployment share, where it is kept here: wrapped by a master key that is not. */
export const deploymentSecrets = pgTable('deployment_secrets', {
  name: text('name').primaryKey(),
  masterKeyId: text('master_key_id').notNull(),
  wrapped: bytea('wrapped').notNull(),
});

/** The keys of templates, where they are kept here: wrapped by a master key that is not. */
export const keySlots = pgTable('key_slots', {
  slotId: text('slot_id').primaryKey(),
  masterKeyId: text('master_key_id').notNull(),
  wrapped: bytea('wrapped').notNull(),
  madeAt: instant('made_at').notNull().defaultNow(),
});

/** How many POSTs came from where in one minute. `client` is a keyed hash. */
export const postCounts = pgTable(
  'post_counts',
  {
    client: text('client').notNull(),
    minute: integer('minute').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.client, table.minute] }),
    index('post_counts_minute').on(table.minute),
  ],
);

/** What the receiver remembers of itself: which keys it works with, and when it last lived. */
export const memory = pgTable('receiver_memory', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
