import type { Threshold } from '../core/types.js';

/** A threshold at which more than one in a hundred strangers would be put before a person is none. */
const MAX_FMR = 0.01;

/** Lowest cosine similarity that means anything, by model. For dlib's network on unit vectors a false match rate of 1 %
 * is at 0.906 (docs/model-cards.md); its well-known 0.6 is a distance of *raw* vectors and would, on these, let 92 % of
 * impostors through (0.6 as a unit distance is a similarity of 0.82). A model that is not listed has no such bound. */
const FLOOR: Readonly<Record<string, number>> = { 'dlib-resnet-v1': 0.9 };

/** Whether the published operating point can be one (requirement M-01). The wire has already bounded it to 0…1. */
export function isUsableThreshold({ modelId, value, fmr }: Threshold): boolean {
  const floor = Object.hasOwn(FLOOR, modelId) ? (FLOOR[modelId] ?? 0) : 0;
  return value > 0 && value < 1 && value >= floor && fmr > 0 && fmr <= MAX_FMR;
}
