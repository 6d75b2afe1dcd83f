import type { SourceSignals } from './source.js';

/** Raw measures of one frame, made in the worker. No judgement here: `liveness/` draws the bands. Distances are in
 * pixels of the analysed, unmirrored frame; angles in degrees, positive yaw = towards the person's left, positive pitch =
 * looking up. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Mean colour of an area in linear light (sRGB's transfer function undone), 0…1 each. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** Landmark indices of the parallax check: no mouth and no chin, because expression moves them (liveness.md). */
export const RIGID_POINTS = [
  1, 4, 5, 2, 98, 327, 168, 6, 9, 33, 133, 362, 263, 50, 280, 205, 425, 101, 330,
] as const;

export interface FaceObservation {
  /** Bounds of the first 468 landmarks. */
  readonly boxPx: Box;
  /** Inter-eye distance: between the iris centres, landmarks 468 and 473. */
  readonly iedPx: number;
  /** Midpoint of the iris centres. */
  readonly eyeMidpointPx: readonly [x: number, y: number];
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
  /** x, y of {@link RIGID_POINTS}, flat, in that order. */
  readonly rigidPointsPx: readonly number[];
  /** Distance eye midpoint → chin (landmark 152), the OFIQ `T`. */
  readonly eyeToChinPx: number;
  /** Smaller of the two eyes' largest lid gap, over `eyeToChinPx`. */
  readonly lidGapRatio: number;
  /** Largest inner-lip gap over `eyeToChinPx`. */
  readonly lipGapRatio: number;
  /** Share of the energy of the face's fine structure that a slight blur takes away, noise left out, 0…1 (worker/sharpness.ts). */
  readonly sharpness: number;
  /** Entropy of the face's grey histogram, bits, 0–8. This and the next, like the colour: inside the face's contour (worker/contour.ts). */
  readonly entropyBits: number;
  /** Share of face pixels at or above grey 247, 0…1. */
  readonly overExposedShare: number;
  /** Overlap of the left and right cheeks' luminance histograms, 0…1. */
  readonly illuminationUniformity: number;
  /** Mean linear luminance of the darker cheek over that of the lighter one, 0…1; 1 = lit evenly. A ratio of the same
   * person's skin, so that the tone of it cancels out (requirement Q-04). */
  readonly cheekLightRatio: number;
  /** Grey values between the lids, 5th to 95th percentile, over the mean grey of the cheek below; of the eye that has more. */
  readonly eyeContrast: number;
  /** Median linear luminance around an eye, from the brow to the cheekbone, over the mean of the cheek below; of the lighter
   * eye. */
  readonly orbitLightRatio: number;
  /** Grey values of the lips, 5th to 95th percentile, over the mean grey of what surrounds them. */
  readonly lipContrast: number;
  /** Between the median colours of the lips and of what surrounds them: distance of (ln R/G, ln B/G) in linear light. */
  readonly lipColourDistance: number;
  /** Mean colour inside the face's contour. */
  readonly meanRgb: LinearRgb;
}

export interface FrameObservation {
  readonly frameId: number;
  /** Camera clock, ms since the source's first frame. */
  readonly mediaTimeMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly faceCount: number;
  /** Area of the second largest face over the area of the chosen one; 0 with fewer than two. */
  readonly secondFaceAreaRatio: number;
  /** The chosen face: the largest, less its distance from the centre. */
  readonly face: FaceObservation | null;
  /** Mean grey value of the whole frame, 0–255: the scene's light, whatever the person's skin (requirement Q-04). */
  readonly sceneLuminance: number;
  /** Mean colour of what is outside the chosen face's bounds; of the whole frame without a face. */
  readonly backgroundRgb: LinearRgb;
  /** Hash of the frame's middle, pixel for pixel: equal only for identical pictures, whole, 0…2^53 − 1. */
  readonly pixelHash: number;
  /** Time the worker took for this frame, ms. */
  readonly workMs: number;
}

/** What the optional texture models say of the embedded frames. A model that is there and fails is not the same as none:
 * an attacker must not be able to turn the check off and still pass. */
export type TextureReading =
  /** The build has none. */
  | { readonly kind: 'absent' }
  /** The build has them, but they could not be loaded or run. */
  | { readonly kind: 'failed' }
  /** Mean probability of the models that the skin is live, 0…1, one per embedded frame. */
  | { readonly kind: 'measured'; readonly liveProbabilities: readonly number[] };

/** From where an embedded frame shows the face. */
export type FaceView = 'front' | 'turned';

/** What the worker says of the embeddings taken during a capture. */
export interface CaptureEmbedding {
  /** Unit-length mean of the unit-length embeddings from the front; the caller owns the buffer and wipes it after sealing. */
  readonly embedding: Float32Array<ArrayBuffer>;
  /** How many frames are in the mean: those from the front. */
  readonly count: number;
  /** Lowest cosine similarity between any two of them, −1…1. */
  readonly lowestSimilarity: number;
  /** At and above which two frames of one capture show one face: the model's own (public/models/manifest.json). */
  readonly sameFaceSimilarity: number;
  /** Cosine similarity, −1…1, of each embedded frame of a turned face with the mean from the front. */
  readonly turnedSimilarities: readonly number[];
  /** At and above which a turned face is the one from the front; null: nobody measured it for this model. */
  readonly turnedFaceSimilarity: number | null;
  readonly texture: TextureReading;
}

/** What the embeddings say of the capture, without the embedding itself. */
export type EmbeddingEvidence = Omit<CaptureEmbedding, 'embedding'>;

/** Everything that the verdict is drawn from. */
export interface CaptureEvidence {
  /** Of the clip, in order, media time from its start; `frameId` counts every delivered picture. */
  readonly observations: readonly FrameObservation[];
  /** null: no frame was good enough to be embedded. */
  readonly embedded: EmbeddingEvidence | null;
  /** null: the pictures do not come from a camera of this page (a recorded series). */
  readonly source: SourceSignals | null;
}

/** The worker keeps this many of the newest frames with a face: what is older cannot be embedded any more. */
export const FACES_KEPT = 4;
