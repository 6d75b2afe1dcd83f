import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { wipe } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { ShareError } from '../errors.js';
import type { Party } from '../party.js';
import { bytesOf, concatenate, wordsOf } from '../ring.js';
import type { ArithmeticShares } from '../sharing.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** What a ciphertext is bound to: it opens as this row's, of this refresh, and as no other. */
export interface ShareBinding {
  readonly party: Party;
  readonly model: string;
  readonly template: string;
  /** How often the shares have been refreshed. */
  readonly epoch: number;
}

/** Both are needed: the node's, and the row's own. */
export interface ShareKeys {
  readonly storageKey: Uint8Array;
  readonly slotKey: Uint8Array;
}

/** Both components, under AES-256-GCM with a fresh IV: IV ‖ ciphertext ‖ tag. The words are in the machine's byte order. */
export function sealShares(keys: ShareKeys, binding: ShareBinding, shares: ArithmeticShares): Uint8Array {
  const plaintext = bytesOf(concatenate([shares.own, shares.next]));
  const key = derived(keys);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(canonicalBytes(binding));
  const sealed = Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  wipe(plaintext, key);
  return sealed;
}

/** @throws {@link ShareError} `shares.damaged` when a key is another one, or the ciphertext was altered or belongs to another row. */
export function openShares(
  keys: ShareKeys,
  binding: ShareBinding,
  sealed: Uint8Array,
  dim: number,
): ArithmeticShares {
  const key = derived(keys);
  try {
    const iv = sealed.subarray(0, IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(canonicalBytes(binding));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const opened = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    const words = wordsOf(new Uint8Array(opened), 2 * dim);
    wipe(opened);
    return { kind: 'arithmetic', own: words.subarray(0, dim), next: words.subarray(dim) };
  } catch (cause) {
    throw new ShareError('shares.damaged', { cause, detail: 'a row' });
  } finally {
    wipe(key);
  }
}

function derived({ storageKey, slotKey }: ShareKeys): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', slotKey, storageKey, 'candor/share/1', KEY_BYTES));
}
