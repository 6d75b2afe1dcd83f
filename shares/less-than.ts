import { topBits } from './adder.js';
import { addPublic } from './linear.js';
import type { Session } from './session.js';
import type { ArithmeticShares, BinaryShares } from './sharing.js';

/** Whether each number is below a public threshold: the top bit of the difference, in two's complement. Exact wherever the difference is
 * −2³¹…2³¹ − 1. Seven rounds, and 14.25 bytes sent for each number.
 * @param threshold - a whole number.
 * @returns one bit for each number, 32 in a word; the bits behind the last number mean nothing.
 * @throws what a round throws. */
export function lessThan(
  session: Session,
  numbers: ArithmeticShares,
  threshold: number,
): Promise<BinaryShares> {
  return topBits(session, addPublic(session.rounds.party, numbers, -threshold));
}
