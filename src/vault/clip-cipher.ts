import { utf8 } from '../core/bytes.js';
import type { Clip } from '../core/capture.js';

/** Encrypts a clip that the seller keeps: AES-256-GCM, one key for each clip. The key is not extractable and is thrown away
 * with the clip (docs/privacy.md says against whom that helps and against whom not). */

const ALGORITHM = 'AES-GCM';
const KEY_BITS = 256;
const IV_BYTES = 12;

/** Which clip it is. None of it can be changed without the key. */
interface ClipLabel {
  readonly sessionId: string;
  /** ISO 8601. */
  readonly keptAt: string;
  readonly mimeType: string;
  readonly durationMs: number;
}

export interface SealedClip extends ClipLabel {
  readonly kind: 'sealed';
  /** The agreement's. Older clips have none. */
  readonly consentReceiptId?: string | undefined;
  readonly iv: Uint8Array<ArrayBuffer>;
  /** Empty where a clip of version 2 could not be read any more. */
  readonly ciphertext: ArrayBuffer;
}

export interface ClipWithKey {
  readonly sealed: SealedClip;
  readonly key: CryptoKey;
}

function labelBytes({ sessionId, keptAt, mimeType, durationMs }: ClipLabel): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify([sessionId, keptAt, mimeType, durationMs]));
}

/** @throws what WebCrypto and the blob throw: without both, there is nothing to keep. */
export async function sealClip(
  { blob, mimeType, durationMs }: Clip,
  { sessionId, keptAt }: Pick<ClipLabel, 'sessionId' | 'keptAt'>,
): Promise<ClipWithKey> {
  const label: ClipLabel = { sessionId, keptAt, mimeType, durationMs };
  const key = await crypto.subtle.generateKey({ name: ALGORITHM, length: KEY_BITS }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const how = { name: ALGORITHM, iv, additionalData: labelBytes(label) };
  const ciphertext = await crypto.subtle.encrypt(how, key, await blob.arrayBuffer());
  return { sealed: { kind: 'sealed', ...label, iv, ciphertext }, key };
}

/** Null where the key is gone, or is not this clip's: then nobody can watch it. */
export async function openClip(sealed: SealedClip, key: CryptoKey | null): Promise<Clip | null> {
  if (key === null) return null;
  const { iv, ciphertext, mimeType, durationMs } = sealed;
  try {
    const how = { name: ALGORITHM, iv, additionalData: labelBytes(sealed) };
    const bytes = await crypto.subtle.decrypt(how, key, ciphertext);
    return { blob: new Blob([bytes], { type: mimeType }), mimeType, durationMs };
  } catch {
    return null;
  }
}
