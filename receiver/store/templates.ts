import { createCipheriv, createDecipheriv } from 'node:crypto';
import { eq, type InferSelectModel } from 'drizzle-orm';
import { wipe } from '../../src/core/bytes.js';
import type { Random } from '../options.js';
import type { Database } from './database.js';
import { templates } from './schema.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const FLOAT_BYTES = 4;

type TemplateRow = InferSelectModel<typeof templates>;

/** Encrypts an embedding for storage: AES-256-GCM under a fresh IV, bound to its verification, as IV ‖ ciphertext ‖ tag.
 * The embedding stays the caller's to wipe. */
export function encryptTemplate(
  storageKey: Uint8Array,
  verificationId: string,
  embedding: Float32Array,
  random: Random,
): Uint8Array {
  const plaintext = new Uint8Array(embedding.length * FLOAT_BYTES);
  const view = new DataView(plaintext.buffer);
  embedding.forEach((component, index) => {
    view.setFloat32(index * FLOAT_BYTES, component, true);
  });
  const iv = random(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', storageKey, iv);
  cipher.setAAD(Buffer.from(verificationId));
  const sealed = Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  wipe(plaintext);
  return new Uint8Array(sealed);
}

/** Decrypts a stored template. The caller wipes the result.
 * @throws Error when the key is another one, or the row was altered or belongs to another verification. */
export function decryptTemplate(
  storageKey: Uint8Array,
  { verificationId, sealed, dim }: Pick<TemplateRow, 'verificationId' | 'sealed' | 'dim'>,
): Float32Array<ArrayBuffer> {
  const decipher = createDecipheriv('aes-256-gcm', storageKey, sealed.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(verificationId));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plaintext = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  if (plaintext.length !== dim * FLOAT_BYTES)
    throw new RangeError('template has another length than its dimension');
  const embedding = Float32Array.from({ length: dim }, (_, index) =>
    plaintext.readFloatLE(index * FLOAT_BYTES),
  );
  wipe(plaintext);
  return embedding;
}

export async function findTemplate(database: Database, verificationId: string): Promise<TemplateRow | null> {
  const [row] = await database
    .select()
    .from(templates)
    .where(eq(templates.verificationId, verificationId))
    .limit(1);
  return row ?? null;
}
