import type { Rate } from '../../src/calibration/rates.js';
import { SimilarityCounts } from '../../src/calibration/similarity-counts.js';

/** Which faces are alike, over all pairs. */

export interface Embedded {
  readonly person: string;
  readonly group: string | null;
  /** Its name. */
  readonly picture: string;
  readonly vector: Float32Array;
}

export interface Scores {
  /** Pairs of pictures of one person. */
  readonly genuine: SimilarityCounts;
  /** First picture of each person against first picture of each other: each pair of people counts once. */
  readonly impostor: SimilarityCounts;
  readonly people: number;
}

export interface AllScores extends Scores {
  /** The same among the people of one group only. */
  readonly groups: ReadonlyMap<string, Scores>;
}

/** Higher is more alike, −1…1. */
export type Similarity = (a: Float32Array, b: Float32Array) => number;

export interface ScoredPair {
  readonly kind: 'genuine' | 'impostor';
  readonly a: Embedded;
  readonly b: Embedded;
  readonly similarity: number;
}

class Counting implements Scores {
  readonly genuine = new SimilarityCounts();
  readonly impostor = new SimilarityCounts();
  people = 0;
}

/** The pictures of each person, in the order in which they came. */
export function peopleOf(embedded: readonly Embedded[]): readonly (readonly [Embedded, ...Embedded[]])[] {
  const people = new Map<string, [Embedded, ...Embedded[]]>();
  for (const one of embedded) {
    const pictures = people.get(one.person);
    if (pictures === undefined) people.set(one.person, [one]);
    else pictures.push(one);
  }
  return [...people.values()];
}

/** Compares all pairs.
 * @param onPair - hears of each, for a list of them. */
export function score(
  embedded: readonly Embedded[],
  similarity: Similarity,
  onPair: (pair: ScoredPair) => void = () => {},
): AllScores {
  const overall = new Counting();
  const groups = new Map<string, Counting>();
  const people = peopleOf(embedded);
  const inGroup = (group: string): Counting => {
    const counting = groups.get(group) ?? new Counting();
    groups.set(group, counting);
    return counting;
  };
  const count = (kind: ScoredPair['kind'], a: Embedded, b: Embedded): void => {
    const alike = similarity(a.vector, b.vector);
    overall[kind].add(alike);
    if (a.group !== null && a.group === b.group) inGroup(a.group)[kind].add(alike);
    onPair({ kind, a, b, similarity: alike });
  };
  for (const [index, pictures] of people.entries()) {
    const [first] = pictures;
    overall.people += 1;
    if (first.group !== null) inGroup(first.group).people += 1;
    for (const [i, a] of pictures.entries()) for (const b of pictures.slice(i + 1)) count('genuine', a, b);
    for (const [other] of people.slice(index + 1)) count('impostor', first, other);
  }
  return Object.assign(overall, { groups });
}

export function falseMatches({ impostor }: Scores, threshold: number): Rate {
  return { errors: impostor.atLeast(threshold), n: impostor.total };
}

export function falseNonMatches({ genuine }: Scores, threshold: number): Rate {
  return { errors: genuine.below(threshold), n: genuine.total };
}
