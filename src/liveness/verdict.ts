import type { CaptureEvidence, FrameObservation } from '../core/observation.js';
import type { Challenge, Profile } from '../core/types.js';
import { CHECK_IDS, type CheckId, type CheckResult, type ReasonCode, type Verdict } from '../core/verdict.js';
import { wordOf } from '../core/verdict-word.js';
import { isCameraTooSlow } from './camera-rate.js';
import { absent, fail, isSound } from './check.js';
import { checkContinuity } from './continuity.js';
import { checkInjection } from './injection.js';
import { checkLight } from './light.js';
import { checkOneFace } from './one-face.js';
import { inOneSize } from './one-size.js';
import { checkParallax } from './parallax.js';
import { checkQuality } from './quality.js';
import { checkRepeat } from './repeat.js';
import { judgeChallenge } from './response.js';
import { checkTexture } from './texture.js';

/** Analysed frames in the five seconds below which a gesture could fall between two of them. */
const MIN_FRAMES = 25;

export { isDispensable, wordOf } from '../core/verdict-word.js';

type Checks = Partial<Record<CheckId, CheckResult>>;

function runChecks(
  evidence: CaptureEvidence,
  challenge: Challenge,
  profile: Profile,
  accepted: ReasonCode | null,
): Checks {
  const { observations } = evidence;
  const sized = inOneSize(observations);
  const asked = profile === 'no-gestures' ? { ...challenge, steps: [] } : challenge;
  return {
    'one-face': checkOneFace(sized),
    // Frames that are not good enough were embedded: never a pass, however many others were good.
    quality: accepted === null ? checkQuality(observations, profile) : fail('quality', accepted),
    challenge: judgeChallenge(sized, asked),
    parallax: checkParallax(sized, asked),
    texture: checkTexture(evidence.embedded),
    continuity: checkContinuity(evidence.embedded),
    repeat: checkRepeat(observations),
    light: checkLight(sized, challenge),
    ...checkInjection(evidence),
  };
}

/** Why the series as a whole cannot be judged. */
function seriesDefect(observations: readonly FrameObservation[]): ReasonCode | null {
  if (!observations.every(isSound)) return 'model.failed';
  if (isCameraTooSlow(observations)) return 'camera.too_slow';
  return observations.length < MIN_FRAMES ? 'frames.too_few' : null;
}

function unjudged(reason: ReasonCode): Checks {
  const quality = reason === 'camera.too_slow' ? fail('quality', reason) : absent('quality', reason);
  return {
    'one-face': absent('one-face', reason),
    quality,
    challenge: absent('challenge', reason),
    parallax: absent('parallax', reason),
    texture: absent('texture', reason),
    continuity: absent('continuity', reason),
    repeat: absent('repeat', reason),
  };
}

/** The verdict over one clip. Total: whatever the evidence holds, the answer is a verdict, and what could not be
 * judged is never a pass. The profile `no-gestures` is always inconclusive: a person looks (requirement C-07).
 * @param accepted - what the picture had against it when the seller recorded all the same; null = nothing. */
export function decide(
  evidence: CaptureEvidence,
  challenge: Challenge,
  profile: Profile,
  accepted: ReasonCode | null = null,
): Verdict {
  const defect = seriesDefect(evidence.observations);
  const run = defect === null ? runChecks(evidence, challenge, profile, accepted) : unjudged(defect);
  const checks = CHECK_IDS.map((id) => run[id] ?? absent(id, 'not_run'));
  return { verdict: wordOf(checks), profile, checks };
}
