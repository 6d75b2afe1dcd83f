import type { Party } from './party.js';
import { reshareSummands } from './products.js';
import { assertSameLength, type Words, xor as xorWords } from './ring.js';
import type { Session } from './session.js';
import type { BinaryShares } from './sharing.js';

/** Gates on packed bits, 32 in a word (Araki et al. 2016, §2.1): XOR costs nothing, AND one sent bit for each bit. */

export function xor(a: BinaryShares, b: BinaryShares): BinaryShares {
  return { kind: 'binary', own: xorWords(a.own, b.own), next: xorWords(a.next, b.next) };
}

/** Every bit turned over: component 0 is, which the parties 0 and 2 hold. */
export function not(party: Party, { own, next }: BinaryShares): BinaryShares {
  const turned = (words: Words): Words => words.map((word) => ~word);
  return { kind: 'binary', own: party === 0 ? turned(own) : own, next: party === 2 ? turned(next) : next };
}

/** Bits that everyone knows to be irrelevant become 0.
 * @param mask - public: 1 where a bit is kept. */
export function keep({ own, next }: BinaryShares, mask: Words): BinaryShares {
  assertSameLength(own, mask);
  const kept = (words: Words): Words => words.map((word, at) => word & (mask[at] ?? 0));
  return { kind: 'binary', own: kept(own), next: kept(next) };
}

export type AndPair = readonly [BinaryShares, BinaryShares];

/** The AND of each pair, all in one round. Every operand has the same length.
 * @returns one after the other.
 * @throws what a round throws. */
export function and(session: Session, pairs: readonly AndPair[]): Promise<BinaryShares> {
  const length = pairs[0]?.[0].own.length ?? 0;
  const summands = new Uint32Array(pairs.length * length);
  pairs.forEach((pair, at) => {
    localAnd(pair, summands.subarray(at * length, (at + 1) * length));
  });
  return reshareSummands(session, 'binary', summands);
}

function localAnd([a, b]: AndPair, into: Words): void {
  assertSameLength(a.own, into);
  assertSameLength(b.own, into);
  for (let at = 0; at < into.length; at += 1)
    into[at] = andSummand(a.own[at] ?? 0, a.next[at] ?? 0, b.own[at] ?? 0, b.next[at] ?? 0);
}

/** This party's summand of x AND y: xᵢyᵢ ⊕ xᵢ₊₁yᵢ ⊕ xᵢyᵢ₊₁. */
export function andSummand(xOwn: number, xNext: number, yOwn: number, yNext: number): number {
  return ((xOwn ^ xNext) & yOwn) ^ (xOwn & yNext);
}
