import type { EmbeddingEvidence } from '../core/observation.js';
import type { CheckResult } from '../core/verdict.js';
import { absent, fail, pass } from './check.js';

/** Embeddings without which nothing can be said of who was there all the time (requirement P-15). */
export const MIN_EMBEDDINGS = 5;

/** Whether every embedded frame of the clip is on the same person's side of every other one. Where that side begins is the
 * embedding model's matter: two frames of one clip are far closer than two photographs, so a stranger's score would do as
 * a limit, and the manifest has one with a margin to both (docs/liveness.md). */
export function checkContinuity(embedded: EmbeddingEvidence | null): CheckResult {
  if (embedded === null || embedded.count < MIN_EMBEDDINGS) return absent('continuity', 'frames.too_few');
  const { lowestSimilarity, sameFaceSimilarity } = embedded;
  if (![lowestSimilarity, ...embedded.turnedSimilarities].every(Number.isFinite))
    return absent('continuity', 'model.failed');
  return lowestSimilarity >= sameFaceSimilarity && isSameFaceTurned(embedded)
    ? pass('continuity')
    : fail('continuity', 'continuity.changed');
}

/** Whether the face that turns is the face that is sent: what is seen only while the head is turned must be compared, too. One frame
 * among several may be unlike: so are some of honest sellers, mostly in glasses, while somebody else's turn gave two such frames, or the
 * only one, in every rendered swap (docs/liveness.md has both rates). */
function isSameFaceTurned({ turnedSimilarities, turnedFaceSimilarity }: EmbeddingEvidence): boolean {
  if (turnedFaceSimilarity === null) return true;
  const unlike = turnedSimilarities.filter((one) => one < turnedFaceSimilarity).length;
  return unlike === 0 || (unlike === 1 && turnedSimilarities.length > 1);
}
