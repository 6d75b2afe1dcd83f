import { allSay } from '../agreement.js';
import { ShareError } from '../errors.js';
import type { Rounds } from '../rounds.js';

/** Makes a change that is staged at all three count at all three (two-phase commit; operator 0 coordinates, and what it has not
 * committed did not happen). Operator 0 commits once all have said that theirs is staged, and the others once it has said so. Another
 * operator that is cut off between its yes and that word asks operator 0 later (`settle`). Two rounds.
 * @param staged - whether the change is on this operator's disk.
 * @throws {@link ShareError} `shares.rows_differ` where one says no, and what a round throws. */
export async function commitTogether(
  rounds: Rounds,
  staged: boolean,
  commit: () => Promise<void>,
): Promise<void> {
  if (!(await allSay(rounds, staged))) throw new ShareError('shares.rows_differ', { detail: 'not staged' });
  const isFirst = rounds.party === 0;
  if (isFirst) await commit();
  await allSay(rounds, true);
  if (!isFirst) await commit();
}
