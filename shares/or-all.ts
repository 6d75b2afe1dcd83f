import { andSummand } from './boolean.js';
import { WORD_BITS, type Words, xor } from './ring.js';
import type { Session } from './session.js';
import type { BinaryShares } from './sharing.js';

/** How many parities are opened. */
const PARITIES = 64;

/** Whether any bit is 1, and nothing else: the OR of all of them, opened to every party.
 *
 * A tree of ANDs would take a round for each halving, 17 for 100,000 rows. This takes one: each bit is multiplied with a random bit
 * that nobody knows, and the XOR of all these products is opened (an OR as a random parity: Razborov 1987, Smolensky 1987). Without a
 * 1 among the bits it is 0; with one it is 0 or 1 with equal chances, however many ones there are and wherever they stand.
 * 64 such parities all miss with a probability of 2⁻⁶⁴, and say no more than one does.
 * @throws what a round throws. */
export async function orAll({ rounds, randomness }: Session, bits: BinaryShares): Promise<boolean> {
  const width = bits.own.length;
  const random = await randomness.draw(PARITIES * width);
  const summands = new Uint32Array(PARITIES / WORD_BITS);
  for (let parity = 0; parity < PARITIES; parity += 1) {
    const from = parity * width;
    let sum = 0;
    for (let at = 0; at < width; at += 1)
      sum ^= andSummand(
        random.own[from + at] ?? 0,
        random.next[from + at] ?? 0,
        bits.own[at] ?? 0,
        bits.next[at] ?? 0,
      );
    // To one bit before it is sent: each bit of the word would say whether there is a hit in one row of 32.
    const word = Math.floor(parity / WORD_BITS);
    summands[word] = (summands[word] ?? 0) | (oddness(sum) << (parity % WORD_BITS));
  }
  await randomness.hide('binary', summands);
  const { fromNext, fromPrevious } = await rounds.passToBoth(summands);
  return xor(summands, xor(fromNext, fromPrevious)).some((word) => word !== 0);
}

/** 1 where the number of ones is odd. */
function oddness(word: number): number {
  let folded = word;
  for (let step = WORD_BITS / 2; step > 0; step >>>= 1) folded ^= folded >>> step;
  return folded & 1;
}

/** Opens bits to every party. One round: each gives the next one the component that it lacks.
 * @throws what a round throws. */
export async function openBits({ rounds }: Session, { own, next }: BinaryShares): Promise<Words> {
  return xor(xor(own, next), await rounds.passOn(own));
}
