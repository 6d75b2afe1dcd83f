import * as v from 'valibot';
import type { ByOperator, ShareRemoval } from '../core/record.js';
import type { Agrees, Proven } from './agrees.js';
import { byOperator, bytes, id, receiptKey, text, time } from './primitives.js';

/** What the three operators say of a template that was deleted (docs/protocol.md#withdrawal-and-access). */

const ofOperator = { operator: v.picklist([0, 1, 2]), name: text };

/** What an operator signs once it holds no part of the template any more: Ed25519 over the canonical JSON. */
export const DeletionReceiptSchema = v.strictObject({
  type: v.literal('candor/share-deletion/1'),
  operator: v.picklist([0, 1, 2]),
  model: id,
  template: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  deletedAt: time,
});

const ShareRemovalSchema = v.variant('state', [
  v.strictObject({
    ...ofOperator,
    state: v.literal('deleted'),
    receipt: DeletionReceiptSchema,
    signature: bytes(64),
    receiptKey,
  }),
  /** It has not answered yet, and is asked again until it does. */
  v.strictObject({ ...ofOperator, state: v.literal('pending') }),
]);

export const ShareRemovalsSchema = byOperator(ShareRemovalSchema);

/** Fails to compile when they drift apart. */
export type ShareRemovalsAgreeWithCore = Proven<
  Agrees<v.InferOutput<typeof ShareRemovalsSchema>, ByOperator<ShareRemoval>>
>;
