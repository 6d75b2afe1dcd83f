import { median } from '../core/geometry.js';
import type { FrameObservation } from '../core/observation.js';
import { BASELINE_MS } from './challenge.js';
import { type FaceFrame, hasFace } from './check.js';
import { frontalIedPx } from './ofiq.js';

/** Fewer frames than this are no baseline. */
const MIN_BASELINE_FRAMES = 3;

/** How this person looks into this camera when nothing is asked: medians of the first second. */
export interface Baseline {
  readonly yawDeg: number;
  readonly pitchDeg: number;
  /** Inter-eye distance, corrected for yaw. */
  readonly iedPx: number;
  readonly lipGapRatio: number;
}

/** @param observations - of one clip, media time from its start. @returns null with too few frames. */
export function baselineOf(observations: readonly FrameObservation[]): Baseline | null {
  return mediansOf(observations.filter(hasFace).filter((frame) => frame.mediaTimeMs < BASELINE_MS));
}

/** How far before a cue and after it a person at rest is looked at, ms. Nobody answers sooner after it. */
const BEFORE_CUE_MS = 600;
const AFTER_CUE_MS = 200;
/** What a person at rest may differ by from their first second: in yaw, in inter-eye distances, in their lips' gap. */
const REST_YAW_DEG = 10;
const REST_CLOSER = 0.1;
const REST_LIP_GAP = 0.06;

function isAtRest({ face }: FaceFrame, { yawDeg, iedPx, lipGapRatio }: Baseline): boolean {
  const closer = Math.abs(frontalIedPx(face.iedPx, face.yawDeg) / iedPx - 1);
  const isAhead = Math.abs(face.yawDeg - yawDeg) < REST_YAW_DEG;
  return isAhead && closer < REST_CLOSER && face.lipGapRatio - lipGapRatio < REST_LIP_GAP;
}

/** How the person looks when the cue comes: who sinks into the chair, or held the head low for the first second, does not
 * look up by that. Where they are not at rest by then, how they looked in the first second. */
export function baselineAtCue(frames: readonly FaceFrame[], cueAtMs: number, first: Baseline): Baseline {
  const resting = frames.filter(
    (frame) =>
      frame.mediaTimeMs >= cueAtMs - BEFORE_CUE_MS &&
      frame.mediaTimeMs <= cueAtMs + AFTER_CUE_MS &&
      isAtRest(frame, first),
  );
  return mediansOf(resting) ?? first;
}

function mediansOf(frames: readonly FaceFrame[]): Baseline | null {
  if (frames.length < MIN_BASELINE_FRAMES) return null;
  const medianOf = (measure: (frame: FaceFrame) => number): number => median(frames.map(measure));
  return {
    yawDeg: medianOf(({ face }) => face.yawDeg),
    pitchDeg: medianOf(({ face }) => face.pitchDeg),
    iedPx: medianOf(({ face }) => frontalIedPx(face.iedPx, face.yawDeg)),
    lipGapRatio: medianOf(({ face }) => face.lipGapRatio),
  };
}
