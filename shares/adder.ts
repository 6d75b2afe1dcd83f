import { toBitPlanes } from './bit-planes.js';
import { type AndPair, and, xor } from './boolean.js';
import { partOf } from './linear.js';
import { nextOf, type Party } from './party.js';
import { WORD_BITS, type Words } from './ring.js';
import type { Session } from './session.js';
import type { ArithmeticShares, BinaryShares } from './sharing.js';

const TOP = WORD_BITS - 1;

/** The top bit of each number, which is the sum of its three components modulo 2³² (ABY3, §5.3, "bit extraction": a carry-save adder makes
 * two summands of three, a parallel prefix adder adds these). Seven rounds and 114 ANDs.
 * @returns one bit for each number, 32 in a word; the bits behind the last number mean nothing.
 * @throws what a round throws. */
export async function topBits(session: Session, numbers: ArithmeticShares): Promise<BinaryShares> {
  const width = Math.ceil(numbers.own.length / WORD_BITS);
  const { sums, carries } = await carrySave(session, numbers, width);
  const a = partOf(sums, width, TOP * width);
  const b = partOf(carries, 0, (TOP - 1) * width);
  const carry = await topCarry(session, a, b, width);
  return xor(xor(partOf(sums, TOP * width), partOf(carries, (TOP - 1) * width)), carry);
}

/** The three components a + b + c = sums + 2 · carries, each bit by itself; the carry is the majority of the three. The carry out of the
 * top bit counts for nothing and is not computed.
 * @returns `sums` of 32 planes, `carries` of 31, the lowest first. */
async function carrySave(
  session: Session,
  { own, next }: ArithmeticShares,
  width: number,
): Promise<{ readonly sums: BinaryShares; readonly carries: BinaryShares }> {
  const xorOf = componentsOf(session.rounds.party, toBitPlanes(own), toBitPlanes(next));
  const below = (bits: BinaryShares): BinaryShares => partOf(bits, 0, TOP * width);
  const [aToC, bToC, c] = [xorOf([0, 2]), xorOf([1, 2]), xorOf([2])];
  const differing = await and(session, [[below(aToC), below(bToC)]]);
  return { sums: xorOf([0, 1, 2]), carries: xor(differing, below(c)) };
}

/** Shares of the bits of some of the three components, XORed. Two parties know a component already, so its sharing is itself and zeros,
 * and costs no message. */
function componentsOf(party: Party, own: Words, next: Words): (components: readonly Party[]) => BinaryShares {
  const zeros: Words = new Uint32Array(own.length);
  return (components) => ({
    kind: 'binary',
    own: components.includes(party) ? own : zeros,
    next: components.includes(nextOf(party)) ? next : zeros,
  });
}

/** Neighbouring bits that are taken together: whether they make a carry by themselves, and whether they pass one on. */
interface Span {
  readonly generate: BinaryShares;
  readonly propagate: BinaryShares;
}

/** The carry of a + b out of their highest bits, by the recurrence of Kogge and Stone (1973): (g, p) ∘ (g′, p′) = (g ⊕ p g′, p p′), in a
 * tree. Their adder has such a tree for each bit; only the last one's is computed. Of 30 bits it has five levels.
 * @param width - words of a plane. */
async function topCarry(
  session: Session,
  a: BinaryShares,
  b: BinaryShares,
  width: number,
): Promise<BinaryShares> {
  const generates = await and(session, [[a, b]]);
  const propagates = xor(a, b);
  const spans = Array.from({ length: TOP - 1 }, (_, at): Span => {
    const plane = [at * width, (at + 1) * width] as const;
    return { generate: partOf(generates, ...plane), propagate: partOf(propagates, ...plane) };
  });
  let carry = partOf(generates, 0, width);
  let above: readonly Span[] = spans.slice(1);
  while (above.length > 0) ({ carry, above } = await joinNeighbours(session, carry, above));
  return carry;
}

/** One level: the lowest span takes the carry, and of the rest two each become one. */
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
  const joined = await and(session, [
    [first.propagate, carry],
    ...couples.flatMap(({ low, high }): AndPair[] => [
      [high.propagate, low.generate],
      [high.propagate, low.propagate],
    ]),
  ]);
  const width = carry.own.length;
  const plane = (at: number): BinaryShares => partOf(joined, at * width, (at + 1) * width);
  const spans = couples.map(
    ({ high }, at): Span => ({
      generate: xor(high.generate, plane(1 + 2 * at)),
      propagate: plane(2 + 2 * at),
    }),
  );
  return { carry: xor(first.generate, plane(0)), above: [...spans, ...alone] };
}
