import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { wipe } from '../../src/core/bytes.js';
import type { Random } from '../options.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const FLOAT_BYTES = 4;

/** What a ciphertext is bound to: it opens as this template and as no other. */
export interface TemplateBinding {
  readonly verificationId: string;
  readonly modelId: string;
  readonly modelSha256: string;
  readonly transformId: string;
  readonly slotId: string;
}

/** Both are needed: the slot's goes with the template, and the storage key is nowhere near the slots' file if it is well kept. */
export interface TemplateKeys {
  readonly storageKey: Uint8Array;
  readonly slotKey: Uint8Array;
}

/** Encrypts a vector: AES-256-GCM under a fresh IV, as IV ‖ ciphertext ‖ tag. The vector stays the caller's to wipe. */
export function encryptTemplate(
  keys: TemplateKeys,
  binding: TemplateBinding,
  vector: Float32Array,
  random: Random,
): Uint8Array {
  const plaintext = Buffer.alloc(vector.length * FLOAT_BYTES);
  vector.forEach((component, at) => {
    plaintext.writeFloatLE(component, at * FLOAT_BYTES);
  });
  const key = derived(keys);
  const iv = random(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(aadOf(binding));
  const sealed = Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  wipe(plaintext, key);
  return new Uint8Array(sealed);
}

/** The caller wipes the result.
 * @throws Error when a key is another one, or the ciphertext was altered or belongs to another template. */
export function decryptTemplate(
  keys: TemplateKeys,
  binding: TemplateBinding,
  sealed: Uint8Array,
  dim: number,
): Float32Array<ArrayBuffer> {
  const key = derived(keys);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  wipe(key);
  decipher.setAAD(aadOf(binding));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plaintext = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  if (plaintext.length !== dim * FLOAT_BYTES)
    throw new RangeError('template has another length than its dimension');
  const vector = Float32Array.from({ length: dim }, (_, at) => plaintext.readFloatLE(at * FLOAT_BYTES));
  wipe(plaintext);
  return vector;
}

function derived({ storageKey, slotKey }: TemplateKeys): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', slotKey, storageKey, 'candor/template/1', KEY_BYTES));
}

function aadOf(binding: TemplateBinding): Buffer {
  const { verificationId, modelId, modelSha256, transformId, slotId } = binding;
  return Buffer.from(JSON.stringify([verificationId, modelId, modelSha256, transformId, slotId]));
}
