import { randomNumbers } from '../testing/person/random.js';
import type { RandomBytes } from './challenge.js';

/** Bytes that a seed decides: fast, and the same in every run. */
export function seededBytes(seed: number): RandomBytes {
  const random = randomNumbers(seed);
  return (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}
