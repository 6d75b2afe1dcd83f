import { paintBackdrop } from './backdrop.js';
import { type Body, bodyOf, faceSides } from './body.js';
import { createFace, type Face } from './face.js';
import { glassesSurface } from './glasses.js';
import { hairSurface } from './hair.js';
import type { Identity } from './identity.js';
import { loadFaceMesh } from './mesh.js';
import { randomNumbers } from './random.js';
import {
  type Canvas,
  drawSurface,
  type Light,
  type Placement,
  type Projected,
  projectedVertices,
} from './rasterize.js';
import type { Person, Scene } from './scene.js';
import { headScale } from './shape.js';
import { type Surface, scaled } from './surface.js';

/** An RGB picture, 3 bytes per pixel, row-major. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8ClampedArray<ArrayBuffer>;
}

export interface SceneRenderer {
  /** The same scene gives the same bytes. */
  render(scene: Scene): Picture;
}

interface Figure {
  readonly face: Face;
  readonly body: Body;
  /** What is fixed to the head. */
  readonly worn: readonly Surface[];
}

/** Field of view of a usual webcam, 56° over the picture's width. */
const FOCAL_PER_WIDTH = 0.94;
/** Where the head turns: in the neck, behind the face. */
const PIVOT_CM = [0, -1, -3] as const;
const MOST_VERTICES = 16_000;

/** A software renderer. It keeps what it painted for each identity, so one renderer per clip is much faster than one per frame.
 * @throws Error when the face mesh is not built. */
export function createRenderer(width: number, height: number): SceneRenderer {
  const mesh = loadFaceMesh();
  const figures = new Map<string, Figure>();
  const backdrops = new Map<number, Uint8ClampedArray>();
  const grain = noiseTable();
  const canvas: Canvas = {
    width,
    height,
    rgb: new Uint8ClampedArray(width * height * 3),
    nearness: new Float32Array(width * height),
  };
  const scratch = projectedVertices(MOST_VERTICES);
  const figureOf = (identity: Identity): Figure =>
    cached(figures, JSON.stringify(identity), () => {
      const face = createFace(identity, mesh);
      const scale = headScale(identity.shape);
      const hair = hairSurface(identity);
      const worn = [
        faceSides(mesh, face.rest, face.skin),
        hair && scaled(hair, scale),
        glassesSurface(identity),
      ];
      return { face, body: bodyOf(identity, scale), worn: worn.filter((surface) => surface !== null) };
    });
  return {
    render(scene) {
      canvas.rgb.set(cached(backdrops, scene.backdrop, () => paintBackdrop(width, height, scene.backdrop)));
      canvas.nearness.fill(0);
      for (const person of scene.persons)
        drawPerson(canvas, figureOf(person.identity), person, lightOf(scene), scratch);
      return { width, height, rgb: expose(canvas.rgb, scene, grain) };
    },
  };
}

function cached<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function lightOf({ light }: Scene): Light {
  const [x, y, z] = light.direction;
  const length = Math.hypot(x, y, z) || 1;
  return { direction: [x / length, y / length, z / length], ambient: light.ambient };
}

function drawPerson(canvas: Canvas, figure: Figure, person: Person, light: Light, scratch: Projected): void {
  const { yawDeg, pitchDeg, rollDeg } = person;
  const head = placed(canvas, person, rotation(yawDeg, pitchDeg, rollDeg));
  const neck = placed(canvas, person, rotation(yawDeg * 0.4, pitchDeg * 0.3, rollDeg * 0.4));
  const torso = placed(canvas, person, rotation(0, 0, 0));
  for (const surface of figure.face.surfaces(person)) drawSurface(canvas, surface, head, light, scratch);
  for (const surface of [figure.body.head, ...figure.worn])
    drawSurface(canvas, surface, head, light, scratch);
  drawSurface(canvas, figure.body.neck, neck, light, scratch);
  drawSurface(canvas, figure.body.torso, torso, light, scratch);
}

function placed(canvas: Canvas, person: Person, turned: readonly number[]): Placement {
  return {
    rotation: turned,
    pivot: PIVOT_CM,
    distanceCm: person.distanceCm,
    focalPx: canvas.width * FOCAL_PER_WIDTH,
    centrePx: [canvas.width / 2 + person.offsetPx[0], canvas.height / 2 + person.offsetPx[1]],
  };
}

/** Row-major: first yaw, then pitch, then roll, about the axes of the camera. */
function rotation(yawDeg: number, pitchDeg: number, rollDeg: number): readonly number[] {
  const [yaw, pitch, roll] = [yawDeg, pitchDeg, rollDeg].map((degrees) => (degrees * Math.PI) / 180);
  const [sy, cy] = [Math.sin(yaw ?? 0), Math.cos(yaw ?? 0)];
  const [sp, cp] = [Math.sin(pitch ?? 0), Math.cos(pitch ?? 0)];
  const [sr, cr] = [Math.sin(roll ?? 0), Math.cos(roll ?? 0)];
  const [ux, uy, uz] = [-sp * sy, cp, sp * cy];
  return [
    cr * cy - sr * ux,
    -sr * uy,
    cr * sy - sr * uz,
    sr * cy + cr * ux,
    cr * uy,
    sr * sy + cr * uz,
    -cp * sy,
    -sp,
    cp * cy,
  ];
}

const NOISE_LENGTH = 1 << 16;

/** Approximately normal, standard deviation 1. */
function noiseTable(): Float32Array {
  const random = randomNumbers(0x5eed);
  return Float32Array.from({ length: NOISE_LENGTH }, () => (random() + random() + random() - 1.5) * 2);
}

function expose(rgb: Uint8ClampedArray, scene: Scene, grain: Float32Array): Uint8ClampedArray<ArrayBuffer> {
  const { level, tint } = scene.light;
  const [red, green, blue] = [level * tint[0], level * tint[1], level * tint[2]];
  const { seed, sigma } = scene.noise;
  const out = new Uint8ClampedArray(rgb.length);
  let at = Math.floor(randomNumbers(seed)() * NOISE_LENGTH);
  for (let i = 0; i < rgb.length; i += 3) {
    const noise = sigma * (grain[at] ?? 0);
    at = (at + 1) & (NOISE_LENGTH - 1);
    out[i] = (rgb[i] ?? 0) * red + noise;
    out[i + 1] = (rgb[i + 1] ?? 0) * green + noise;
    out[i + 2] = (rgb[i + 2] ?? 0) * blue + noise;
  }
  return out;
}
