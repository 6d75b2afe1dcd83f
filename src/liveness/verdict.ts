import type { CaptureEvidence, FrameObservation } from '../core/observation.js';
import type { Challenge, Profile } from '../core/types.js';
import type { VerdictWord } from '../core/verdict.js';
import { CHECK_IDS, type CheckId, type CheckResult, type ReasonCode, type Verdict } from '../core/verdict.js';
import { isCameraTooSlow } from './camera-rate.js';
import { absent, fail, isSound } from './check.js';
import { checkContinuity } from './continuity.js';
import { checkInjection } from './injection.js';
import { checkLight } from './light.js';
import { checkOneFace } from './one-face.js';
import { checkParallax } from './parallax.js';
import { checkQuality } from './quality.js';
import { checkRepeat } from './repeat.js';
import { judgeChallenge } from './response.js';
import { checkTexture } from './texture.js';

/** Analysed frames in the five seconds below which a gesture could fall between two of them. */
const MIN_FRAMES = 25;

/** What a failed check may say of the picture or of where it comes from: it does not tell a person from a fake. */
const UNCLEAR: readonly ReasonCode[] = [
  'face.none',
  'face.multiple',
  'face.gap',
  'face.too_far',
  'face.too_close',
  'face.off_center',
  'face.not_frontal',
  'face.eyes_closed',
  'light.too_dark',
  'light.too_bright',
  'light.uneven',
  'image.blurry',
  'frames.too_few',
  'camera.too_slow',
  'model.absent',
  'model.failed',
  // A signal, never a verdict: real people have virtual cameras too (requirement I-04).
  'injection.suspected',
];

/** What a browser may not tell. Every other check that did not run leaves the verdict open. */
const OPTIONAL: readonly CheckId[] = [
  'injection-class',
  'injection-enumeration',
  'injection-native',
  'injection-label',
  'injection-timing',
];

/** Whether the verdict can do without a check that is absent: nobody asked for it, its model is an option, or the
 * browser does not tell. The check of the light is the seller's own wish: whoever wishes it in a bright room must not be
 * worse off than whoever does not. */
export function isDispensable({ id, reason }: CheckResult): boolean {
  return (
    (OPTIONAL.includes(id) && reason === 'not_run') ||
    id === 'light' ||
    (id === 'texture' && reason === 'model.absent')
  );
}

/** `live` only when nothing failed and nothing that is needed is absent: never a silent pass (requirement P-10). */
export function wordOf(checks: readonly CheckResult[]): VerdictWord {
  const failed = checks.filter((check) => check.band === 'fail');
  const isUnclear = ({ reason }: CheckResult): boolean => reason !== undefined && UNCLEAR.includes(reason);
  if (failed.some((check) => !isUnclear(check))) return 'not-live';
  const unanswered = checks.some((check) => check.band === 'absent' && !isDispensable(check));
  return failed.length > 0 || unanswered ? 'inconclusive' : 'live';
}

type Checks = Partial<Record<CheckId, CheckResult>>;

function runChecks(evidence: CaptureEvidence, challenge: Challenge, profile: Profile): Checks {
  const { observations } = evidence;
  const asked = profile === 'no-gestures' ? { ...challenge, steps: [] } : challenge;
  return {
    'one-face': checkOneFace(observations),
    quality: checkQuality(observations, profile),
    challenge: judgeChallenge(observations, asked),
    parallax: checkParallax(observations, asked),
    texture: checkTexture(evidence.embedded),
    continuity: checkContinuity(evidence.embedded),
    repeat: checkRepeat(observations),
    light: checkLight(observations, challenge),
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
 * judged is never a pass. The profile `no-gestures` is always inconclusive: a person looks (requirement C-07). */
export function decide(evidence: CaptureEvidence, challenge: Challenge, profile: Profile): Verdict {
  const defect = seriesDefect(evidence.observations);
  const run = defect === null ? runChecks(evidence, challenge, profile) : unjudged(defect);
  const checks = CHECK_IDS.map((id) => run[id] ?? absent(id, 'not_run'));
  return { verdict: wordOf(checks), profile, checks };
}
