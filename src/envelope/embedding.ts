import { type Bytes, fromBase64Url, toBase64Url, wipe } from '../core/bytes.js';
import type { Payload } from './wire.js';

/** How far an embedding's L2 norm may be from 1 (docs/protocol.md). */
const NORM_TOLERANCE = 1e-3;
const FLOAT_BYTES = 4;

/** Whether this is a direction: finite numbers of unit length. NaN, infinities and the zero vector are not. */
export function isUnitVector(embedding: Float32Array): boolean {
  let sum = 0;
  for (const component of embedding) sum += component * component;
  return Math.abs(Math.sqrt(sum) - 1) <= NORM_TOLERANCE;
}

/** Little-endian float32, base64url.
 * @throws RangeError when it is not a unit vector. The caller still owns, and wipes, `embedding`. */
export function encodeEmbedding(embedding: Float32Array): Payload['embedding'] {
  if (!isUnitVector(embedding)) throw new RangeError('embedding is not a unit vector');
  const bytes: Bytes = new Uint8Array(embedding.length * FLOAT_BYTES);
  const view = new DataView(bytes.buffer);
  embedding.forEach((component, index) => {
    view.setFloat32(index * FLOAT_BYTES, component, true);
  });
  const encoded = toBase64Url(bytes);
  wipe(bytes);
  return { dtype: 'f32le', dim: embedding.length, data: encoded };
}

/** The other way round; the caller owns, and wipes, the result.
 * @throws RangeError when the length is not `dim` floats, or it is not a unit vector. */
export function decodeEmbedding({ dim, data }: Payload['embedding']): Float32Array<ArrayBuffer> {
  const bytes = fromBase64Url(data);
  if (bytes.length !== dim * FLOAT_BYTES)
    throw new RangeError('embedding has another length than its dimension');
  const view = new DataView(bytes.buffer);
  const embedding = Float32Array.from({ length: dim }, (_, index) =>
    view.getFloat32(index * FLOAT_BYTES, true),
  );
  wipe(bytes);
  if (isUnitVector(embedding)) return embedding;
  wipe(embedding);
  throw new RangeError('embedding is not a unit vector');
}
