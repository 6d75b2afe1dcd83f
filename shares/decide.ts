import { rowsMask, rowsOf } from './bit-planes.js';
import { keep, not } from './boolean.js';
import { dotSummands, type RowBlocks } from './dot-product.js';
import { toFixedThreshold } from './fixed-point.js';
import { lessThan } from './less-than.js';
import { addPublic, concatenateShares, partOf } from './linear.js';
import { openBits, orAll } from './or-all.js';
import { reshareSummands } from './products.js';
import { concatenate, WORD_BITS } from './ring.js';
import type { Session } from './session.js';
import type { ArithmeticShares, BinaryShares } from './sharing.js';
import { LengthCheck } from './unit-vectors.js';

/** What the three parties learn of a probe: that it is no unit vector; else that no row is near, or that one is or several are. */
export type Decision = { readonly kind: 'rejected' } | Compared;

export interface Compared {
  readonly kind: 'none' | 'review';
  /** One bit for each row, 1 where it is near: still shared. */
  readonly hits: BinaryShares;
}

/** Whether a probe is of unit length, and if so whether any row's similarity to it reaches the threshold. Ten rounds, whatever the number
 * of rows: both are computed in the same rounds, and whether a row is near is opened last, of unit vectors alone. Of others it could say
 * anything about a row.
 * @param probe - in fixed point ({@link toFixedPoint}), shared.
 * @param blocks - the rows of the scope, in the same order at all three.
 * @param threshold - similarity, −1…1, the same at all three.
 * @throws {@link ShareError} `shares.bad_input` for a threshold or rows of another shape, and what a round throws. */
export async function decide(
  session: Session,
  probe: ArithmeticShares,
  blocks: RowBlocks,
  threshold: number,
): Promise<Decision> {
  const { party } = session.rounds;
  const least = toFixedThreshold(threshold);
  const check = new LengthCheck(probe, probe.own.length);
  const lengths = check.summands();
  const summands = concatenate([lengths, ...(await dotSummands(probe, blocks))]);
  const shares = await reshareSummands(session, 'arithmetic', summands);
  const slacks = check.slacks(party, partOf(shares, 0, lengths.length));
  const differences = addPublic(party, partOf(shares, lengths.length), -least);
  const negative = await lessThan(session, concatenateShares([filledUp(slacks), differences]), 0);
  const slackWords = Math.ceil(slacks.own.length / WORD_BITS);
  const tooShortOrLong = keep(partOf(negative, 0, slackWords), rowsMask(slacks.own.length));
  if (await orAll(session, tooShortOrLong)) return { kind: 'rejected' };
  const hits = keep(not(party, partOf(negative, slackWords)), rowsMask(differences.own.length));
  return { kind: (await orAll(session, hits)) ? 'review' : 'none', hits };
}

/** With zeros, so that the bits of what comes after them begin with a word. */
function filledUp(numbers: ArithmeticShares): ArithmeticShares {
  const missing = -numbers.own.length & (WORD_BITS - 1);
  const zeros = new Uint32Array(missing);
  return concatenateShares([numbers, { kind: 'arithmetic', own: zeros, next: zeros }]);
}

/** Which rows they are, for the review queue: opened to all three. One round.
 * @returns their places in the scope, ascending.
 * @throws what a round throws. */
export async function openRows(session: Session, { hits }: Compared): Promise<readonly number[]> {
  return rowsOf(await openBits(session, hits));
}
