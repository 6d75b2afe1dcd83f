import { falseHits, flaggedShare, upperBound } from '../../src/calibration/rates.js';
import type { Threshold } from '../../src/core/types.js';

/** How reliable a match is, in words: how often two different people are matched, and what that makes of a gallery. */

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `rate` is 0…1. "1 of 42,700 comparisons". */
function oneOf(rate: number): string {
  return `1 of ${whole.format(Number((1 / rate).toPrecision(3)))} comparisons`;
}

/** `share` is 0…1. "about 11 of 100". */
function outOf(share: number): string {
  if (share >= 0.995) return 'nearly all';
  if (share >= 0.095) return `about ${whole.format(share * 100)} of 100`;
  if (share >= 0.0095) return `about ${whole.format(share * 1_000)} of 1,000`;
  return share >= 0.001 ? `about ${whole.format(share * 10_000)} of 10,000` : 'fewer than 1 of 1,000';
}

/** @param searched - how many templates the newcomer was compared with; null where that is not known.
 * @returns sentences. */
export function comparisonInWords(threshold: Threshold, searched: number | null): readonly string[] {
  const { fmr, n } = threshold;
  return [
    `At the threshold that was used, two different people are matched by mistake in ${oneOf(fmr)} (measured on ${whole.format(n)} pairs of people).`,
    worstGroupInWords(threshold),
    galleryInWords(threshold, searched),
  ];
}

function worstGroupInWords({ worstGroup }: Threshold): string {
  if (worstGroup === undefined)
    return 'Groups of people were not measured separately. For some, mistakes may be more common.';
  const { name, fmr, fmrAtMost } = worstGroup;
  const group = name.en ?? Object.values(name)[0] ?? 'the worst measured group';
  return `In the measured group with the most mistakes (${group}) it is ${oneOf(fmr)}, perhaps ${oneOf(fmrAtMost)} (upper end of the 95 % interval).`;
}

function galleryInWords(threshold: Threshold, searched: number | null): string {
  if (searched === null) return 'How many sellers this account was compared with is not recorded.';
  if (searched === 0) return 'There was no other seller to compare with.';
  const { fmr } = threshold;
  const sellers = searched === 1 ? '1 other seller' : `${whole.format(searched)} other sellers`;
  const expected = falseHits(fmr, searched);
  const more = expected >= 1 ? `, on average with ${whole.format(expected)} accounts each` : '';
  return `This account was compared with ${sellers}. Of honest newcomers, ${outOf(flaggedShare(fmr, searched))} are then matched by mistake${more}; ${atMostInWords(threshold, searched)}.`;
}

/** Of a group only where one was measured. */
function atMostInWords({ fmr, n, worstGroup }: Threshold, searched: number): string {
  const may = (rate: number): string => `it may be ${outOf(flaggedShare(rate, searched))}`;
  if (worstGroup !== undefined) return `in the worst group ${may(worstGroup.fmrAtMost)}`;
  return `${may(upperBound({ errors: fmr * n, n }))} (upper end of the 95 % interval)`;
}
