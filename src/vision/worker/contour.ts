import type { Point } from '../../core/geometry.js';
import { runsIn } from './polygon.js';
import type { Runs } from './runs.js';

/** Which pixels of the chip are face. Everything that is said of a face is measured there: what is behind it may be a white
 * wall or a dark room. */

/** The mesh's rim, in order: forehead, the person's left temple, jaw, chin and back. */
export const RIM = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;
/** The rim is drawn in towards its middle, because there hair, the edge of a scarf or a hat and what is behind the cheeks
 * mix with the skin. What hangs into the face inside of it, a fringe or a beard, is measured with it. */
const KEPT = 0.9;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param onChip - where a landmark is on the chip, px. @returns none where the face is not on the chip. */
export function faceRuns(onChip: (index: number) => Point, sidePx: number): Runs {
  const rim = RIM.map(onChip);
  const [cx, cy] = [mean(rim.map(([x]) => x)), mean(rim.map(([, y]) => y))];
  return runsIn(
    rim.map(([x, y]): Point => [cx + KEPT * (x - cx), cy + KEPT * (y - cy)]),
    sidePx,
  );
}
