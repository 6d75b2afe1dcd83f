import type { FaceObservation } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import type { ReasonCode } from '../core/verdict.js';

/** Whether eyes and mouth can be seen (requirements P-13, Q-02): who hides a part of the face gets an embedding that matches
 * nobody. Set on rendered persons with things drawn over them, so that the limits are far from faces and not near to what
 * covers them: what lets the part through, or looks like it, passes. Figures: docs/liveness.md. */

/** Uncovered: 0.54 and more (416 rendered pictures), 0.53 and more (5 photographs). A black lens: 0.08 and less. */
const MIN_EYE_CONTRAST = 0.2;
/** Uncovered: 0.34 and more, photographs 0.54 and more. A black lens: 0.15 and less. */
const MIN_ORBIT_LIGHT = 0.2;
/** Uncovered: 0.29 and more, photographs 0.71 and more. A mask: 0.08 and less. */
const MIN_LIP_CONTRAST = 0.2;
/** Fingers have edges between them, and lips behind them, which look like a mouth in grey but not in colour: contrast up to 0.5,
 * colour distance up to 0.05. Uncovered lips with less contrast than this have a colour of their own: 0.12 and more (5,780
 * rendered frames). Photographs have more contrast, and colour distances of 0.11 and more. */
const DISTINCT_LIP_CONTRAST = 0.5;
const MIN_LIP_COLOUR = 0.05;

function areEyesCovered({ eyeContrast, orbitLightRatio }: FaceObservation): boolean {
  return eyeContrast < MIN_EYE_CONTRAST || orbitLightRatio < MIN_ORBIT_LIGHT;
}

function isMouthCovered({ lipContrast, lipColourDistance }: FaceObservation): boolean {
  return (
    lipContrast < MIN_LIP_CONTRAST ||
    (lipContrast < DISTINCT_LIP_CONTRAST && lipColourDistance < MIN_LIP_COLOUR)
  );
}

/** What is hidden in a frame that was taken from the front; each part by itself, because a seller who records with one of them
 * hidden has not been excused the other. Whoever cannot see may wear dark glasses: the profile `no-gestures` does not ask for
 * the eyes. */
export function coveredParts(face: FaceObservation, profile: Profile): readonly ReasonCode[] {
  const eyes = profile !== 'no-gestures' && areEyesCovered(face);
  return [
    ...(eyes ? (['face.eyes_covered'] as const) : []),
    ...(isMouthCovered(face) ? (['face.mouth_covered'] as const) : []),
  ];
}
