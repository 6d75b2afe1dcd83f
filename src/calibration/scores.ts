import type { Locale, Threshold } from '../core/types.js';
import { type Rate, upperBound } from './rates.js';
import { SimilarityCounts } from './similarity-counts.js';

/** Similarities of pairs of pictures, as `npm run bench:accuracy` writes them, and the threshold that they show. */

interface Kinds {
  readonly genuine: SimilarityCounts;
  readonly impostor: SimilarityCounts;
}

/** Counts of one engine, overall and by group. */
export class ScoreCounts {
  readonly overall: Kinds = { genuine: new SimilarityCounts(), impostor: new SimilarityCounts() };
  /** Pairs of different people of one group. */
  readonly groups = new Map<string, SimilarityCounts>();
  readonly #groupOf: ReadonlyMap<string, string>;

  /** @param groupOf - the group of a person, by the name of the person's folder. */
  constructor(groupOf: ReadonlyMap<string, string>) {
    this.#groupOf = groupOf;
  }

  /** Counts a pair.
   * @param a - a picture, `person/name`; `b` the same.
   * @throws RangeError unless the similarity is from −1 to 1. */
  add(kind: 'genuine' | 'impostor', a: string, b: string, similarity: number): void {
    this.overall[kind].add(similarity);
    if (kind === 'genuine') return;
    const [group, other] = [a, b].map((picture) => this.#groupOf.get(personOf(picture)));
    if (group === undefined || group !== other) return;
    const counts = this.groups.get(group) ?? new SimilarityCounts();
    counts.add(similarity);
    this.groups.set(group, counts);
  }
}

function personOf(picture: string): string {
  return picture.split('/').at(-2) ?? picture;
}

/** Thresholds that are tried: two decimals, as people quote them. */
const TRIED = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);

interface GroupRate {
  readonly group: string;
  readonly rate: Rate;
}

/** The lowest threshold at which the false match rate, of the worst group where groups are known, is at most `mostFmr` at the upper
 * end of its 95 % interval (Wilson's, or the rule of three; ISO/IEC 19795-1).
 * @throws RangeError when there are too few pairs to show a rate as low as that, or none of a kind. */
export function thresholdFrom(
  counts: ScoreCounts,
  named: Pick<Threshold, 'modelId' | 'modelSha256' | 'calibration'> & { readonly mostFmr: number },
): Threshold {
  const { mostFmr, ...model } = named;
  const { genuine, impostor } = counts.overall;
  if (genuine.total === 0 || impostor.total === 0)
    throw new RangeError('there are no pairs of one person, or none of different people');
  const value = TRIED.find((tried) => highestBound(counts, tried) <= mostFmr);
  if (value === undefined) {
    const fewest = Math.min(impostor.total, ...[...counts.groups.values()].map(({ total }) => total));
    throw new RangeError(
      `no threshold shows a false match rate of at most ${mostFmr}: ${fewest} pairs without an error show ${upperBound({ errors: 0, n: fewest }).toPrecision(3)} (rule of three)`,
    );
  }
  const worst = worstAt(counts, value);
  return {
    ...model,
    metric: 'cosine',
    value,
    fmr: stated(rateAt(impostor, value)),
    fnmr: digits(genuine.below(value) / genuine.total),
    n: impostor.total,
    ...(worst === null ? {} : { worstGroup: inWire(worst) }),
  };
}

function highestBound(counts: ScoreCounts, threshold: number): number {
  const worst = worstAt(counts, threshold);
  const overall = upperBound(rateAt(counts.overall.impostor, threshold));
  return worst === null ? overall : Math.max(overall, upperBound(worst.rate));
}

function worstAt({ groups }: ScoreCounts, threshold: number): GroupRate | null {
  const rates = [...groups].map(([group, counts]) => ({ group, rate: rateAt(counts, threshold) }));
  return rates.toSorted((a, b) => upperBound(b.rate) - upperBound(a.rate))[0] ?? null;
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
