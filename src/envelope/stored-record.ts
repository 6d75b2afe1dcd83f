import * as v from 'valibot';
import type { StoredRecord } from '../core/record.js';
import type { Agrees, Proven } from './agrees.js';
import { count, id, locale, time, token } from './primitives.js';
import { ReviewSchema, StoredObjectionSchema } from './review.js';
import { ShareRemovalsSchema } from './share-removals.js';
import { ActionSchema, PayloadSchema, ThresholdSchema } from './wire.js';

/** What is said of a verification that was sent (docs/protocol.md#withdrawal-and-access). */

export const WithdrawalSchema = v.strictObject({
  verificationId: token,
  state: v.literal('withdrawn'),
  deletedAt: time,
  /** What became of the three parts, where operators keep the template. */
  shares: v.optional(ShareRemovalsSchema),
});

/** What a person may see of their own verification: everything but the vector. */
export const StoredRecordSchema = v.strictObject({
  verificationId: token,
  state: v.picklist(['stored', 'withdrawn', 'deleted']),
  status: v.picklist(['no_duplicate', 'needs_review']),
  receivedAt: time,
  decidedAt: time,
  deleteAfter: time,
  deletedAt: v.optional(time),
  /** What became of the three parts, where operators kept the template and it was deleted. */
  shares: v.optional(ShareRemovalsSchema),
  fields: v.array(id),
  locale,
  purposeIds: v.array(id),
  threshold: ThresholdSchema,
  /** Templates that the face was compared with. Absent: the receiver does not say. */
  comparedWith: v.optional(count),
  /** What the session asked for: fewer movements are a lower assurance. */
  asked: v.array(ActionSchema),
  liveness: PayloadSchema.entries.liveness,
  reviewOutcome: v.nullable(id),
  /** Null: no person is asked, or nothing is left of it. Absent: the receiver does not say. */
  review: v.optional(v.nullable(ReviewSchema)),
  /** What the seller said against it, oldest first. Absent: the receiver takes no objections here. */
  objections: v.optional(v.array(StoredObjectionSchema)),
  test: v.boolean(),
});

export type Withdrawal = v.InferOutput<typeof WithdrawalSchema>;

/** Fails to compile when they drift apart. */
export type StoredRecordAgreesWithCore = Proven<
  Agrees<v.InferOutput<typeof StoredRecordSchema>, StoredRecord>
>;
