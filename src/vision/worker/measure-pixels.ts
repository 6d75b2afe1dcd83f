import type { Point } from '../../core/geometry.js';
import type { FaceObservation } from '../../core/observation.js';
import { applySimilarity, MEASURED_CHIP, type Similarity } from './align.js';
import { cheekLightRatio, cheeksOf, illuminationUniformity } from './cheeks.js';
import { Chip } from './chip.js';
import { faceRuns } from './contour.js';
import { histogramOf } from './histogram.js';
import type { Landmarks } from './landmarks.js';
import { POINT, pointAt } from './points.js';
import { entropyBits, shareAtLeast } from './quality.js';
import { sharpnessOf } from './sharpness.js';
import { visibleParts } from './visible-parts.js';

const OVER_EXPOSED_GREY = 247;

export type PixelMeasures = Pick<
  FaceObservation,
  | 'sharpness'
  | 'entropyBits'
  | 'overExposedShare'
  | 'illuminationUniformity'
  | 'cheekLightRatio'
  | 'eyeContrast'
  | 'orbitLightRatio'
  | 'lipContrast'
  | 'lipColourDistance'
  | 'meanRgb'
>;

/** What the pixels of a face say.
 * @param rgba - of the face, aligned as {@link MEASURED_CHIP}. @param transform - from the frame onto it. */
export function measurePixels(
  rgba: Uint8ClampedArray,
  { pointsPx }: Pick<Landmarks, 'pointsPx'>,
  transform: Similarity,
): PixelMeasures {
  const onChip = (index: number): Point => applySimilarity(transform, pointAt(pointsPx, index));
  const chip = new Chip(rgba, MEASURED_CHIP.sidePx);
  try {
    return measuresOf(chip, onChip);
  } finally {
    chip.clear();
  }
}

function measuresOf(chip: Chip, onChip: (index: number) => Point): PixelMeasures {
  const face = faceRuns(onChip, chip.sidePx);
  const sharpness = sharpnessOf(chip, face);
  const greys = histogramOf(chip.grey, face);
  const cheeks = cheeksOf(
    chip.grey,
    onChip(POINT.rightIris),
    onChip(POINT.leftIris),
    onChip(POINT.lowerInnerLip),
  );
  return {
    sharpness,
    entropyBits: entropyBits(greys),
    overExposedShare: shareAtLeast(greys, OVER_EXPOSED_GREY),
    meanRgb: chip.meanColour(face),
    illuminationUniformity: illuminationUniformity(cheeks),
    cheekLightRatio: cheekLightRatio(cheeks),
    ...visibleParts(chip, onChip, cheeks),
  };
}
