import type { RowBlocks } from './dot-product.js';
import { reshareSummands } from './products.js';
import { agreeOnKeys, Prss } from './prss.js';
import type { Rounds } from './rounds.js';
import type { ArithmeticShares } from './sharing.js';

/** New shares of the same secrets (proactive refresh: Herzberg, Jarecki, Krawczyk and Yung 1995, with the shares of zero of Araki
 * et al. 2016, §2.2). Afterwards an old share of one party and a new one of another say nothing together.
 *
 * The shares of zero come from keys that are drawn for this alone and forgotten with it: were they of the keys that a node has in
 * memory for its decisions, whoever copied node and memory before could work out what comes after. One round for the keys, one for
 * each block; in memory at a time: one block, twice. It is the caller's to replace old shares by new ones at all three or at none.
 * @throws what a round throws. */
export async function* reshare(rounds: Rounds, blocks: RowBlocks): AsyncGenerator<ArithmeticShares> {
  const randomness = new Prss(await agreeOnKeys(rounds)).openSession(0);
  for await (const { own } of blocks)
    yield await reshareSummands({ rounds, randomness }, 'arithmetic', own.slice());
}
