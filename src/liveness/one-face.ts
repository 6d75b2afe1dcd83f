import { distance } from '../core/geometry.js';
import type { FrameObservation } from '../core/observation.js';
import { CLIP_DURATION_MS } from '../core/types.js';
import type { CheckResult } from '../core/verdict.js';
import { absent, type FaceFrame, fail, hasFace, isSound, pass } from './check.js';
import { frontalIedPx } from './ofiq.js';

/** Longest time without a face, ms (requirement P-15). */
const MAX_GAP_MS = 300;
/** Longest time without an analysed frame, ms: beyond it nobody knows who was there. */
const MAX_UNSEEN_MS = 1_000;
/** Share of the first face's area at and above which a second one is a person in front of the camera too. */
const MAX_SECOND_AREA = 0.1;
/** A second face is a person's when it is there in more than this share of the frames of a second. A plant behind a lone real
 * speaker was one in 16 of 45 frames; people side by side are two in nearly all of them. */
const MAX_SHARE_WITH_SECOND = 0.5;
const SECOND_MS = 1_000;
/** Frames in which it must be seen at least. */
const MIN_FRAMES_WITH_SECOND = 3;
/** Between neighbouring frames, in inter-eye distances and as a factor: no head jumps or swells like that. */
const MAX_JUMP_IED = 1.5;
const MAX_SWELL = 1.6;

/** Whether a second face is too large to be someone in the background. */
export function hasSecondFace(observation: FrameObservation): boolean {
  return observation.secondFaceAreaRatio >= MAX_SECOND_AREA;
}

/** Whether a second face stayed: in each stretch of a second that begins with one, the frames that show it are counted. */
export function isSecondFaceThere(observations: readonly FrameObservation[]): boolean {
  return observations.filter(hasSecondFace).some((first) => {
    const untilMs = first.mediaTimeMs + SECOND_MS;
    const stretch = observations.filter(
      ({ mediaTimeMs }) => mediaTimeMs >= first.mediaTimeMs && mediaTimeMs < untilMs,
    );
    const seen = stretch.filter(hasSecondFace).length;
    return seen >= MIN_FRAMES_WITH_SECOND && seen > MAX_SHARE_WITH_SECOND * stretch.length;
  });
}

function isOtherTrack(before: FaceFrame, after: FaceFrame): boolean {
  const [a, b] = [before.face, after.face];
  // A turn narrows the eyes' distance, and a quick one halves it from one frame to the next.
  const [sizeA, sizeB] = [frontalIedPx(a.iedPx, a.yawDeg), frontalIedPx(b.iedPx, b.yawDeg)];
  const unitPx = Math.max(sizeA, sizeB);
  const swell = unitPx / Math.min(sizeA, sizeB);
  return distance(a.eyeMidpointPx, b.eyeMidpointPx) > MAX_JUMP_IED * unitPx || swell > MAX_SWELL;
}

/** Longest stretch between two faces, or between a face and an end of the clip, in which frames show none, ms. */
function longestGapMs(observations: readonly FrameObservation[]): number {
  let sinceMs = 0;
  let longestMs = 0;
  let faceless = false;
  for (const observation of observations) {
    if (faceless) longestMs = Math.max(longestMs, observation.mediaTimeMs - sinceMs);
    faceless = observation.face === null;
    if (!faceless) sinceMs = observation.mediaTimeMs;
  }
  return faceless ? Math.max(longestMs, CLIP_DURATION_MS - sinceMs) : longestMs;
}

function longestUnseenMs(observations: readonly FrameObservation[]): number {
  const times = [0, ...observations.map((observation) => observation.mediaTimeMs), CLIP_DURATION_MS];
  return Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
}

function changesTrack(observations: readonly FrameObservation[]): boolean {
  const faces = observations.filter(hasFace);
  return faces.some((after, index) => {
    const before = faces[index - 1];
    return before !== undefined && isOtherTrack(before, after);
  });
}

/** Whether one face, and the same track, was there for the whole clip (requirement P-15).
 * @param observations - of one clip, in order, media time from its start. */
export function checkOneFace(observations: readonly FrameObservation[]): CheckResult {
  if (!observations.every(isSound)) return absent('one-face', 'model.failed');
  if (observations.length === 0) return absent('one-face', 'frames.too_few');
  if (!observations.some(hasFace)) return fail('one-face', 'face.none');
  if (isSecondFaceThere(observations)) return fail('one-face', 'face.multiple');
  if (longestGapMs(observations) > MAX_GAP_MS || changesTrack(observations))
    return fail('one-face', 'face.gap');
  if (longestUnseenMs(observations) > MAX_UNSEEN_MS) return absent('one-face', 'frames.too_few');
  return pass('one-face');
}
