import type { Party } from './party.js';
import { concatenate, subtract, type Words } from './ring.js';
import type { ArithmeticShares, Shares, SharingKind } from './sharing.js';

/** What costs no message: sums with public numbers, negation, several sharings as one, and a part of one. */

/** Component 0 is raised, which the parties 0 and 2 hold.
 * @param addend - public, a whole number. */
export function addPublic(
  party: Party,
  { kind, own, next }: ArithmeticShares,
  addend: number,
): ArithmeticShares {
  const raised = (words: Words): Words => {
    const sums = new Uint32Array(words.length);
    for (let at = 0; at < sums.length; at += 1) sums[at] = (words[at] ?? 0) + addend;
    return sums;
  };
  return { kind, own: party === 0 ? raised(own) : own, next: party === 2 ? raised(next) : next };
}

export function negate({ kind, own, next }: ArithmeticShares): ArithmeticShares {
  const zeros: Words = new Uint32Array(own.length);
  return { kind, own: subtract(zeros, own), next: subtract(zeros, next) };
}

/** One after the other. */
export function concatenateShares(parts: readonly ArithmeticShares[]): ArithmeticShares {
  return {
    kind: 'arithmetic',
    own: concatenate(parts.map(({ own }) => own)),
    next: concatenate(parts.map(({ next }) => next)),
  };
}

/** The words from one place on, before another. Views. */
export function partOf<Kind extends SharingKind>(
  { kind, own, next }: Shares<Kind>,
  from: number,
  to?: number,
): Shares<Kind> {
  return { kind, own: own.subarray(from, to), next: next.subarray(from, to) };
}
