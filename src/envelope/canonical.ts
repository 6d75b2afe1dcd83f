import serialize from 'canonicalize';
import { type Bytes, sha256, toBase64Url, utf8 } from '../core/bytes.js';

/** A UTF-16 surrogate without its partner: not a character, and RFC 8785 §3.2.2.2 wants it refused. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function assertJson(this: unknown, key: string, value: unknown): unknown {
  const type = typeof value;
  if (type === 'function' || type === 'symbol' || type === 'bigint')
    throw new TypeError(`${type} is not JSON`);
  if (type === 'number' && !Number.isFinite(value)) throw new TypeError('not a JSON number');
  if (LONE_SURROGATE.test(key) || (typeof value === 'string' && LONE_SURROGATE.test(value))) {
    throw new TypeError('lone surrogate');
  }
  return value;
}

/** Canonical JSON (RFC 8785) as UTF-8. A property that is `undefined` is left out.
 * @throws TypeError on what JSON cannot say: NaN, infinities, functions, lone surrogates, `undefined` itself. */
export function canonicalBytes(value: unknown): Bytes {
  // The serializer takes some of these silently; two values must never share one canonical form.
  JSON.stringify(value, assertJson);
  const text = serialize(value);
  if (text === undefined) throw new TypeError('undefined is not JSON');
  return utf8(text);
}

/** base64url of the SHA-256 of the canonical JSON: the only hash of documents on the wire.
 * @example
 * const noticeHash = await hashCanonical(notice); */
export async function hashCanonical(value: unknown): Promise<string> {
  return toBase64Url(await sha256(canonicalBytes(value)));
}
