import {
  CHECK_IDS,
  type CheckId,
  type CheckResult,
  type ReasonCode,
  type Verdict,
  type VerdictWord,
} from './verdict.js';

/** How the checks make the verdict: the widget's word for it, and how a receiver sees that the two belong together. */

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
  'face.eyes_covered',
  'face.mouth_covered',
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

/** Which checks alone may give a reason that begins so. What is not listed may be any check's. */
const OWN_REASONS: Readonly<Record<string, (id: CheckId) => boolean>> = {
  'challenge.': (id) => id === 'challenge' || id === 'parallax',
  'parallax.': (id) => id === 'parallax',
  'texture.': (id) => id === 'texture',
  'continuity.': (id) => id === 'continuity',
  'repeat.': (id) => id === 'repeat',
  'injection.': (id) => id.startsWith('injection-'),
  'light.no_response': (id) => id === 'light',
};

/** Whoever passed needs no reason; whoever did not, and whoever did not run, has one of its own. */
function isWhole({ id, band, reason }: CheckResult): boolean {
  if (reason === undefined) return band === 'pass';
  const isOwn = Object.entries(OWN_REASONS).every(
    ([start, mayGive]) => !reason.startsWith(start) || mayGive(id),
  );
  return (band === 'fail' || band === 'absent') && isOwn;
}

/** Whether a verdict can be this widget's: every known check once and in order, each whole, the word that follows from them,
 * and no answer to movements that were not asked for. It says nothing of whether it is true. */
export function isCoherent({ verdict, profile, checks }: Verdict): boolean {
  const isComplete = checks.length === CHECK_IDS.length && checks.every(({ id }, at) => id === CHECK_IDS[at]);
  const isAnswered = checks.some(
    ({ id, band }) => (id === 'challenge' || id === 'parallax') && band !== 'absent',
  );
  return (
    isComplete &&
    checks.every(isWhole) &&
    verdict === wordOf(checks) &&
    !(profile === 'no-gestures' && isAnswered)
  );
}
