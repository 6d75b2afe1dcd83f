import type { Words } from './ring.js';
import type { Session } from './session.js';
import type { Shares, SharingKind } from './sharing.js';

/** Makes replicated shares of words of which each party has computed one summand (Araki et al. 2016, §2.1): each hides its own
 * under a share of zero and gives it to the party before it. One round, one word sent for each word.
 * @param summand - this party's. It is hidden where it lies, and becomes the party's own component. */
export async function reshareSummands<Kind extends SharingKind>(
  { rounds, randomness }: Session,
  kind: Kind,
  summand: Words,
): Promise<Shares<Kind>> {
  await randomness.hide(kind, summand);
  return { kind, own: summand, next: await rounds.passBack(summand) };
}
