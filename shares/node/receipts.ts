import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { ShareError } from '../errors.js';
import type { DeletionReceipt } from './messages.js';
import { readOrMake } from './owner-only.js';

/** An operator's word that it holds no share of a template any more: canonical JSON (RFC 8785) under its Ed25519 key. */
export interface SignedReceipt {
  readonly receipt: DeletionReceipt;
  /** base64url. */
  readonly signature: string;
}

/** The key that signs, made on the first start. It says who signed and opens nothing. */
export class ReceiptSigner {
  readonly #key: KeyObject;

  private constructor(key: KeyObject) {
    this.#key = key;
  }

  static async open(path: string): Promise<ReceiptSigner> {
    const pem = await readOrMake(path, () => {
      const { privateKey } = generateKeyPairSync('ed25519');
      return privateKey.export({ type: 'pkcs8', format: 'pem' });
    });
    return new ReceiptSigner(createPrivateKey(pem));
  }

  /** For those who check receipts: SPKI, base64url. */
  get publicKey(): string {
    return toBase64Url(createPublicKey(this.#key).export({ type: 'spki', format: 'der' }));
  }

  sign(receipt: DeletionReceipt): SignedReceipt {
    return { receipt, signature: toBase64Url(sign(null, canonicalBytes(receipt), this.#key)) };
  }
}

/** @param expected - what it must be about.
 * @throws {@link ShareError} `shares.bad_receipt`. */
export function assertReceipt(
  { receipt, signature }: SignedReceipt,
  publicKey: string,
  expected: Pick<DeletionReceipt, 'operator' | 'template'>,
): void {
  const key = createPublicKey({ key: Buffer.from(fromBase64Url(publicKey)), format: 'der', type: 'spki' });
  const isSigned = verify(null, canonicalBytes(receipt), key, fromBase64Url(signature));
  const isAboutThis = receipt.operator === expected.operator && receipt.template === expected.template;
  if (!isSigned || !isAboutThis) throw new ShareError('shares.bad_receipt');
}
