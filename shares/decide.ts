import { rowsMask, rowsOf } from './bit-planes.js';
import { keep, not } from './boolean.js';
import { dotProducts, type RowBlocks } from './dot-product.js';
import { toFixedThreshold } from './fixed-point.js';
import { lessThan } from './less-than.js';
import { openBits, orAll } from './or-all.js';
import type { Session } from './session.js';
import type { ArithmeticShares, BinaryShares } from './sharing.js';

/** What the three parties learn of a probe: that no row is near, or that one is or several are. */
export interface Decision {
  readonly kind: 'none' | 'review';
  /** One bit for each row, 1 where it is near: still shared. */
  readonly hits: BinaryShares;
}

/** Whether any row's similarity to the probe reaches the threshold. Nine rounds, whatever the number of rows.
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
  const least = toFixedThreshold(threshold);
  const products = await dotProducts(session, probe, blocks);
  const below = await lessThan(session, products, least);
  const hits = keep(not(session.rounds.party, below), rowsMask(products.own.length));
  return { kind: (await orAll(session, hits)) ? 'review' : 'none', hits };
}

/** Which rows they are, for the review queue: opened to all three. One round.
 * @returns their places in the scope, ascending.
 * @throws what a round throws. */
export async function openRows(session: Session, { hits }: Decision): Promise<readonly number[]> {
  return rowsOf(await openBits(session, hits));
}
