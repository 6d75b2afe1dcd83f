import type { FaceObservation, FrameObservation } from '../core/observation.js';
import type { CheckId, CheckResult, ReasonCode } from '../core/verdict.js';

export function pass(id: CheckId): CheckResult {
  return { id, band: 'pass' };
}

export function fail(id: CheckId, reason: ReasonCode): CheckResult {
  return { id, band: 'fail', reason };
}

/** Nothing can be said: not run, or not enough to judge by. */
export function absent(id: CheckId, reason: ReasonCode): CheckResult {
  return { id, band: 'absent', reason };
}

/** A frame in which a face was found. */
export interface FaceFrame extends FrameObservation {
  readonly face: FaceObservation;
}

export function hasFace(observation: FrameObservation): observation is FaceFrame {
  return observation.face !== null;
}

function isAllFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return true;
  // Without a list of the numbers: this is asked of each of fifty frames by every check.
  for (const key in value) if (!isAllFinite(Reflect.get(value, key))) return false;
  return true;
}

/** Whether every measure is a finite number. Comparisons with NaN are false, so a check that did not ask first could
 * take a broken model for a good frame. */
export function isSound(observation: FrameObservation): boolean {
  return isAllFinite(observation);
}
