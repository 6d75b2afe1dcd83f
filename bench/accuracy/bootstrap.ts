import type { Rate } from '../../src/calibration/rates.js';
import { type Embedded, peopleOf, type Similarity } from './score.js';

/** Intervals by drawing *people* again (Efron 1979; for face pairs ISO/IEC 19795-1). Pairs share people: one person who looks
 * like many makes many false matches, and Wilson's interval, which takes pairs for independent, is then too narrow. */

/** Lower and upper end of the 95 % interval, 0…1. */
export type Interval = readonly [low: number, high: number];

const REPLICATES = 1_000;
const TAIL = 0.025;

/** Who was mistaken for whom at one threshold, among all people or among those of a group. */
export interface Mistakes {
  readonly people: number;
  /** Indices of two people whose first pictures match, 0…people − 1. */
  readonly falseMatches: readonly (readonly [a: number, b: number])[];
  /** Of each person, misses among the pairs of their own pictures. */
  readonly misses: readonly Rate[];
}

/** Xorshift32 (Marsaglia 2003), 0 ≤ n < 1: the same draws in every run. */
function draws(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** @param rateOf - the rate when each person counts as often as their weight says; NaN where there is none. */
function interval(people: number, rateOf: (weights: Uint16Array) => number): Interval | null {
  const next = draws();
  const rates: number[] = [];
  const weights = new Uint16Array(people);
  for (let replicate = 0; replicate < REPLICATES; replicate += 1) {
    weights.fill(0);
    for (let draw = 0; draw < people; draw += 1) {
      const person = Math.floor(next() * people);
      weights[person] = (weights[person] ?? 0) + 1;
    }
    const rate = rateOf(weights);
    if (!Number.isNaN(rate)) rates.push(rate);
  }
  const sorted = rates.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return sorted.length === 0 ? null : [at(TAIL), at(1 - TAIL)];
}

/** @returns null without a false match: no resample has one either, and the rule of three says more. */
export function fmrInterval({ people, falseMatches }: Mistakes): Interval | null {
  if (falseMatches.length === 0) return null;
  return interval(people, (weights) => {
    let errors = 0;
    for (const [a, b] of falseMatches) errors += (weights[a] ?? 0) * (weights[b] ?? 0);
    // A person drawn twice is no stranger to themselves: such pairs are left out.
    let same = 0;
    for (const weight of weights) same += weight * weight;
    const pairs = (people * people - same) / 2;
    return pairs === 0 ? Number.NaN : errors / pairs;
  });
}

/** @returns null without a miss. */
export function fnmrInterval({ people, misses }: Mistakes): Interval | null {
  if (misses.every(({ errors }) => errors === 0)) return null;
  return interval(people, (weights) => {
    let [missed, pairs] = [0, 0];
    for (const [person, { errors, n }] of misses.entries()) {
      missed += (weights[person] ?? 0) * errors;
      pairs += (weights[person] ?? 0) * n;
    }
    return pairs === 0 ? Number.NaN : missed / pairs;
  });
}

/** Two people whose first pictures are alike. */
export interface Likeness {
  readonly a: string;
  readonly b: string;
  readonly similarity: number;
}

/** All pairs of people that a threshold of `lowest` or more could take for one. */
export function likenesses(
  embedded: readonly Embedded[],
  similarity: Similarity,
  lowest: number,
): readonly Likeness[] {
  const firsts = peopleOf(embedded).map(([first]) => first);
  return firsts.flatMap((a, index) => {
    const found: Likeness[] = [];
    for (const b of firsts.slice(index + 1)) {
      const alike = similarity(a.vector, b.vector);
      if (alike >= lowest) found.push({ a: a.person, b: b.person, similarity: alike });
    }
    return found;
  });
}

/** @param alike - {@link likenesses} from this threshold or a lower one on.
 * @param group - only its people; null = all. */
export function mistakesAt(
  embedded: readonly Embedded[],
  similarity: Similarity,
  alike: readonly Likeness[],
  threshold: number,
  group: string | null,
): Mistakes {
  const people = peopleOf(embedded).filter(([first]) => group === null || first.group === group);
  const indices = new Map(people.map(([first], index) => [first.person, index]));
  const falseMatches = alike.flatMap((pair) => {
    const [a, b] = [indices.get(pair.a), indices.get(pair.b)];
    return pair.similarity < threshold || a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  const misses = people.map((pictures): Rate => {
    const pairs = pictures.flatMap((a, index) =>
      pictures.slice(index + 1).map((b) => similarity(a.vector, b.vector)),
    );
    return { errors: pairs.filter((genuine) => genuine < threshold).length, n: pairs.length };
  });
  return { people: people.length, falseMatches, misses };
}
