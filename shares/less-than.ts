import { type SharedBits, topBitOfSum } from './adder.js';
import { toBitPlanes } from './bit-planes.js';
import { addPublic } from './linear.js';
import { nextOf, type Party } from './party.js';
import type { Words } from './ring.js';
import type { Session } from './session.js';
import type { ArithmeticShares, BinaryShares, Three } from './sharing.js';

/** Whether each number is below a public threshold: the top bit of the difference, in two's complement (ABY3, §5.3, "bit
 * extraction"). Exact wherever the difference is −2³¹…2³¹ − 1. Seven rounds, and 14.25 bytes sent for each number.
 * @param threshold - a whole number.
 * @returns one bit for each number, 32 in a word; the bits behind the last number mean nothing.
 * @throws what a round throws. */
export function lessThan(
  session: Session,
  numbers: ArithmeticShares,
  threshold: number,
): Promise<BinaryShares> {
  const { party } = session.rounds;
  return topBitOfSum(session, decompose(party, addPublic(party, numbers, -threshold)));
}

/** The bits of the three components, each shared. Two parties know a component already, so its sharing is itself and zeros, and
 * costs no message. */
function decompose(party: Party, { own, next }: ArithmeticShares): Three<SharedBits> {
  const ownPlanes = toBitPlanes(own);
  const nextPlanes = toBitPlanes(next);
  const zeros: Words = new Uint32Array(ownPlanes[0]?.length ?? 0);
  const component = (number: Party): SharedBits =>
    ownPlanes.map((plane, at) => ({
      kind: 'binary',
      own: number === party ? plane : zeros,
      next: number === nextOf(party) ? (nextPlanes[at] ?? zeros) : zeros,
    }));
  return [component(0), component(1), component(2)];
}
