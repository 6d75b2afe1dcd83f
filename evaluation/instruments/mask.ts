import type { Point } from '../../src/core/geometry.js';
import { type ClipScript, changed, developed } from '../../src/testing/clip/script.js';
import { type GenuineOptions, genuine } from '../../src/testing/clip/scripts.js';
import type { Identity } from '../../src/testing/person/identity.js';
import { eyeRing, OUTER_LIPS } from '../../src/testing/person/landmarks.js';
import { landmarksAt } from '../../src/testing/person/landmarks-at.js';
import { lightOf, type Picture } from '../../src/testing/person/render.js';
import { personAt } from '../../src/testing/person/scene.js';
import { FACE_PLANE_CM, heldBy, layCard, litPaper } from './card.js';
import { noisy } from './effects.js';
import { once } from './once.js';
import { PORTRAIT, PORTRAIT_DISTANCE_CM, PRINT_CM, PRINT_ORIGIN, printOf } from './print.js';

/** A paper mask curves a little with the face behind it. */
const MASK_RADIUS_CM = 14;

/** A printed face cut out along its rim, with holes for eyes and mouth through which a living person shows, who does
 * what is asked. It is worn, so it turns with the head. Requirements §8, row 7.
 * @param options - `identity` is the printed face
 * @param wearer - who is behind it; default somebody with the same face, so that the holes fit */
export function paperMask(options: GenuineOptions, wearer: Identity = options.identity): ClipScript {
  const name = `paper-mask-${options.identity.name}-${wearer.name}`;
  const living = genuine({ ...options, identity: wearer });
  const noiseless = changed(living, name, (scene) => ({ ...scene, noise: { ...scene.noise, sigma: 0 } }));
  const print = printOf(options.identity);
  const cover = once(() => maskCover(options.identity, print()));
  const develop = (picture: Picture, timeMs: number): Picture => {
    const scene = living.sceneAt(timeMs);
    const [person] = scene.persons;
    if (person === undefined) return picture;
    const card = {
      picture: print(),
      widthCm: PRINT_CM.width,
      heightCm: PRINT_CM.height,
      bendRadiusCm: MASK_RADIUS_CM,
      cover: cover(),
      gain: litPaper(lightOf(scene), scene.light.level),
    };
    const pose = { ...heldBy(person), pivotBehindCm: FACE_PLANE_CM };
    const masked = layCard(picture, card, pose, lightOf(scene));
    return noisy(masked, scene.noise.seed, scene.noise.sigma);
  };
  return developed(noiseless, name, develop, { options, wearer });
}

/** Where the mask is paper: inside the face, outside eyes and mouth. */
function maskCover(identity: Identity, { width, height }: Picture): Uint8Array {
  const points = landmarksAt(PORTRAIT, personAt(identity, { distanceCm: PORTRAIT_DISTANCE_CM })).map(
    ([x, y]): Point => [x - PRINT_ORIGIN.x, y - PRINT_ORIGIN.y],
  );
  const pick = (ring: readonly number[]): readonly Point[] => ring.map((index) => points[index] ?? [0, 0]);
  const face = ellipseAround(points, 0.97);
  const holes = [
    ellipseAround(pick(eyeRing('right')), 1.3),
    ellipseAround(pick(eyeRing('left')), 1.3),
    ellipseAround(pick(OUTER_LIPS), 1.25),
  ];
  const cover = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      cover[at] = face(x, y) && !holes.some((hole) => hole(x, y)) ? 255 : 0;
  return cover;
}

/** Whether a point is in the upright ellipse round these points, its axes longer by `scale`. */
function ellipseAround(points: readonly Point[], scale: number): (x: number, y: number) => boolean {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [centreX, centreY] = [(left + right) / 2, (top + bottom) / 2];
  const [radiusX, radiusY] = [((right - left) / 2) * scale, ((bottom - top) / 2) * scale];
  return (x, y) => ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 < 1;
}
