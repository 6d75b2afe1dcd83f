import * as v from 'valibot';
import { bytes } from '../../src/envelope/primitives.js';
import { HeaderSchema } from '../../src/envelope/wire.js';

/** What a seller's device sends to each of three operators, through somebody who can open none of it (docs/three-operators.md). Closed
 * objects, as everywhere on the wire. */

/** Most components that a shared template may have. */
export const MOST_DIM = 512;
export const SALT_BYTES = 32;
/** Two salts and two components, padded with zeros: the size says nothing of the model. */
export const SHARE_PLAINTEXT_BYTES = 2 * SALT_BYTES + 2 * 4 * MOST_DIM;

const digest = bytes(32);
const kid = bytes(16);

/** By operator: to whose key its part is sealed, and what each component is, hidden (`split.ts`). */
export const SharingSchema = v.strictObject({
  kids: v.pipe(v.strictTuple([kid, kid, kid]), v.readonly()),
  commitments: v.pipe(v.strictTuple([digest, digest, digest]), v.readonly()),
});

/** The header of the envelope, with the sharing: each part is bound to all of it, and to the other two through it. */
export const SharedHeaderSchema = v.strictObject({
  ...HeaderSchema.entries,
  purposeIds: v.pipe(HeaderSchema.entries.purposeIds, v.readonly()),
  sharing: SharingSchema,
});

/** One operator's part. */
export const SealedPartSchema = v.strictObject({
  enc: bytes(),
  ciphertext: bytes(SHARE_PLAINTEXT_BYTES + 16),
});

/** What one operator is handed. */
export const SealedShareSchema = v.strictObject({ header: SharedHeaderSchema, part: SealedPartSchema });

export type Sharing = v.InferOutput<typeof SharingSchema>;
export type SharedHeader = v.InferOutput<typeof SharedHeaderSchema>;
export type SealedPart = v.InferOutput<typeof SealedPartSchema>;
export type SealedShare = v.InferOutput<typeof SealedShareSchema>;
