import * as v from 'valibot';
import { ToldSearchSchema } from './comparison.js';
import { id, time } from './primitives.js';

/** What the seller did, as the payload carries it and the consent record repeats it. */

export const ConsentMethodSchema = v.picklist(['button', 'checkbox', 'typed-name']);

export const ConsentActSchema = v.strictObject({
  consentReceiptId: id,
  method: ConsentMethodSchema,
  givenAt: time,
  /** Widgets of before it say nothing, nor does one whose receiver has no `search`. */
  search: v.optional(ToldSearchSchema),
});
