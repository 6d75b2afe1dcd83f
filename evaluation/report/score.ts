import type { CaptureEvidence, EmbeddingEvidence } from '../../src/core/observation.js';
import type { Challenge } from '../../src/core/types.js';
import type { CheckResult } from '../../src/core/verdict.js';
import {
  MAX_FORESHORTENING,
  MIN_RESIDUAL,
  MIN_SPAN_DEG,
  measureParallax,
} from '../../src/liveness/parallax.js';
import { decide, isDispensable } from '../../src/liveness/verdict.js';
import type { Presentation } from './results.js';

/** Whether a movable threshold kept this check from passing; of the others only the band is known. A clip with too few
 * embedded frames is no nearer to a pass with any threshold. */
function isScaled({ id, band }: CheckResult): boolean {
  return id === 'parallax' || (id === 'continuity' && band === 'fail');
}

/** By what factor each movable threshold is cleared: 1 = just so. */
function margins({ observations, embedded }: CaptureEvidence): readonly number[] {
  const parallax = measureParallax(observations);
  return [
    (parallax?.spanDeg ?? 0) / MIN_SPAN_DEG,
    (parallax?.residual ?? 0) / MIN_RESIDUAL,
    MAX_FORESHORTENING / Math.max(1e-6, parallax?.foreshortening ?? Number.NaN),
    (1 - (embedded?.sameFaceSimilarity ?? 1)) / Math.max(1e-6, 1 - (embedded?.lowestSimilarity ?? -1)),
  ];
}

/** How much stricter every movable threshold could be before this capture were not live any more: at least 1 for a live
 * one, below it for another, and 0 where something without a scale (one face, quality, challenge, repeat, a check that could
 * not be made) refused it. Only for reports: it never leaves this machine, and the widget has no such number
 * (requirement P-11). */
export function scoreOf(evidence: CaptureEvidence, challenge: Challenge): number {
  const { verdict, checks } = decide(evidence, challenge, 'standard');
  const tightest = Math.min(...margins(evidence).map((margin) => (Number.isFinite(margin) ? margin : 0)));
  if (verdict === 'live') return Math.max(1, tightest);
  const open = checks.filter(
    (check) => check.band === 'fail' || (check.band === 'absent' && !isDispensable(check)),
  );
  return open.every(isScaled) && tightest < 1 ? tightest : 0;
}

/** What a build without the optional texture models would have of the same capture: the default one. */
export function withoutTexture(embedded: EmbeddingEvidence | null): EmbeddingEvidence | null {
  return embedded === null ? null : { ...embedded, texture: { kind: 'absent' } };
}

/** A capture that came through no camera, judged as a build without the texture models does it, and as one with them. */
export function judgedTwice(
  { observations, embedded }: Omit<CaptureEvidence, 'source'>,
  challenge: Challenge,
): Presentation {
  const evidence = { observations, embedded, source: null };
  const bare: CaptureEvidence = { ...evidence, embedded: withoutTexture(embedded) };
  // One that is there and fails is not one that is not there: the verdict is then open.
  const isBuilt = embedded !== null && embedded.texture.kind !== 'absent';
  return {
    verdict: decide(bare, challenge, 'standard'),
    withTexture: isBuilt ? decide(evidence, challenge, 'standard') : undefined,
    score: scoreOf(bare, challenge),
  };
}
