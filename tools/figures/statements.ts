import { GROUP_NAMES } from '../../src/calibration/calibrated-threshold.js';
import { MOBILEFACENET } from '../../src/calibration/calibration.js';
import {
  largestGallery,
  type OperatingPoint,
  operatingPoints,
} from '../../src/calibration/operating-points.js';
import { flaggedShare } from '../../src/calibration/rates.js';
import mobilefacenet from '../models/embeddings/mobilefacenet.json' with { type: 'json' };
import { shippedBounds } from './group-tables.js';
import { percent, similarity, wholeNumber } from './numbers.js';

/** What documents say of error rates within a sentence. A test looks for each; where the counts change, it says what the sentence
 * has to be. */

export interface Statement {
  readonly file: string;
  /** With single spaces, wherever the document breaks its lines. */
  readonly says: string;
}

/** False hits for each newcomer up to which the demo's receiver searches everybody (receiver/demo.ts). */
const DEMO_MOST_FALSE_HITS = 1;

export function statements(): readonly Statement[] {
  const { value, worst, overall } = shippedBounds();
  const [held, demo] = [largestGallery(worst), Math.floor(DEMO_MOST_FALSE_HITS / worst)].map(
    wholeNumber.format,
  );
  const among = (enrolled: number): readonly string[] =>
    [overall, worst].map((fmr) => percent(flaggedShare(fmr, enrolled)));
  const [all, group] = among(1_000);
  return [
    {
      file: 'docs/matching.md',
      says: `With the demo's threshold (${similarity.format(value)}; at most ${percent(worst)} in the worst group, [thresholds](thresholds.md)) that is ${held} templates; the demo allows ${DEMO_MOST_FALSE_HITS}, which is ${demo}.`,
    },
    {
      file: 'docs/matching.md',
      says: `at those upper bounds of ${percent(worst)} and ${percent(overall)} overall`,
    },
    {
      file: 'docs/thresholds.md',
      says: `With the shipped threshold it does so from ${wholeNumber.format(largestGallery(worst) + 1)} templates on`,
    },
    {
      file: 'README.md',
      says: `at the demo's threshold up to ${all} of honest newcomers among 1,000 sellers have one, and up to ${group} of those of the worst measured group`,
    },
    { file: 'docs/liveness.md', says: turned() },
  ];
}

/** At the similarity that a turned face must reach. */
function turned(): string {
  const { overall, worst } = pointAt(mobilefacenet.turnedFaceSimilarity);
  const { errors, n } = worst.rate;
  return `${percent(overall.errors / overall.n)} of pairs of different people are at or above it, and ${percent(errors / n)} of those of the worst measured group (${GROUP_NAMES[worst.group].en} among themselves, ${errors} of ${wholeNumber.format(n)})`;
}

function pointAt(similar: number): OperatingPoint {
  const point = operatingPoints(MOBILEFACENET).find(({ threshold }) => threshold === similar);
  if (point === undefined) throw new RangeError(`nothing was counted at ${similar}`);
  return point;
}
