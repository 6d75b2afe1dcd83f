import { type Backdrop, paintBackdrop } from './backdrop.js';
import { type Body, bodyOf, faceSides } from './body.js';
import { createFace, type Face } from './face.js';
import { glassesSurface } from './glasses.js';
import { grain } from './grain.js';
import { hairSurface } from './hair.js';
import type { Identity } from './identity.js';
import { loadFaceMesh } from './mesh.js';
import { placed } from './placement.js';
import { type Canvas, drawSurface, type Light, type Projected, projectedVertices } from './rasterize.js';
import type { Person, Scene } from './scene.js';
import { headScale } from './shape.js';
import { type Surface, scaled } from './surface.js';

/** An RGB picture, 3 bytes per pixel, row-major. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8ClampedArray<ArrayBuffer>;
}

/** Draws scenes of one size. */
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

const MOST_VERTICES = 16_000;

/** A software renderer. It keeps what it painted for each identity, so one renderer per clip is much faster than one per frame.
 * @throws Error when the face mesh is not built.
 * @example
 * const { rgb } = createRenderer(640, 480).render(sceneWith([personAt(IDENTITIES.ada)])); */
export function createRenderer(width: number, height: number): SceneRenderer {
  const mesh = loadFaceMesh();
  const figures = new Map<string, Figure>();
  const backdrops = new Map<Backdrop, Uint8ClampedArray>();
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
      return { width, height, rgb: expose(canvas.rgb, scene) };
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

/** The scene's light with a direction of unit length. */
export function lightOf({ light }: Pick<Scene, 'light'>): Light {
  const [x, y, z] = light.direction;
  const length = Math.hypot(x, y, z) || 1;
  return { direction: [x / length, y / length, z / length], ambient: light.ambient };
}

function drawPerson(canvas: Canvas, figure: Figure, person: Person, light: Light, scratch: Projected): void {
  const head = placed(canvas, person);
  const neck = placed(canvas, person, { yaw: 0.4, pitch: 0.3, roll: 0.4 });
  const torso = placed(canvas, person, { yaw: 0, pitch: 0, roll: 0 });
  for (const surface of figure.face.surfaces(person)) drawSurface(canvas, surface, head, light, scratch);
  for (const surface of [figure.body.head, ...figure.worn])
    drawSurface(canvas, surface, head, light, scratch);
  drawSurface(canvas, figure.body.neck, neck, light, scratch);
  drawSurface(canvas, figure.body.torso, torso, light, scratch);
}

function expose(rgb: Uint8ClampedArray, scene: Scene): Uint8ClampedArray<ArrayBuffer> {
  const { level, tint } = scene.light;
  const [red, green, blue] = [level * tint[0], level * tint[1], level * tint[2]];
  const { seed, sigma } = scene.noise;
  const out = new Uint8ClampedArray(rgb.length);
  const nextNoise = grain(seed, sigma);
  for (let i = 0; i < rgb.length; i += 3) {
    const noise = nextNoise();
    out[i] = (rgb[i] ?? 0) * red + noise;
    out[i + 1] = (rgb[i + 1] ?? 0) * green + noise;
    out[i + 2] = (rgb[i + 2] ?? 0) * blue + noise;
  }
  return out;
}
