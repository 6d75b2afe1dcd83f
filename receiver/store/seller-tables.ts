import { sql } from 'drizzle-orm';
import { bigserial, boolean, index, integer, jsonb, pgTable, serial, text } from 'drizzle-orm/pg-core';
import type { Action, Challenge, Notice, Profile, Threshold } from '../../src/core/types.js';
import type { Payload, StoredRecord } from '../../src/envelope/wire.js';
import { bytea, instant } from './columns.js';
import type { DecisionRecord, StoredBasis } from './kinds.js';

/** What is known of sellers and of what they agreed to. */

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
    /** The verification that it let in; null until then. A session lets in one. */
    verificationId: text('verification_id'),
    /** When its seller, or whoever erased the seller, ended it; from then on it takes no envelope, whenever that arrived. */
    endedAt: instant('ended_at'),
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

/** What is known of a verification besides the face. After withdrawal or deletion the row is the tombstone that answers GET and
 * DELETE, and the proof of consent (`erase` says what is left of it). */
export const verifications = pgTable(
  'verifications',
  {
    verificationId: text('verification_id').primaryKey(),
    /** Unique, by the session's own row: a constraint could not be checked where rows are distributed (docs/scaling.md). */
    sessionId: text('session_id').notNull(),
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
  (table) => [
    index('verifications_delete_after').on(table.deleteAfter),
    index('verifications_session').on(table.sessionId),
    // What is erased names nobody.
    index('verifications_subject').on(table.subject).where(sql`${table.subject} is not null`),
  ],
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
    slotId: text('slot_id').notNull(),
    sealed: bytea('sealed').notNull(),
    /** Keyed hashes of the group tokens that the marketplace gave. */
    groups: jsonb('groups').$type<string[]>().notNull(),
  },
  (table) => [
    index('templates_model').on(table.modelId, table.modelSha256, table.verificationId),
    // Not unique: a constraint could not be checked where rows are distributed by their verification (docs/scaling.md).
    index('templates_slot').on(table.slotId),
  ],
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
