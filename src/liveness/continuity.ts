import type { EmbeddingEvidence } from '../core/observation.js';
import type { CheckResult } from '../core/verdict.js';
import { absent, fail, pass } from './check.js';

/** Embeddings without which nothing can be said of who was there all the time (requirement P-15). */
export const MIN_EMBEDDINGS = 5;
/** Cosine similarity at and above which two embeddings are of one person: the operating point with a false match rate
 * of 0.1 % on single press photographs (docs/model-cards.md). Two frames of one clip are closer than two photographs. */
export const SAME_PERSON = 0.919;

/** Whether every embedded frame of the clip is on the same person's side of every other one. */
export function checkContinuity(embedded: EmbeddingEvidence | null): CheckResult {
  if (embedded === null || embedded.count < MIN_EMBEDDINGS) return absent('continuity', 'frames.too_few');
  if (!Number.isFinite(embedded.lowestSimilarity)) return absent('continuity', 'model.failed');
  return embedded.lowestSimilarity >= SAME_PERSON
    ? pass('continuity')
    : fail('continuity', 'continuity.changed');
}
