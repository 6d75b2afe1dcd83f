import { toFixedPoint, type Words } from '../../shares/index.js';

/** Numbers in a template of the model that ships. */
export const DIM = 512;
export const THRESHOLD = 0.45;
export const MODEL_ID = 'bench';

/** A direction as it comes, of unit length. */
export function strangerVector(): Float32Array {
  const vector = Float32Array.from({ length: DIM }, () => Math.random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((component) => component / length);
}

export function stranger(): Words {
  return toFixedPoint(strangerVector());
}
