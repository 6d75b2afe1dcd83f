/** Component scores of OFIQ 1.0.3, the reference implementation of ISO/IEC 29794-5: whole numbers 0–100, higher is
 * better. Only the landmark and histogram components; the CNN ones are not part of Candor. `T` is the distance from the
 * eyes' midpoint to the chin. */

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function toScore(x: number): number {
  return Math.min(100, Math.max(0, Math.round(x)));
}

/** @param iedPx - inter-eye distance as seen; corrected here for the turn of the head. */
export function interEyeDistanceScore(iedPx: number, yawDeg: number): number {
  return toScore(100 * sigmoid((frontalIedPx(iedPx, yawDeg) - 70) / 20));
}

/** The inter-eye distance that the same head would show if it faced the camera. */
export function frontalIedPx(iedPx: number, yawDeg: number): number {
  return iedPx / Math.cos((yawDeg * Math.PI) / 180);
}

/** @param angleDeg - yaw, pitch or roll. */
export function headPoseScore(angleDeg: number): number {
  return Math.abs(angleDeg) >= 90 ? 0 : toScore(100 * Math.cos((angleDeg * Math.PI) / 180) ** 2);
}

/** @param lidGapRatio - smaller of the two eyes' lid gaps over T. */
export function eyesOpenScore(lidGapRatio: number): number {
  return toScore(100 * sigmoid((lidGapRatio - 0.02) / 0.01));
}

/** @param lipGapRatio - inner-lip gap over T. */
export function mouthClosedScore(lipGapRatio: number): number {
  return toScore(100 * (1 - sigmoid((lipGapRatio - 0.2) / 0.06)));
}

/** @param secondFaceAreaRatio - area of the second face over the area of the first. */
export function singleFaceScore(secondFaceAreaRatio: number): number {
  return toScore(100 * (1 - secondFaceAreaRatio));
}

/** @param overlap - of the left and right cheeks' luminance histograms, 0…1. */
export function illuminationUniformityScore(overlap: number): number {
  return toScore(100 * overlap ** 0.3);
}

/** @param entropyBits - of the face's luminance, 0–8. */
export function dynamicRangeScore(entropyBits: number): number {
  return toScore(12.5 * entropyBits);
}

/** @param share - of face pixels that are blown out, 0…1. */
export function overExposureScore(share: number): number {
  return toScore(1 / (share + 0.01));
}
