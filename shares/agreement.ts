import { sha256 } from '../src/core/bytes.js';
import { bytesOf, type Words, wordsOf } from './ring.js';
import type { Rounds } from './rounds.js';
import type { ArithmeticShares } from './sharing.js';

const DIGEST_WORDS = 8;
const YES: Words = Uint32Array.of(1);
const NO: Words = Uint32Array.of(0);

/** Whether those two who hold a component hold the same one, for all three components: whoever shared the secret may have given them
 * different ones. Each gives the party before it the SHA-256 of its own component, which that party holds too, and all say what they
 * found. Two rounds. The components must be drawn at random, or a digest would say something about them.
 * @throws what a round throws. */
export async function sharesAgree(rounds: Rounds, { own, next }: ArithmeticShares): Promise<boolean> {
  const digest = async (words: Words): Promise<Words> => wordsOf(await sha256(bytesOf(words)), DIGEST_WORDS);
  const theirs = await rounds.passBack(await digest(own));
  const mine = await digest(next);
  const isSame = mine.every((word, at) => word === theirs[at]);
  return allSay(rounds, isSame);
}

/** Whether this party and both others say yes. One round.
 * @throws what a round throws. */
export async function allSay(rounds: Rounds, yes: boolean): Promise<boolean> {
  const { fromNext, fromPrevious } = await rounds.passToBoth(yes ? YES : NO);
  return yes && fromNext[0] === 1 && fromPrevious[0] === 1;
}
