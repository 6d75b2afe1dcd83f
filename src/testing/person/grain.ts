import { randomNumbers } from './random.js';

/** A power of two, so that the index wraps with a mask. */
const LENGTH = 1 << 16;

/** Approximately normal, standard deviation 1. */
const TABLE = Float32Array.from(
  { length: LENGTH },
  (
    (random) => () =>
      (random() + random() + random() - 1.5) * 2
  )(randomNumbers(0x5eed)),
);

/** Sensor noise: call once per pixel, in order; the same seed gives the same numbers.
 * @param sigma - standard deviation, grey values. */
export function grain(seed: number, sigma: number): () => number {
  let at = Math.floor(randomNumbers(seed)() * LENGTH);
  return () => {
    const value = sigma * (TABLE[at] ?? 0);
    at = (at + 1) & (LENGTH - 1);
    return value;
  };
}
