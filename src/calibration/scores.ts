import type { Locale, Threshold } from '../core/types.js';
import { type Rate, ruleOfThree, upperBound, worstByBound } from './rates.js';
import { SimilarityCounts } from './similarity-counts.js';

/** Similarities of pairs of pictures, as `npm run bench:accuracy` counts them, and the threshold that they show. */

export interface CountsByGroup {
  readonly genuine: SimilarityCounts;
  readonly impostor: SimilarityCounts;
  /** Pairs of different people of one group. */
  readonly groups: ReadonlyMap<string, SimilarityCounts>;
}

/** Counts that pairs are added to. */
export class ScoreCounts implements CountsByGroup {
  readonly genuine = new SimilarityCounts();
  readonly impostor = new SimilarityCounts();
  readonly groups = new Map<string, SimilarityCounts>();
  /** All who were in a pair. */
  readonly people = new Set<string>();
  readonly #groupOf: ReadonlyMap<string, string>;

  /** @param groupOf - the group of a person; who is not in it belongs to none. */
  constructor(groupOf: ReadonlyMap<string, string>) {
    this.#groupOf = groupOf;
  }

  /** Counts a pair of pictures.
   * @param a - the person of one picture, `b` that of the other.
   * @throws RangeError unless the similarity is from −1 to 1. */
  add(kind: 'genuine' | 'impostor', a: string, b: string, similarity: number): void {
    this[kind].add(similarity);
    for (const person of [a, b]) this.people.add(person);
    if (kind === 'genuine') return;
    const group = this.#groupOf.get(a);
    if (group !== undefined && group === this.#groupOf.get(b)) this.inGroup(group).add(similarity);
  }

  inGroup(group: string): SimilarityCounts {
    const counts = this.groups.get(group) ?? new SimilarityCounts();
    this.groups.set(group, counts);
    return counts;
  }
}

/** Thresholds that are tried: two decimals, as people quote them. */
const TRIED = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);

/** The lowest threshold at which the false match rate, of everybody and of the worst group where groups are known, is at most
 * `mostFmr` at the upper end of its 95 % interval (Wilson's, or the rule of three; ISO/IEC 19795-1).
 * @param tried - from the lowest.
 * @returns null where too few pairs were compared to show a rate as low as that, or too many are as alike as the last of `tried`. */
export function lowestThreshold(
  counts: CountsByGroup,
  mostFmr: number,
  tried: readonly number[] = TRIED,
): number | null {
  if (ruleOfThree(fewestPairs(counts)) > mostFmr) return null;
  const all = [counts.impostor, ...counts.groups.values()];
  const holds = (at: number): boolean => all.every((one) => upperBound(rateAt(one, at)) <= mostFmr);
  return tried.find(holds) ?? null;
}

/** Impostor pairs of the group of which least is known, or of everybody. */
export function fewestPairs({ impostor, groups }: CountsByGroup): number {
  return Math.min(impostor.total, ...[...groups.values()].map(({ total }) => total));
}

/** {@link lowestThreshold}, with the rates that were counted there, as the wire has it.
 * @throws RangeError when there are too few pairs to show a rate as low as that, or none of a kind. */
export function thresholdFrom(
  counts: CountsByGroup,
  named: Pick<Threshold, 'modelId' | 'modelSha256' | 'calibration'> & { readonly mostFmr: number },
): Threshold {
  const { mostFmr, ...model } = named;
  const { genuine, impostor } = counts;
  if (genuine.total === 0 || impostor.total === 0)
    throw new RangeError('there are no pairs of one person, or none of different people');
  const value = lowestThreshold(counts, mostFmr);
  if (value === null) throw new RangeError(whyNone(counts, mostFmr));
  const worst = worstAt(counts, value);
  return {
    ...model,
    metric: 'cosine',
    value,
    fmr: stated(rateAt(impostor, value)),
    fnmr: stated({ errors: genuine.below(value), n: genuine.total }),
    n: impostor.total,
    ...(worst === null ? {} : { worstGroup: inWire(worst) }),
  };
}

/** Why no threshold has a false match rate of at most `mostFmr`. */
export function whyNone(counts: CountsByGroup, mostFmr: number): string {
  const fewest = fewestPairs(counts);
  const none = `no threshold shows a false match rate of at most ${mostFmr}`;
  if (ruleOfThree(fewest) <= mostFmr) return `${none}: too many pairs of different people are alike at each`;
  return `${none}: ${fewest} pairs without an error show ${ruleOfThree(fewest).toPrecision(3)} (rule of three)`;
}

interface GroupRate {
  readonly group: string;
  readonly rate: Rate;
}

function worstAt({ groups }: CountsByGroup, threshold: number): GroupRate | null {
  return worstByBound([...groups].map(([group, counts]) => ({ group, rate: rateAt(counts, threshold) })));
}

function rateAt(counts: SimilarityCounts, threshold: number): Rate {
  return { errors: counts.atLeast(threshold), n: counts.total };
}

function inWire({ group, rate }: GroupRate): NonNullable<Threshold['worstGroup']> {
  const name: Record<Locale, string> = { en: group };
  return { name, fmr: stated(rate), fmrAtMost: digits(upperBound(rate)), n: rate.n };
}

/** What no error was seen of is stated as its bound. */
function stated(rate: Rate): number {
  return digits(rate.errors === 0 ? upperBound(rate) : rate.errors / rate.n);
}

function digits(share: number): number {
  return Number(share.toPrecision(3));
}
