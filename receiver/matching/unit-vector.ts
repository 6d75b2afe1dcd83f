/** The same direction at unit length, as closely as float32 holds it: an envelope's may be longer or shorter by a thousandth, and what
 * is stored is turned and rounded once more. A new vector; the argument stays the caller's to wipe.
 * @param direction - finite numbers, and not all zero. */
export function toUnitLength(direction: Float32Array): Float32Array<ArrayBuffer> {
  const length = lengthOf(direction);
  return Float32Array.from(direction, (component) => component / length);
}

/** The Euclidean length, summed in double precision. */
export function lengthOf(vector: Float32Array): number {
  let square = 0;
  for (const component of vector) square += component * component;
  return Math.sqrt(square);
}
