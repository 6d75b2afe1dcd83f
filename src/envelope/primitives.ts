import * as v from 'valibot';
import { fromBase64Url } from '../core/bytes.js';

/** The words that the wire's messages are made of. */

/** Largest body that the receiver reads, bytes. */
export const MAX_BODY_BYTES = 64 * 1024;

/** Largest discovery document that the widget reads, bytes: it has the notice in every language of the marketplace, about 4 kB each. */
export const MAX_DISCOVERY_BYTES = 512 * 1024;

function decodes(text: string, lengthBytes?: number): boolean {
  try {
    const { length } = fromBase64Url(text);
    return lengthBytes === undefined || length === lengthBytes;
  } catch {
    return false;
  }
}

/** base64url without padding; with `lengthBytes`, of exactly that length. */
export const bytes = (lengthBytes?: number) =>
  v.pipe(
    v.string(),
    v.maxLength(MAX_BODY_BYTES),
    v.regex(base64UrlPattern(lengthBytes)),
    v.check((text) => decodes(text, lengthBytes), 'base64url'),
  );

function base64UrlPattern(lengthBytes: number | undefined): RegExp {
  return new RegExp(
    `^[A-Za-z0-9_-]${lengthBytes === undefined ? '*' : `{${Math.ceil((lengthBytes * 8) / 6)}}`}$`,
  );
}

// Not trimmed: a notice is hashed as it was served.
export const text = v.pipe(v.string(), v.regex(/\S/), v.maxLength(4_000));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
/** Travels in a header line or an address, so nothing but visible ASCII. */
export const token = v.pipe(id, v.regex(/^[\x21-\x7e]+$/));
export const locale = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), v.maxLength(35));
export const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), v.isoTimestamp());
// The scheme is pinned because addresses become links: `javascript:` is a URL as well.
export const url = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//), v.maxLength(2_000));
export const finite = v.pipe(v.number(), v.finite());
export const share = v.pipe(finite, v.minValue(0), v.maxValue(1));
export const count = v.pipe(finite, v.integer(), v.minValue(0));
/** Words in at least one language. */
export const byLocale = v.pipe(v.record(locale, text), v.minEntries(1));
/** One of each operator, by their numbers (docs/three-operators.md). */
export const byOperator = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.strictTuple([item, item, item]), v.readonly());
/** Ed25519, as SubjectPublicKeyInfo (RFC 8410): checks what an operator signs when it has deleted its part. */
export const receiptKey = bytes(44);
export const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
