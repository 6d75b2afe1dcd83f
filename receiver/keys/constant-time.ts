import { timingSafeEqual } from 'node:crypto';

/** Compares in a time that says nothing but the length. */
export function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
