import { type Factors, multiplyRows } from './dot-kernel.js';
import { ShareError } from './errors.js';
import { add, assertSameLength, type Words } from './ring.js';
import type { ArithmeticShares } from './sharing.js';

/** Rows, one after the other, as they come from where they are stored. */
export type RowBlocks = Iterable<ArithmeticShares> | AsyncIterable<ArithmeticShares>;

/** This party's summand of the dot product of a probe with each row (ABY3: a dot product is one multiplication's message, whatever its
 * length). `reshareSummands` makes shares of them, in one round for all rows. In memory at a time: one block, and a few words for each row.
 * @param probe - d components.
 * @param blocks - each with d words for each of its rows.
 * @returns one word for each row, of each block by itself.
 * @throws {@link ShareError} `shares.bad_input` for a block of another width. */
export async function dotSummands(probe: ArithmeticShares, blocks: RowBlocks): Promise<readonly Words[]> {
  const factors = { forOwn: add(probe.own, probe.next), forNext: probe.own };
  const summands: Words[] = [];
  for await (const block of blocks) summands.push(localProducts(factors, block));
  return summands;
}

/** With x = x₀ + x₁ + x₂, party i takes xᵢyᵢ + xᵢ₊₁yᵢ + xᵢyᵢ₊₁, and the three sums
 * cover all nine products. */
function localProducts(factors: Factors, block: ArithmeticShares): Words {
  const { own, next } = block;
  const width = factors.forOwn.length;
  assertSameLength(own, next);
  if (width === 0 || own.length % width !== 0)
    throw new ShareError('shares.bad_input', { detail: `rows of ${width} words` });
  const products = new Uint32Array(own.length / width);
  multiplyRows(factors, block, products);
  return products;
}
