import { createCipheriv, createDecipheriv, hash } from 'node:crypto';
import { fromBase64Url } from '../../src/core/bytes.js';
import type { Random } from '../options.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Something secret, as the database holds it. */
export interface Wrapped {
  /** Which master key opens it. */
  readonly masterKeyId: string;
  /** AES-256-GCM: IV ‖ ciphertext ‖ tag, bound to its name. */
  readonly wrapped: Uint8Array;
}

/** What opens the secrets that the database holds. The first wraps; the others still open what they wrapped, while all is wrapped anew
 * (`candor-receiver keys rotate`). */
export class MasterKeys {
  readonly currentId: string;
  readonly #byId: ReadonlyMap<string, Uint8Array>;
  readonly #random: Random;

  /** @param keys - 32 bytes each, base64url.
   * @throws RangeError without any, or for one of another length. */
  constructor(keys: readonly string[], random: Random) {
    const decoded = keys.map(fromBase64Url);
    const [first] = decoded;
    if (first === undefined || decoded.some(({ length }) => length !== 32))
      throw new RangeError('a master key has 32 bytes');
    this.currentId = idOf(first);
    this.#byId = new Map(decoded.map((key) => [idOf(key), key]));
    this.#random = random;
  }

  has(masterKeyId: string): boolean {
    return this.#byId.has(masterKeyId);
  }

  /** @param name - what it is: it opens under no other. */
  wrap(name: string, secret: Uint8Array): Wrapped {
    const iv = this.#random(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#keyOf(this.currentId), iv);
    cipher.setAAD(aadOf(name));
    const sealed = Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    return { masterKeyId: this.currentId, wrapped: new Uint8Array(sealed) };
  }

  /** The caller wipes the result.
   * @throws Error when the master key is none of these, or it was altered, or is another's. */
  unwrap(name: string, { masterKeyId, wrapped }: Wrapped): Uint8Array {
    const iv = wrapped.subarray(0, IV_BYTES);
    const key = this.#keyOf(masterKeyId);
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(aadOf(name));
    decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
    const opened = Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return new Uint8Array(opened);
  }

  #keyOf(masterKeyId: string): Uint8Array {
    const key = this.#byId.get(masterKeyId);
    if (key === undefined)
      throw new Error(`the master key ${masterKeyId}, which wrapped a secret of the database, was not given`);
    return key;
  }
}

/** Names a master key without giving it away. */
function idOf(key: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from('candor/master-key/1\n'), key]), 'base64url').slice(0, 16);
}

function aadOf(name: string): Buffer {
  return Buffer.from(`candor/wrapped/1\n${name}`);
}
