import * as v from 'valibot';

/** A program of the marketplace that may use the operator’s interface, as the host knows it by its credentials. */
export interface Operator {
  /** As the host names the program, 1–256 characters. The log has a keyed hash of it. */
  readonly operator: string;
}

/** The host's own credentials for its programs: which one asks, or null for none that may. */
export type AuthorizeOperator = (request: Request) => Operator | null | Promise<Operator | null>;

/** Of each program, and of each address without one. Default 600. */
const maxRequestsPerMinute = v.optional(v.pipe(v.number(), v.minValue(1)), 600);

/** Who may use the operator's interface: programs of the marketplace, each with a token of its own, or whom the host says. */
export const OperatorAccessSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('tokens'),
    /** SHA-256 of each token, hex: the tokens themselves are not in the configuration. */
    tokenHashes: v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in 64 small hex digits'))),
      v.minLength(1),
    ),
    maxRequestsPerMinute,
  }),
  v.strictObject({
    kind: v.literal('host'),
    authorizeOperator: v.custom<AuthorizeOperator>((given) => typeof given === 'function', 'is no function'),
    maxRequestsPerMinute,
  }),
]);

/** Who may use the operator's interface: programs of the marketplace, each with a token of its own, or whom the host says. */
export type OperatorAccess = { readonly maxRequestsPerMinute?: number | undefined } & (
  | { readonly kind: 'tokens'; readonly tokenHashes: readonly string[] }
  | { readonly kind: 'host'; readonly authorizeOperator: AuthorizeOperator }
);
export type CheckedOperatorAccess = v.InferOutput<typeof OperatorAccessSchema>;
