import type { Threshold } from '../core/types.js';

/** A threshold at which more than one in a hundred strangers would be put before a person is none; nor is one at which
 * that may happen to the worst measured group. */
const MAX_FMR = 0.01;

/** Lowest cosine similarity at which no measured group can exceed {@link MAX_FMR}, by model. From src/calibration, whose
 * counts the page does not carry; tools/test/documented-rates.test.ts holds the two together. dlib's well-known 0.6 is a
 * distance of *raw* vectors and would, on unit vectors, let 92 % of impostors through. A model that is not listed has the
 * bounds of its own figures only. */
export const LOWEST_SIMILARITY: Readonly<Record<string, number>> = {
  mobilefacenet: 0.38,
  'dlib-resnet-v1': 0.959,
};

/** Whether the published operating point can be one (requirement M-01). The wire has already bounded it to 0…1. */
export function isUsableThreshold(threshold: Threshold): boolean {
  const { modelId, value } = threshold;
  const lowest = Object.hasOwn(LOWEST_SIMILARITY, modelId) ? (LOWEST_SIMILARITY[modelId] ?? 0) : 0;
  return value > 0 && value < 1 && value >= lowest && hasUsableRates(threshold);
}

/** No error in n pairs leaves 3/n possible (rule of three); rounded to three digits. */
const FEWEST_ERRORS_POSSIBLE = 2.98;

function hasUsableRates({ fmr, n, worstGroup }: Threshold): boolean {
  // Not one error in n pairs bounds the rate by 3/n and shows nothing lower; one error is 1/n.
  const isMeasured = fmr * n > 0.99;
  const isLow = fmr > 0 && fmr <= MAX_FMR;
  if (worstGroup === undefined) return isMeasured && isLow;
  const isShown = worstGroup.fmrAtMost * worstGroup.n >= FEWEST_ERRORS_POSSIBLE;
  const isGroupLow = worstGroup.fmr <= worstGroup.fmrAtMost && worstGroup.fmrAtMost <= MAX_FMR;
  return isMeasured && isLow && isShown && isGroupLow;
}
