import type { CaptureEvidence } from '../core/observation.js';
import type { SourceSignals } from '../core/source.js';
import type { CheckId, CheckResult } from '../core/verdict.js';
import { isSuspiciousLabel } from './camera-label.js';
import { absent, fail, pass } from './check.js';
import { isCountedClock } from './frame-clock.js';

export type InjectionCheckId = Extract<CheckId, `injection-${string}`>;

/** true = looks like a camera, false = does not, null = nothing can be said. */
type Judge = (source: SourceSignals, evidence: CaptureEvidence) => boolean | null;

const JUDGES: Readonly<Record<InjectionCheckId, Judge>> = {
  'injection-class': ({ track }) => track === 'camera',
  'injection-enumeration': ({ isEnumerated }) => isEnumerated,
  'injection-native': ({ isNative }) => isNative,
  'injection-label': looksLikeName,
  'injection-timing': looksMeasured,
};

function looksLikeName({ label, isLabelAllowed }: SourceSignals): boolean | null {
  if (label === '') return null;
  return isLabelAllowed || !isSuspiciousLabel(label);
}

function looksMeasured(
  { hasCaptureTimes }: SourceSignals,
  { observations }: CaptureEvidence,
): boolean | null {
  const isCounted = hasCaptureTimes ? isCountedClock(observations) : null;
  return isCounted === null ? null : !isCounted;
}

function check(id: InjectionCheckId, evidence: CaptureEvidence): CheckResult {
  const looksLikeCamera = evidence.source === null ? null : JUDGES[id](evidence.source, evidence);
  if (looksLikeCamera === null) return absent(id, 'not_run');
  return looksLikeCamera ? pass(id) : fail(id, 'injection.suspected');
}

/** What speaks for pictures that come from no camera, a band each. Signals for a person who looks: a patched browser
 * and a camera driver pass all of them (requirements I-02…I-06). */
export function checkInjection(evidence: CaptureEvidence): Record<InjectionCheckId, CheckResult> {
  return {
    'injection-class': check('injection-class', evidence),
    'injection-enumeration': check('injection-enumeration', evidence),
    'injection-native': check('injection-native', evidence),
    'injection-label': check('injection-label', evidence),
    'injection-timing': check('injection-timing', evidence),
  };
}
