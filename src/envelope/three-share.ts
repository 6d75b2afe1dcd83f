import * as v from 'valibot';
import type { SharedEnvelope, SharedHeader, SharedPayload } from '../core/record.js';
import type { Agrees, Proven } from './agrees.js';
import { byOperator, bytes } from './primitives.js';
import { SHARE_PLAINTEXT_BYTES } from './share-sizes.js';
import { EnvelopeSchema, HeaderSchema, PayloadSchema } from './wire.js';

/** The envelope of a seller whose template is split among three operators (docs/protocol.md#three-parts). Whoever receives it opens what
 * was found and agreed to, and none of the three parts. Closed objects, as everywhere on the wire. */

/** To whose key each part is sealed, and what each component is, hidden. */
const SharingSchema = v.strictObject({
  scheme: v.literal('three-share'),
  kids: byOperator(bytes(16)),
  commitments: byOperator(bytes(32)),
});

/** The header of every envelope, with the sharing: each part, and the rest, is bound to all of it, and to the other parts through it. */
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

/** Body of `POST /verifications` where discovery names operators: of constant size. */
export const SharedEnvelopeSchema = v.strictObject({
  ...EnvelopeSchema.entries,
  header: SharedHeaderSchema,
  parts: byOperator(SealedPartSchema),
});

const { embedding: _, ...rest } = PayloadSchema.entries;
/** What the receiver opens: everything but the template. */
export const SharedPayloadSchema = v.strictObject(rest);

export type SealedPart = v.InferOutput<typeof SealedPartSchema>;
export type { SharedEnvelope, SharedHeader, SharedPayload };

/** Fails to compile when the words of `core` and the wire drift apart. */
export type ThreeShareAgreesWithCore = [
  Proven<Agrees<v.InferOutput<typeof SharedHeaderSchema>, SharedHeader>>,
  Proven<Agrees<v.InferOutput<typeof SharedEnvelopeSchema>, SharedEnvelope>>,
  Proven<Agrees<v.InferOutput<typeof SharedPayloadSchema>, SharedPayload>>,
];
