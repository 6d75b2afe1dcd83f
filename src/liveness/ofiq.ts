/** Component scores of OFIQ 1.0.3, the reference implementation of ISO/IEC 29794-5: whole numbers 0–100, higher is
 * better (requirement Q-01). Only the landmark and histogram components; the CNN ones are not part of Candor. `T` is the
 * distance from the eyes' midpoint to the chin, σ the logistic function. Some of these must never gate a frame: they ask
 * for a skin tone (Q-04) or for an identity photograph's layout (Q-03). They are here to be reported and tested. */

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function toScore(x: number): number {
  return Math.min(100, Math.max(0, Math.round(x)));
}

/** InterEyeDistance: σ around 70 px, 20 px wide.
 * @param iedPx - inter-eye distance as seen; corrected here for the turn of the head. */
export function interEyeDistanceScore(iedPx: number, yawDeg: number): number {
  return toScore(100 * sigmoid((frontalIedPx(iedPx, yawDeg) - 70) / 20));
}

/** The inter-eye distance that the same head would show if it faced the camera. */
export function frontalIedPx(iedPx: number, yawDeg: number): number {
  return iedPx / Math.cos((yawDeg * Math.PI) / 180);
}

/** HeadPose: cos² of the angle, nothing beyond a right angle.
 * @param angleDeg - yaw, pitch or roll. */
export function headPoseScore(angleDeg: number): number {
  return Math.abs(angleDeg) >= 90 ? 0 : toScore(100 * Math.cos((angleDeg * Math.PI) / 180) ** 2);
}

/** EyesOpen: σ around 0.02 T, 0.01 T wide.
 * @param lidGapRatio - smaller of the two eyes' lid gaps over T. */
export function eyesOpenScore(lidGapRatio: number): number {
  return toScore(100 * sigmoid((lidGapRatio - 0.02) / 0.01));
}

/** MouthClosed: falling σ around 0.2 T, 0.06 T wide.
 * @param lipGapRatio - inner-lip gap over T. */
export function mouthClosedScore(lipGapRatio: number): number {
  return toScore(100 * (1 - sigmoid((lipGapRatio - 0.2) / 0.06)));
}

/** SingleFacePresent: what the second face leaves of the first one's area.
 * @param secondFaceAreaRatio - area of the second face over the area of the first. */
export function singleFaceScore(secondFaceAreaRatio: number): number {
  return toScore(100 * (1 - secondFaceAreaRatio));
}

/** IlluminationUniformity: overlap to the power of 0.3.
 * @param overlap - of the left and right cheeks' luminance histograms, 0…1. */
export function illuminationUniformityScore(overlap: number): number {
  return toScore(100 * overlap ** 0.3);
}

/** DynamicRange: entropy as a share of eight bits.
 * @param entropyBits - of the face's luminance, 0–8. */
export function dynamicRangeScore(entropyBits: number): number {
  return toScore(12.5 * entropyBits);
}

/** OverExposure: the inverse of the blown-out share, 1 % counted as half a score.
 * @param share - of face pixels that are blown out, 0…1. */
export function overExposureScore(share: number): number {
  return toScore(1 / (share + 0.01));
}

/** LuminanceMean: σ rising around 0.2 and falling around 0.8, both 0.05 wide. Must never gate: well exposed dark skin has
 * a mean of 0.06 and scores 5 (requirement Q-04).
 * @param luminance - mean of the face in linear light, 0…1. */
export function luminanceMeanScore(luminance: number): number {
  return toScore(100 * sigmoid((luminance - 0.2) / 0.05) * (1 - sigmoid((luminance - 0.8) / 0.05)));
}

/** LuminanceVariance: a half sine over 60 v / (60 v + 1), highest at v = 1/60. Not gated: the variance grows with the
 * square of the skin's own luminance.
 * @param variance - of the face in linear light. */
export function luminanceVarianceScore(variance: number): number {
  const share = (60 * variance) / (60 * variance + 1);
  return toScore(100 * Math.sin(Math.PI * share));
}

/** UnderExposure: falling σ around 92 % of the face, 5 % wide. Must never gate: all of a well exposed dark face is below
 * the level (requirement Q-04).
 * @param share - of face pixels at or below 25/255 in linear light, 0…1. */
export function underExposureScore(share: number): number {
  return toScore(120 * (0.832 - sigmoid((share - 0.92) / 0.05)));
}

/** How far a value is outside a range. */
function outside(value: number, lowest: number, highest: number): number {
  return Math.max(0, lowest - value, value - highest);
}

/** NaturalColour: falling σ of the distance from the range of colours that OFIQ takes for skin. Must never gate: it is a
 * definition of skin by its colour (requirement Q-04).
 * @param a, b - CIELAB of the cheeks. */
export function naturalColourScore(a: number, b: number): number {
  const far = Math.hypot(outside(a, 5, 25), outside(b, 5, 35));
  return toScore(200 * (1 - sigmoid(far / 10)));
}

/** LeftwardCrop and RightwardCrop: σ around 0.9 inter-eye distances, 0.1 wide.
 * @param edgePx - from the eyes' midpoint to the picture's left or right edge. */
export function sideCropScore(edgePx: number, iedPx: number): number {
  return toScore(100 * sigmoid((edgePx / iedPx - 0.9) / 0.1));
}

/** MarginBelow: σ around 1.8 T, 0.1 T wide. Must never gate: a rule for identity photographs (requirement Q-03).
 * @param edgePx - from the eyes' midpoint to the picture's lower edge. @param tPx - T. */
export function marginBelowScore(edgePx: number, tPx: number): number {
  return toScore(100 * sigmoid((edgePx / tPx - 1.8) / 0.1));
}

/** MarginAbove: σ around 1.4 T, 0.1 T wide. Must never gate: a rule for identity photographs (requirement Q-03).
 * @param edgePx - from the eyes' midpoint to the picture's upper edge. @param tPx - T. */
export function marginAboveScore(edgePx: number, tPx: number): number {
  return toScore(100 * sigmoid((edgePx / tPx - 1.4) / 0.1));
}

/** HeadSize: falling σ of how far T is from 45 % of the picture's height. Must never gate: a rule for identity photographs
 * (requirement Q-03). */
export function headSizeScore(tPx: number, heightPx: number): number {
  return toScore(200 * (1 - sigmoid(Math.abs(tPx / heightPx - 0.45) / 0.05)));
}
