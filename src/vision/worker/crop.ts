import type { Box } from '../../core/observation.js';

/** Slides a stretch of the line back between 0 and `end`. */
function within(start: number, length: number, end: number): number {
  return Math.max(0, Math.min(start, end - length));
}

/** What a texture model looks at: the face's bounds, widened about their centre, no wider than the frame, and shifted to
 * stay inside it (upstream's generate_patches.py). A face too large for the crop gets a smaller one and scores lower.
 * @param scale - how many times the bounds the crop is wide and high. */
export function faceCrop(face: Box, scale: number, widthPx: number, heightPx: number): Box {
  const fitting = Math.min((heightPx - 1) / face.height, (widthPx - 1) / face.width, scale);
  const [width, height] = [face.width * fitting, face.height * fitting];
  return {
    x: within(face.x + (face.width - width) / 2, width, widthPx),
    y: within(face.y + (face.height - height) / 2, height, heightPx),
    width,
    height,
  };
}
