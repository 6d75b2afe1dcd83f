import { rowsMask } from './bit-planes.js';
import { keep } from './boolean.js';
import { ShareError } from './errors.js';
import { ONE } from './fixed-point.js';
import { lessThan } from './less-than.js';
import { addPublic, concatenateShares, negate } from './linear.js';
import { orAll } from './or-all.js';
import type { Party } from './party.js';
import { reshareSummands } from './products.js';
import type { Words } from './ring.js';
import type { Session } from './session.js';
import type { ArithmeticShares } from './sharing.js';

/** How many squares of components are summed before the sum is compared: 31 · 2²⁶ is still below 2³¹, 32 · 2²⁶ is not. */
const CHUNK = 31;
/** With more chunks, the sum of all of them could reach 2³¹. */
const MOST_CHUNKS = 31;

/** The squared lengths that a unit vector of this dimension may have in fixed point, each component off by half a step. */
function squaresOf(dim: number): { readonly least: number; readonly most: number } {
  const off = Math.sqrt(dim) / 2;
  return { least: Math.ceil((ONE - off) ** 2), most: Math.floor((ONE + off) ** 2) };
}

/** What `areUnitVectors` and a decision look at, for vectors of one dimension. It is put together from the parts of this folder: whoever
 * shares a vector chooses each of its words, so the squares could wrap around and seem to have the right sum. Therefore, of each vector,
 *
 * 1. every component is −2¹³…2¹³, which is exact for any word;
 * 2. the squares of 31 components at a time then sum up to less than 2³¹, and each such sum is at most what the whole may be;
 * 3. so at most 31 of these sums stay below 2³¹ too, and their sum is what the squared length of a unit vector may be.
 *
 * It does not show that a vector is of a face. */
export class LengthCheck {
  readonly #vectors: ArithmeticShares;
  readonly #dim: number;
  readonly #chunks: number;

  /** @param vectors - of `dim` words each, one after the other.
   * @param dim - 1…961.
   * @throws {@link ShareError} `shares.bad_input` for another shape. */
  constructor(vectors: ArithmeticShares, dim: number) {
    this.#vectors = vectors;
    this.#dim = dim;
    this.#chunks = Math.ceil(dim / CHUNK);
    if (!(dim >= 1 && this.#chunks <= MOST_CHUNKS) || vectors.own.length % dim !== 0)
      throw new ShareError('shares.bad_input', { detail: `${vectors.own.length} words of ${dim}` });
  }

  /** This party's summand of each chunk's sum of squares: of (x₀ + x₁ + x₂)², party i takes xᵢ² + 2xᵢxᵢ₊₁. */
  summands(): Words {
    const { own, next } = this.#vectors;
    const dim = this.#dim;
    const summands = new Uint32Array((own.length / dim) * this.#chunks);
    for (let at = 0; at < own.length; at += 1) {
      const chunk = Math.floor(at / dim) * this.#chunks + Math.floor((at % dim) / CHUNK);
      const x = own[at] ?? 0;
      summands[chunk] = (summands[chunk] ?? 0) + Math.imul(x, x + 2 * (next[at] ?? 0));
    }
    return summands;
  }

  /** Numbers of which none is negative where all are unit vectors as fixed point gives them.
   * @param squares - shares of what the {@link summands} of all three make. */
  slacks(party: Party, squares: ArithmeticShares): ArithmeticShares {
    const { least, most } = squaresOf(this.#dim);
    const totals = sumsOf(squares, this.#chunks);
    return concatenateShares([
      addPublic(party, this.#vectors, ONE),
      addPublic(party, negate(this.#vectors), ONE),
      addPublic(party, negate(squares), most),
      addPublic(party, negate(totals), most),
      addPublic(party, totals, -least),
    ]);
  }
}

/** Whether all of them could come of `toFixedPoint`: one bit is opened, for all vectors together, and nothing else. It takes nine rounds.
 * @param vectors - of `dim` words each, one after the other.
 * @param dim - 1…961.
 * @throws {@link ShareError} `shares.bad_input` for another shape, and what a round throws. */
export async function areUnitVectors(
  session: Session,
  vectors: ArithmeticShares,
  dim: number,
): Promise<boolean> {
  const check = new LengthCheck(vectors, dim);
  const squares = await reshareSummands(session, 'arithmetic', check.summands());
  const slacks = check.slacks(session.rounds.party, squares);
  const negative = keep(await lessThan(session, slacks, 0), rowsMask(slacks.own.length));
  return !(await orAll(session, negative));
}

/** The sums of `count` words each. */
function sumsOf({ kind, own, next }: ArithmeticShares, count: number): ArithmeticShares {
  const sums = (words: Words): Words => {
    const result = new Uint32Array(words.length / count);
    for (const [at, word] of words.entries()) {
      const sum = Math.floor(at / count);
      result[sum] = (result[sum] ?? 0) + word;
    }
    return result;
  };
  return { kind, own: sums(own), next: sums(next) };
}
