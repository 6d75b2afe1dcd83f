import * as v from 'valibot';
import { bytes, receiptKey, text, time } from './primitives.js';

/** Who can open something of what a seller sends. */

export const KemSchema = v.picklist(['x-wing', 'x25519']);

const publicKey = { kid: bytes(16), kem: KemSchema, publicKey: bytes() };

export const KeySchema = v.strictObject({ ...publicKey, notBefore: time, notAfter: time });

/** Who somebody is, for a seller who wants to reach them. */
export const contactEntries = { name: text, contact: text, address: text };

export const OperatorSchema = v.strictObject({
  ...contactEntries,
  ...publicKey,
  receiptKey,
});

/** The three who keep what there is of a template, each a part of it (docs/three-operators.md). Each one's place is its number. Two with
 * one name or one key would be one operator, who has everything. */
export const OperatorsSchema = v.pipe(
  v.strictTuple([OperatorSchema, OperatorSchema, OperatorSchema]),
  v.check((three) => new Set(three.flatMap(({ name, kid }) => [name, kid])).size === 6),
);

export type Operator = v.InferOutput<typeof OperatorSchema>;
/** By place. */
export type Operators = v.InferOutput<typeof OperatorsSchema>;
