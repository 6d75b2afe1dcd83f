import type { EmbeddingEvidence } from '../core/observation.js';
import { unreachable } from '../core/unreachable.js';
import type { CheckResult } from '../core/verdict.js';
import { absent, fail, pass } from './check.js';

/** Frames, spread over the clip, whose mean is judged (liveness.md). */
export const MIN_TEXTURE_FRAMES = 5;
/** Mean probability at and above which the skin is taken for skin: half-way, because both sides were seen far from it.
 * Faces: upstream's sample 0.999; 12 crops of portraits, 0.53 to 1.00, the low ones too large for the crop. Screens with
 * their edges in the crop: upstream's two 0.011 and 0.142; 33 made-up phones ≤ 0.42. Too few for an error rate
 * (docs/model-cards.md). */
export const MIN_LIVE_PROBABILITY = 0.5;

/** Whether the picture has the texture of a face and not of paper or a screen. The models are optional: without them
 * the check is absent, and the receiver's policy says whether that is enough (docs/model-cards.md). */
export function checkTexture(embedded: EmbeddingEvidence | null): CheckResult {
  if (embedded === null) return absent('texture', 'frames.too_few');
  const { texture } = embedded;
  switch (texture.kind) {
    case 'absent':
      return absent('texture', 'model.absent');
    case 'failed':
      return absent('texture', 'model.failed');
    case 'measured':
      return judged(texture.liveProbabilities);
    default:
      return unreachable(texture);
  }
}

function judged(probabilities: readonly number[]): CheckResult {
  if (probabilities.length < MIN_TEXTURE_FRAMES) return absent('texture', 'frames.too_few');
  const mean = probabilities.reduce((sum, value) => sum + value, 0) / probabilities.length;
  if (!Number.isFinite(mean)) return absent('texture', 'model.failed');
  return mean >= MIN_LIVE_PROBABILITY ? pass('texture') : fail('texture', 'texture.replayed');
}
