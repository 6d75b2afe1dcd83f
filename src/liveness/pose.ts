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
  const frames = observations.filter(hasFace).filter((frame) => frame.mediaTimeMs < BASELINE_MS);
  if (frames.length < MIN_BASELINE_FRAMES) return null;
  const medianOf = (measure: (frame: FaceFrame) => number): number => median(frames.map(measure));
  return {
    yawDeg: medianOf(({ face }) => face.yawDeg),
    pitchDeg: medianOf(({ face }) => face.pitchDeg),
    iedPx: medianOf(({ face }) => frontalIedPx(face.iedPx, face.yawDeg)),
    lipGapRatio: medianOf(({ face }) => face.lipGapRatio),
  };
}
