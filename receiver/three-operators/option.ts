import * as v from 'valibot';
import type { ByOperator, Kem } from '../../src/core/record.js';
import { byOperator } from '../../src/envelope/primitives.js';
import { OperatorSchema, type Operators } from '../../src/envelope/recipients.js';

/** One of the three who keep parts of templates (docs/three-operators.md), and where its node answers. */
export interface ShareOperator {
  readonly name: string;
  readonly contact: string;
  readonly address: string;
  /** Of the key that its part is sealed to: the first 16 bytes of the SHA-256 of `publicKey`, base64url. */
  readonly kid: string;
  readonly kem: Kem;
  /** Raw, base64url. */
  readonly publicKey: string;
  /** Checks the receipts that it signs: Ed25519, SPKI, base64url. */
  readonly receiptKey: string;
  readonly host: string;
  readonly port: number;
  /** SHA-256 of its certificate, in upper-case hexadecimal bytes with colons between them. */
  readonly fingerprint: string;
}

/** Three operators who compare sellers without any of them, or this receiver, having a template (docs/three-operators.md). */
export interface ThreeOperatorsOptions {
  /** In the order of their numbers. Every notice names all three among its recipients. */
  readonly operators: ByOperator<ShareOperator>;
  /** This receiver's certificate and key, PEM files. Each operator has the certificate's fingerprint among its callers, with
   * `may: ['admit', 'collect', 'remove', 'describe']`. */
  readonly certificateFile: string;
  readonly keyFile: string;
  /** Longest wait for one operator, ms. Default 15,000: a page ends its own wait after 20 s. */
  readonly timeoutMs?: number | undefined;
}

const TIMEOUT_MS = 15_000;

const filled = v.pipe(v.string(), v.minLength(1));
const ShareOperatorSchema = v.strictObject({
  ...OperatorSchema.entries,
  host: filled,
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  fingerprint: v.pipe(
    v.string(),
    v.regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/, 'is not a SHA-256 in upper-case hexadecimal with colons'),
  ),
});

export const ThreeOperatorsSchema = v.strictObject({
  operators: byOperator(ShareOperatorSchema),
  certificateFile: filled,
  keyFile: filled,
  timeoutMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), TIMEOUT_MS),
});

export type CheckedThreeOperators = v.InferOutput<typeof ThreeOperatorsSchema>;

/** Who they are, as discovery says it: without where their nodes answer, which is nothing that a page needs. */
export function publishedOperators({ operators }: Pick<CheckedThreeOperators, 'operators'>): Operators {
  const [first, second, third] = operators;
  return [published(first), published(second), published(third)];
}

function published({ host: _, port: __, fingerprint: ___, ...named }: ShareOperator): Operators[number] {
  return named;
}
