import * as v from 'valibot';
import { MAX_OBJECTION_LENGTH, MAX_OBJECTIONS } from '../core/objection.js';
import type { Objection, Review, StoredObjection } from '../core/record.js';
import type { Agrees, Proven } from './agrees.js';
import { count, id, time, token } from './primitives.js';

/** What a person found of a verification, and what its seller says to that. */

export { MAX_OBJECTIONS };

export const ReviewOutcomeSchema = v.picklist([
  'same_person',
  'different_person',
  'allowed_second_account',
  'no_concern',
]);

/** `asked`: a person wants to hear from the seller first. An outcome stands until there is another. */
export const ReviewSchema = v.strictObject({
  state: v.picklist(['open', 'asked', 'closed']),
  outcome: v.nullable(ReviewOutcomeSchema),
  /** Who decided, never by name. Null: nobody has acted yet. */
  reviewerKind: v.nullable(v.literal('person')),
  decidedAt: v.nullable(time),
});

const objectionText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_OBJECTION_LENGTH));

export const ObjectionRequestSchema = v.strictObject({ text: objectionText });

export const ObjectionSchema = v.strictObject({
  objectionId: token,
  verificationId: token,
  at: time,
  /** How often the seller may still object to this verification. */
  objectionsLeft: count,
});

export const StoredObjectionSchema = v.strictObject({ objectionId: id, text: objectionText, at: time });

export type { Objection, Review };
export type ObjectionRequest = v.InferOutput<typeof ObjectionRequestSchema>;

/** Fails to compile when they drift apart. */
export type ReviewAgreesWithCore = [
  Proven<Agrees<v.InferOutput<typeof ReviewSchema>, Review>>,
  Proven<Agrees<v.InferOutput<typeof ObjectionSchema>, Objection>>,
  Proven<Agrees<v.InferOutput<typeof StoredObjectionSchema>, StoredObjection>>,
];
