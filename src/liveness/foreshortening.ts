import { median, midpoint, type Point } from '../core/geometry.js';
import { type FaceObservation, RIGID_POINTS } from '../core/observation.js';

/** How much narrower a face has become than its reported turn explains. What is seen of a width shrinks with the cosine
 * of the true angle, for heads and cards alike; of a card the landmarker reports only a part of that angle. The width is
 * that between the eyes, measured against two lengths at once: a nod shortens mostly the one, a smile the other, and
 * only a card seems narrower against both. */

type Landmark = (typeof RIGID_POINTS)[number];

const OUTER_EYES: readonly [Landmark, Landmark] = [33, 263];
/** From and to; where there are two landmarks, the point between them. */
const LENGTHS: readonly (readonly [from: readonly Landmark[], to: readonly Landmark[]])[] = [
  // The nose, from its bridge to its base.
  [[168], [2]],
  // From the eyes' inner corners to the cheeks.
  [
    [133, 362],
    [205, 425],
  ],
];
/** Reported yaw, beyond the smallest of the clip, within which a face counts as frontal, degrees. The median of all such
 * frames is the reference: a few that are nearest to 0° may all be from one fast turn, smeared, and spoil the whole clip. */
const FRONTAL_DEG = 10;
/** Reported yaw up to which a face is judged, degrees: beyond it the far eye of a flat, wide face is hidden and guessed. */
const MAX_JUDGED_YAW_DEG = 23;
/** A single frame can be a slip of the landmarks. */
const OUTLIERS = 2;

function cosine(angleDeg: number): number {
  return Math.cos((angleDeg * Math.PI) / 180);
}

function pointOf(face: FaceObservation, landmark: Landmark): Point {
  const at = 2 * RIGID_POINTS.indexOf(landmark);
  return [face.rigidPointsPx[at] ?? Number.NaN, face.rigidPointsPx[at + 1] ?? Number.NaN];
}

function middleOf(face: FaceObservation, landmarks: readonly Landmark[]): Point {
  const [first, second = first] = landmarks.map((landmark) => pointOf(face, landmark));
  return first === undefined || second === undefined ? [Number.NaN, Number.NaN] : midpoint(first, second);
}

/** Inter-eye distance over each length; that at right angles to the line of the eyes, because a turned nose also points
 * sideways. */
function widthsOf(face: FaceObservation): readonly number[] {
  const [right, left] = OUTER_EYES.map((landmark) => pointOf(face, landmark));
  if (right === undefined || left === undefined) return [];
  const [dx, dy] = [left[0] - right[0], left[1] - right[1]];
  return LENGTHS.map(([from, to]) => {
    const [top, base] = [middleOf(face, from), middleOf(face, to)];
    const across = Math.abs(dx * (base[1] - top[1]) - dy * (base[0] - top[0]));
    return (face.iedPx * Math.hypot(dx, dy)) / across;
  });
}

/** The face's widths if it faced the camera, from the frames in which it does so most; NaN without any. */
function frontalWidthsOf(faces: readonly FaceObservation[]): readonly number[] {
  const smallestDeg = Math.min(...faces.map(({ yawDeg }) => Math.abs(yawDeg)));
  const frontal = faces.filter(({ yawDeg }) => Math.abs(yawDeg) < smallestDeg + FRONTAL_DEG);
  const straightened = frontal.map((face) => widthsOf(face).map((width) => width / cosine(face.yawDeg)));
  return LENGTHS.map((_, index) =>
    frontal.length === 0 ? Number.NaN : median(straightened.map((widths) => widths[index] ?? Number.NaN)),
  );
}

/** The largest foreshortening in a clip but for two outliers: cosine of the reported yaw less that of the angle that the
 * face's width tells, by the length that makes it smaller. About 0 for a head, more for a card that turns further than is
 * reported; docs/liveness.md has what was measured.
 * @returns NaN when fewer than three faces are near enough to the front. */
export function largestForeshortening(faces: readonly FaceObservation[]): number {
  const frontalWidths = frontalWidthsOf(faces);
  const judged = faces.filter(({ yawDeg }) => Math.abs(yawDeg) < MAX_JUDGED_YAW_DEG);
  const shortened = judged.map((face) => {
    const shares = widthsOf(face).map((width, index) => width / (frontalWidths[index] ?? Number.NaN));
    return cosine(face.yawDeg) - Math.max(...shares);
  });
  // NaN sorts nowhere; one broken face spoils the measure rather than the order.
  if (!shortened.every(Number.isFinite)) return Number.NaN;
  return shortened.toSorted((a, b) => b - a)[OUTLIERS] ?? Number.NaN;
}
