import { ShareError } from './errors.js';
import { nextOf, type Party } from './party.js';
import { add, assertSameLength, randomWords, subtract, type Words, xor } from './ring.js';

/** Replicated 2-of-3 sharing (Araki et al. 2016, §2.1, in the notation of ABY3, where each holds two components as they are).
 * A secret is the sum of three components modulo 2³² (`arithmetic`) or their XOR (`binary`). Two are drawn at random and the third
 * is what is left, so any two say nothing. Party i holds components i and i + 1: one party lacks one, two parties lack none. */
export interface Shares<Kind extends SharingKind = SharingKind> {
  readonly kind: Kind;
  /** The component with the party's own number. */
  readonly own: Words;
  /** The component after it. */
  readonly next: Words;
}

export type SharingKind = 'arithmetic' | 'binary';
export type ArithmeticShares = Shares<'arithmetic'>;
export type BinaryShares = Shares<'binary'>;
/** By party. */
export type Three<T> = readonly [T, T, T];

/** Splits secret words; the argument stays the caller's to wipe.
 * @param random - draws independent uniform words; only tests pass another than the system's. */
export function share<Kind extends SharingKind>(
  kind: Kind,
  secret: Words,
  random: (count: number) => Words = randomWords,
): Three<Shares<Kind>> {
  const first = random(secret.length);
  const second = random(secret.length);
  const third = without(kind, without(kind, secret, first), second);
  return [
    { kind, own: first, next: second },
    { kind, own: second, next: third },
    { kind, own: third, next: first },
  ];
}

/** What one party brings to a reconstruction. */
export interface View<Kind extends SharingKind = SharingKind> {
  readonly party: Party;
  readonly shares: Shares<Kind>;
}

/** The secret, from what any two parties hold. No product of ours calls this: whoever can is two operators at once.
 * @throws {@link ShareError} `shares.mismatch` when the component that both hold differs, `shares.bad_input` when both are one party. */
export function reconstruct<Kind extends SharingKind>(one: View<Kind>, other: View<Kind>): Words {
  if (one.party === other.party) throw new ShareError('shares.bad_input', { detail: 'one party twice' });
  const [lower, upper] = nextOf(one.party) === other.party ? [one, other] : [other, one];
  assertEqual(lower.shares.next, upper.shares.own);
  const { kind, own, next } = lower.shares;
  return together(kind, together(kind, own, next), upper.shares.next);
}

/** Sum or XOR, as the kind of sharing has it. */
export function together(kind: SharingKind, a: Words, b: Words): Words {
  return kind === 'arithmetic' ? add(a, b) : xor(a, b);
}

/** Undoes {@link together}. */
export function without(kind: SharingKind, a: Words, b: Words): Words {
  return kind === 'arithmetic' ? subtract(a, b) : xor(a, b);
}

function assertEqual(a: Words, b: Words): void {
  assertSameLength(a, b);
  if (a.some((word, at) => word !== b[at])) throw new ShareError('shares.mismatch');
}
