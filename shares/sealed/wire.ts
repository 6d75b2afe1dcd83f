import * as v from 'valibot';
import { SealedPartSchema, SharedHeaderSchema } from '../../src/envelope/three-share.js';

/** What one operator is handed of an envelope in three parts, by somebody who can open none of it (docs/three-operators.md). */
export const SealedShareSchema = v.strictObject({ header: SharedHeaderSchema, part: SealedPartSchema });

export type SealedShare = v.InferOutput<typeof SealedShareSchema>;
