import { type AndPair, and, xor } from './boolean.js';
import { ShareError } from './errors.js';
import { WORD_BITS } from './ring.js';
import type { Session } from './session.js';
import type { BinaryShares, Three } from './sharing.js';

/** A number's bits: 32 planes, the lowest first. */
export type SharedBits = readonly BinaryShares[];

const TOP = WORD_BITS - 1;

/** The top bit of the sum of three numbers modulo 2³² (ABY3, §5.3: a carry-save adder makes two of three, a parallel prefix adder
 * adds these). Seven rounds and 114 ANDs.
 * @throws {@link ShareError} `shares.bad_input` unless all have 32 planes, and what a round throws. */
export async function topBitOfSum(session: Session, summands: Three<SharedBits>): Promise<BinaryShares> {
  for (const { length } of summands)
    if (length !== WORD_BITS) throw new ShareError('shares.bad_input', { detail: `${length} bits` });
  const { sums, carries } = await carrySave(session, summands);
  const carry = await topCarry(session, sums, carries);
  return xor(xor(bit(sums, TOP), bit(carries, TOP - 1)), carry);
}

/** a + b + c = sums + 2 · carries, each bit by itself; the carry is the majority of the three. The carry out of the top bit counts
 * for nothing and is not computed. */
async function carrySave(
  session: Session,
  [a, b, c]: Three<SharedBits>,
): Promise<{ readonly sums: SharedBits; readonly carries: SharedBits }> {
  const toC = (of: SharedBits): SharedBits => of.map((plane, at) => xor(plane, bit(c, at)));
  const [aToC, bToC] = [toC(a), toC(b)];
  const pairs = aToC.slice(0, TOP).map((plane, at): AndPair => [plane, bit(bToC, at)]);
  const differing = await and(session, pairs);
  return {
    sums: aToC.map((plane, at) => xor(plane, bit(b, at))),
    carries: differing.map((plane, at) => xor(plane, bit(c, at))),
  };
}

/** Neighbouring bits that are taken together: whether they make a carry by themselves, and whether they pass one on. */
interface Span {
  readonly generate: BinaryShares;
  readonly propagate: BinaryShares;
}

/** The carry of sums + 2 · carries into the top bit, by the recurrence of Kogge and Stone (1973): (g, p) ∘ (g′, p′) =
 * (g ⊕ p g′, p p′), in a tree. Their adder has such a tree for each bit; only the top bit's is computed. Bit 0 has one summand and
 * makes no carry, so 30 bits are left, which five levels join. */
async function topCarry(session: Session, sums: SharedBits, carries: SharedBits): Promise<BinaryShares> {
  const pairs = sums.slice(1, TOP).map((plane, at): AndPair => [plane, bit(carries, at)]);
  const generates = await and(session, pairs);
  const spans = pairs.map(([a, b], at): Span => ({ generate: bit(generates, at), propagate: xor(a, b) }));
  let carry = bit(generates, 0);
  let above: readonly Span[] = spans.slice(1);
  while (above.length > 0) ({ carry, above } = await joinNeighbours(session, carry, above));
  return carry;
}

/** One level: the lowest span takes the one above it, and of the rest two each become one. */
async function joinNeighbours(
  session: Session,
  carry: BinaryShares,
  [first, ...rest]: readonly Span[],
): Promise<{ readonly carry: BinaryShares; readonly above: readonly Span[] }> {
  if (first === undefined) return { carry, above: [] };
  const couples = rest.flatMap((high, at) => {
    const low = rest[at - 1];
    return at % 2 === 1 && low !== undefined ? [{ low, high }] : [];
  });
  const alone = rest.length % 2 === 1 ? rest.slice(-1) : [];
  const [passed, ...joined] = await and(session, [
    [first.propagate, carry],
    ...couples.flatMap(({ low, high }): AndPair[] => [
      [high.propagate, low.generate],
      [high.propagate, low.propagate],
    ]),
  ]);
  const spans = couples.map(
    ({ high }, at): Span => ({
      generate: xor(high.generate, bit(joined, 2 * at)),
      propagate: bit(joined, 2 * at + 1),
    }),
  );
  return { carry: xor(first.generate, passed ?? carry), above: [...spans, ...alone] };
}

function bit(of: SharedBits, at: number): BinaryShares {
  const plane = of[at];
  if (plane === undefined) throw new ShareError('shares.bad_input', { detail: `no bit ${at}` });
  return plane;
}
