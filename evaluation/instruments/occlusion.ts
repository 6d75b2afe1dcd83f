import type { Point } from '../../src/core/geometry.js';
import { type ClipScript, changed, developed } from '../../src/testing/clip/script.js';
import { type GenuineOptions, genuine } from '../../src/testing/clip/scripts.js';
import type { Rgb } from '../../src/testing/person/identity.js';
import { OUTER_LIPS } from '../../src/testing/person/landmarks.js';
import { landmarksAt } from '../../src/testing/person/landmarks-at.js';
import type { Picture } from '../../src/testing/person/render.js';
import { noisy } from './effects.js';
import { fillPolygon, hullOf } from './polygon.js';

/** Something before a part of the face, which goes along with the head. */
export type Occluder = 'surgical-mask' | 'sunglasses' | 'hand';

interface Patch {
  readonly outline: readonly Point[];
  readonly rgb: Rgb;
}

/** A real person who hides a part of the face and does what is asked. */
export function occluded(options: GenuineOptions, occluder: Occluder): ClipScript {
  const living = genuine(options);
  const name = `${occluder}-${options.identity.name}`;
  const noiseless = changed(living, name, (scene) => ({ ...scene, noise: { ...scene.noise, sigma: 0 } }));
  const develop = (picture: Picture, timeMs: number): Picture => {
    const { persons, light, noise } = living.sceneAt(timeMs);
    const rgb = picture.rgb.slice();
    const covered = { ...picture, rgb };
    for (const person of persons) {
      const points = landmarksAt(picture, person);
      for (const { outline, rgb: colour } of patchesOf(occluder, points, person.identity.skin.rgb))
        fillPolygon(covered, outline, colour, light.level);
    }
    return noisy(covered, noise.seed, noise.sigma);
  };
  return developed(noiseless, name, develop, { options, occluder });
}

/** Bridge of the nose, cheekbones, jaw, chin. */
const MASK_RIM = [6, 122, 117, 123, 147, 213, 192, 214, 210, 211, 32, 208, 199, 428, 262, 431, 430, 434, 416];
const MASK_JAW = [
  234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361,
];
const MASK_TOP = [197, 118, 101, 347, 330, 454, 323];

/** Lenses from the brows to the cheeks, and the bridge between them. */
const SUNGLASSES = [
  [46, 52, 55, 35, 111, 117, 119, 120, 188],
  [276, 282, 285, 265, 340, 346, 348, 349, 412],
  [55, 285, 193, 417, 168],
];

function patchesOf(occluder: Occluder, points: readonly Point[], skin: Rgb): readonly Patch[] {
  const pick = (indices: readonly number[]): readonly Point[] =>
    indices.map((index) => points[index] ?? [0, 0]);
  switch (occluder) {
    case 'surgical-mask':
      return [{ outline: hullOf(pick([...MASK_RIM, ...MASK_JAW, ...MASK_TOP])), rgb: [150, 190, 205] }];
    case 'sunglasses':
      return SUNGLASSES.map((part) => ({ outline: hullOf(pick(part)), rgb: [18, 18, 20] }));
    case 'hand':
      return handPatches(pick(OUTER_LIPS), skin);
  }
}

/** In widths of a finger: beyond the picture's edge. */
const ARM = 24;

/** Four fingers laid across the mouth from the picture's right. */
function handPatches(lips: readonly Point[], skin: Rgb): readonly Patch[] {
  const [xs, ys] = [lips.map(([x]) => x), lips.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const thick = (right - left) * 0.34;
  const middle = (Math.min(...ys) + Math.max(...ys)) / 2 - thick * 0.9;
  return [-1.5, -0.5, 0.5, 1.5].map((finger) => {
    const y = middle + finger * thick;
    const tip = left - thick * (1 - 0.35 * Math.abs(finger + 0.5));
    const outline: readonly Point[] = [
      [tip + thick * 0.3, y - thick * 0.48],
      [right + thick * ARM, y + thick * (ARM * 0.2 - 0.48)],
      [right + thick * ARM, y + thick * (ARM * 0.2 + 0.48)],
      [tip + thick * 0.3, y + thick * 0.48],
      [tip, y],
    ];
    const tone = 0.9 - 0.04 * (finger + 1.5);
    return { outline, rgb: [skin[0] * tone, skin[1] * tone, skin[2] * tone] };
  });
}
