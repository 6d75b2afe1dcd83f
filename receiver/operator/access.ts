import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { isSame } from '../keys/constant-time.js';

/** Who may use the operator's interface: programs of the marketplace, each with a token of its own. */
export const OperatorAccessSchema = v.strictObject({
  /** SHA-256 of each token, hex: the tokens themselves are not in the configuration. */
  tokenHashes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), v.minLength(1)),
  /** Of each token, and of each address without one. Default 600. */
  maxRequestsPerMinute: v.optional(v.pipe(v.number(), v.minValue(1)), 600),
});
export type OperatorAccess = v.InferInput<typeof OperatorAccessSchema>;
export type CheckedOperatorAccess = v.InferOutput<typeof OperatorAccessSchema>;

/** The first characters of the hash of the token that was shown, which name it in the log; null for none that is known. */
export function operatorIn(
  { tokenHashes }: Pick<CheckedOperatorAccess, 'tokenHashes'>,
  authorization: string | undefined,
): string | null {
  const [, token = ''] = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization ?? '') ?? [];
  const hash = createHash('sha256').update(token).digest('hex');
  // Each is compared, so that the time says nothing of which one it was.
  const known = tokenHashes.filter((one) => isSame(hash, one));
  return known.length === 0 ? null : hash.slice(0, 8);
}
