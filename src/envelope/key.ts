import { type Bytes, fromBase64Url, sha256, toBase64Url } from '../core/bytes.js';
import { CandorError } from '../core/errors.js';
import { canonicalBytes } from './canonical.js';
import type { Discovery, Key } from './wire.js';

/** How far the seller's clock may be off before a key counts as not yet, or no longer, valid, ms (requirement E-12). */
export const CLOCK_SKEW_MS = 5 * 60_000;

/** The id of a public key: base64url of the first 16 bytes of its SHA-256 (requirement E-11). */
export async function kidOf(publicKey: Bytes): Promise<string> {
  return toBase64Url((await sha256(publicKey)).subarray(0, 16));
}

/** @throws `discovery.key_mismatch` when a key's id is not the hash of the key. */
export async function assertKids(keys: readonly Pick<Key, 'kid' | 'publicKey'>[]): Promise<void> {
  for (const { kid, publicKey } of keys) {
    if ((await kidOf(fromBase64Url(publicKey))) !== kid) {
      throw new CandorError('discovery.key_mismatch', { detail: kid });
    }
  }
}

/** Everybody who can open anything of what a seller sends: what the pinned key signs. Without `operators` they are left out. */
export function signedBytes({ keys, operators, seq }: Pick<Discovery, 'keys' | 'operators' | 'seq'>): Bytes {
  return canonicalBytes({ keys, operators, seq });
}

function isValidAt(key: Key, now: Date): boolean {
  const at = now.getTime();
  return at >= Date.parse(key.notBefore) - CLOCK_SKEW_MS && at < Date.parse(key.notAfter) + CLOCK_SKEW_MS;
}

/** The key to seal for: valid now, X-Wing before X25519, and of several the one that lasts longest.
 * @param isStated - whether the receiver has said what time it is. Where it has not, a key that is valid by `now` is the
 * likelier one, and none is refused for its dates: the receiver decides.
 * @throws `discovery.no_valid_key` */
export function chooseKey(keys: readonly Key[], now: Date, isStated = true): Key {
  const valid = keys.filter((key) => isValidAt(key, now));
  const [best] = (isStated || valid.length > 0 ? valid : [...keys]).sort(
    (a, b) => Number(b.kem === 'x-wing') - Number(a.kem === 'x-wing') || b.notAfter.localeCompare(a.notAfter),
  );
  if (best === undefined) throw new CandorError('discovery.no_valid_key');
  return best;
}
