import type { Identity } from './identity.js';
import { coverWith, type Mix, multiply, paintTexture, within } from './paint.js';
import { ease } from './random.js';
import type { Texture } from './surface.js';

/** Both parts are seen through an opening of the face: their pictures stay in place while lids and lips move. */

const TEXELS_PER_CM = 40;
const EYE_CENTRE_CM = [3.16, 2.62] as const;
const EYE_HALF_CM = [1.7, 0.9] as const;
const MOUTH_CENTRE_CM = [0, -4.9] as const;
const MOUTH_HALF_CM = [2.6, 1.9] as const;
/** An iris is 11.7 mm wide in nearly all adults. */
const IRIS_RADIUS_CM = 0.585;

/** Column and row of a point of the average face in the picture of an eye; both eyes share it, mirrored. */
export function eyeTexel(x: number, y: number): readonly [column: number, row: number] {
  return [
    (Math.abs(x) - EYE_CENTRE_CM[0] + EYE_HALF_CM[0]) * TEXELS_PER_CM,
    (EYE_CENTRE_CM[1] + EYE_HALF_CM[1] - y) * TEXELS_PER_CM,
  ];
}

/** Column and row of a point of the average face in the picture of the open mouth. */
export function mouthTexel(x: number, y: number): readonly [column: number, row: number] {
  return [
    (x - MOUTH_CENTRE_CM[0] + MOUTH_HALF_CM[0]) * TEXELS_PER_CM,
    (MOUTH_CENTRE_CM[1] + MOUTH_HALF_CM[1] - y) * TEXELS_PER_CM,
  ];
}

/** White, iris, pupil, glint and the upper lid's shadow. */
export function paintEye({ irisRgb }: Identity): Texture {
  return paintTexture(
    2 * EYE_HALF_CM[0] * TEXELS_PER_CM,
    2 * EYE_HALF_CM[1] * TEXELS_PER_CM,
    (column, row) => {
      const x = column / TEXELS_PER_CM - EYE_HALF_CM[0];
      const y = EYE_HALF_CM[1] - row / TEXELS_PER_CM;
      const mix: Mix = [232, 226, 221];
      multiply(mix, 1 - 0.25 * ease((Math.abs(x) - 0.8) / 0.7));
      const radius = Math.hypot(x, y);
      coverWith(mix, irisRgb, within(radius - IRIS_RADIUS_CM, 0.1));
      coverWith(mix, [20, 14, 12], 0.6 * within(Math.abs(radius - IRIS_RADIUS_CM) - 0.02, 0.12));
      coverWith(mix, [8, 6, 6], within(radius - 0.24, 0.08));
      multiply(mix, 1 - 0.35 * ease((y - 0.05) / 0.35));
      coverWith(mix, [255, 255, 255], 0.85 * within(Math.hypot(x - 0.18, y - 0.16) - 0.06, 0.06));
      return mix;
    },
  );
}

/** Upper teeth before a dark cavity. */
export function paintMouth(): Texture {
  const [halfX, halfY] = MOUTH_HALF_CM;
  return paintTexture(2 * halfX * TEXELS_PER_CM, 2 * halfY * TEXELS_PER_CM, (column, row) => {
    const x = MOUTH_CENTRE_CM[0] - halfX + column / TEXELS_PER_CM;
    const y = MOUTH_CENTRE_CM[1] + halfY - row / TEXELS_PER_CM;
    const mix: Mix = [52, 18, 18];
    const tooth = 0.88 + 0.12 * Math.abs(Math.sin((x * Math.PI) / 0.75));
    const teeth = within(Math.max(-4.95 - y, Math.abs(x) - 1.9), 0.15);
    coverWith(mix, [226 * tooth, 218 * tooth, 204 * tooth], 0.95 * teeth);
    return mix;
  });
}
