import type { Identity } from './identity.js';
import { BROW_BOTTOM, BROW_TOP, eyeRing, OUTER_LIPS } from './landmarks.js';
import type { FaceMesh } from './mesh.js';
import {
  coverWith,
  type Mix,
  multiply,
  paintTexture,
  polygonDistance,
  segmentDistance,
  within,
} from './paint.js';
import { ease, randomNumbers, smoothNoise } from './random.js';
import type { Texture } from './surface.js';

/** The face's picture is its front view: one texel per 0.5 mm of the average face. */
const TEXELS_PER_CM = 20;
const LEFT_CM = -8.6;
const TOP_CM = 9.2;
const WIDTH = 344;
const HEIGHT = 384;

type Layer = (mix: Mix, x: number, y: number) => void;
type Outline = readonly (readonly [x: number, y: number])[];

/** Column and row of a point of the average face in its picture. */
export function skinTexel(x: number, y: number): readonly [column: number, row: number] {
  return [(x - LEFT_CM) * TEXELS_PER_CM, (TOP_CM - y) * TEXELS_PER_CM];
}

/** Skin, lips, brows and beard of one person, as the average face wears them. */
export function paintSkin(identity: Identity, mesh: FaceMesh): Texture {
  const layers = [
    complexion(identity),
    relief(),
    age(identity),
    freckles(identity),
    beard(identity, outline(mesh, OUTER_LIPS)),
    lips(identity, outline(mesh, OUTER_LIPS)),
    lids(identity, [outline(mesh, eyeRing('right')), outline(mesh, eyeRing('left'))]),
    brows(identity, [browOutline(mesh, identity, 'right'), browOutline(mesh, identity, 'left')]),
  ];
  return paintTexture(WIDTH, HEIGHT, (column, row) => {
    const [x, y] = [LEFT_CM + column / TEXELS_PER_CM, TOP_CM - row / TEXELS_PER_CM];
    const mix: Mix = [...identity.skin.rgb];
    for (const layer of layers) layer(mix, x, y);
    return mix;
  });
}

function outline(mesh: FaceMesh, ring: readonly number[]): Outline {
  return ring.map((index) => [mesh.vertices[index * 3] ?? 0, mesh.vertices[index * 3 + 1] ?? 0] as const);
}

const spot = (x: number, y: number, atX: number, atY: number, radius: number): number =>
  Math.exp(-((x - atX) ** 2 + (y - atY) ** 2) / radius ** 2);

function complexion({ seed, skin }: Identity): Layer {
  const coarse = smoothNoise(seed + 11);
  const fine = smoothNoise(seed + 12);
  return (mix, x, y) => {
    multiply(mix, 1 + 0.05 * coarse(x / 1.7, y / 1.7) + 0.035 * fine(x * 5, y * 5));
    const flush = spot(Math.abs(x), y, 4.2, -1, 2) + 0.7 * spot(x, y, 0, -1, 1.1);
    mix[0] *= 1 + 0.1 * skin.blush * flush;
    mix[1] *= 1 - 0.06 * skin.blush * flush;
  };
}

/** The shadows that light from everywhere leaves in hollows. */
function relief(): Layer {
  return (mix, x, y) => {
    const side = Math.abs(x);
    const socket = 0.26 * spot(side, y, 1.9, 2.9, 1) + 0.14 * spot(side, y, 3.2, 3.3, 1.4);
    const nose = 0.2 * spot(side, y, 1.35, -1.2, 0.5) + 0.26 * spot(x * 0.55, y, 0, -2.35, 0.55);
    const chin = 0.2 * spot(x * 0.5, y, 0, -6.05, 0.6);
    multiply(mix, 1 - socket - nose - chin + 0.07 * spot(x, y, 0, 0, 0.9));
    const nostril = spot(side * 0.75, (y + 2) * 1.5, 0.58, 0, 0.28);
    coverWith(mix, [mix[0] * 0.25, mix[1] * 0.18, mix[2] * 0.18], Math.min(1, 1.1 * nostril));
  };
}

function age({ skin }: Identity): Layer {
  return (mix, x, y) => {
    const side = Math.abs(x);
    const fold = within(segmentDistance(side, y, 1.75, -1.7, 3, -4.6) - 0.05, 0.5);
    const bag =
      within(Math.abs(Math.hypot(side - 3.1, (y - 2.7) * 1.1) - 1.35) - 0.06, 0.35) * ease((2.4 - y) / 0.6);
    const forehead =
      within(Math.abs(((y * 0.9) % 1) - 0.5) - 0.06, 0.2) * ease((y - 5.4) / 0.6) * ease((5 - side) / 2);
    const crow = within(Math.abs(((y * 1.6) % 1) - 0.5) - 0.05, 0.2) * spot(side, y, 5.4, 2.6, 0.7);
    multiply(mix, 1 - skin.age * (0.26 * fold + 0.24 * bag + 0.14 * forehead + 0.2 * crow));
  };
}

function freckles({ seed, skin }: Identity): Layer {
  const random = randomNumbers(seed + 31);
  const count = Math.round(90 * skin.freckles);
  const spots = Array.from({ length: count }, () => ({
    x: (random() - 0.5) * 11,
    y: -1 + (random() - 0.5) * 7,
    radius: 0.06 + 0.1 * random() ** 3,
  }));
  return (mix, x, y) => {
    if (Math.abs(x) > 6 || y > 3 || y < -5) return;
    for (const { x: atX, y: atY, radius } of spots) {
      if (Math.abs(x - atX) > 0.4 || Math.abs(y - atY) > 0.4) continue;
      multiply(mix, 1 - 0.35 * within(Math.hypot(x - atX, y - atY) - radius, 0.1));
    }
  };
}

function lips({ lipsRgb, seed }: Identity, ring: Outline): Layer {
  const grain = smoothNoise(seed + 41);
  return (mix, x, y) => {
    if (Math.abs(x) > 3.4 || y > -2.6 || y < -6.2) return;
    coverWith(mix, lipsRgb, 0.9 * within(polygonDistance(ring, x, y), 0.28));
    const seam = within(segmentDistance(x, y, -2.3, -4.25, 2.3, -4.25) - 0.04, 0.3);
    multiply(mix, (1 - 0.35 * seam) * (1 + 0.05 * grain(x * 6, y * 2)));
  };
}

/** Lashes and crease of the upper lid. */
function lids({ skin }: Identity, rings: readonly Outline[]): Layer {
  return (mix, x, y) => {
    if (y < 1.6 || y > 4.4 || Math.abs(x) > 5.4 || Math.abs(x) < 1.2) return;
    const gap = Math.min(...rings.map((ring) => polygonDistance(ring, x, y)));
    const above = ease((y - 2.35) / 0.5);
    coverWith(mix, [34, 24, 22], within(gap - 0.07, 0.14) * (0.25 + 0.7 * above));
    const crease = within(Math.abs(gap - 0.55) - 0.03, 0.2) * above;
    multiply(mix, 1 - (0.22 + 0.1 * skin.age) * crease);
  };
}

function browOutline(mesh: FaceMesh, identity: Identity, side: 'right' | 'left'): Outline {
  const top = outline(mesh, BROW_TOP[side]);
  const bottom = outline(mesh, BROW_BOTTOM[side]);
  const half = identity.brows.thickness / 2;
  const mixed = (share: number) => (ends: readonly [Outline[number], Outline[number]]) => {
    const [[ax, ay], [bx, by]] = ends;
    return [ax + (bx - ax) * share, ay + (by - ay) * share] as const;
  };
  const pairs = top.map((point, index) => [point, bottom[index] ?? point] as const);
  return [...pairs.map(mixed(0.5 - half)), ...pairs.toReversed().map(mixed(0.5 + half))];
}

function brows({ brows: { rgb, density }, seed }: Identity, outlines: readonly Outline[]): Layer {
  const strands = smoothNoise(seed + 51);
  return (mix, x, y) => {
    if (y < 3 || y > 6.4 || Math.abs(x) > 6.6) return;
    const gap = Math.min(...outlines.map((ring) => polygonDistance(ring, x, y)));
    const strand = 0.8 + 0.35 * strands((Math.abs(x) - y * 0.6) * 6, y * 2);
    coverWith(mix, rgb, Math.min(1, density * within(gap - 0.05, 0.3) * strand));
  };
}

/** Where the full beard's upper edge runs, cm, by distance from the middle. */
function beardLine(side: number): number {
  if (side > 5.6) return -2.6 + (side - 5.6) * 2.2;
  return -3.5 + ease((side - 3) / 2.6) * 0.9;
}

function beard({ beard: { style, rgb }, seed }: Identity, lipRing: Outline): Layer {
  const strands = smoothNoise(seed + 61);
  const chin = (side: number, y: number): number => within(Math.max(side - 2.4, y + 5.5), 0.9);
  const lipTop = (side: number, y: number): number =>
    within(Math.max(Math.abs(y + 2.95 + side * 0.22) - 0.45, side - 3), 0.5);
  const cheeks = (side: number, y: number): number => within(y - beardLine(side), 0.9);
  const cover = (side: number, y: number): number => {
    if (style === 'moustache') return lipTop(side, y);
    if (style === 'goatee')
      return Math.max(
        lipTop(side, y),
        chin(side, y),
        within(Math.abs(side - 2.75) - 0.35, 0.5) * within(y + 3, 0.4),
      );
    return Math.max(lipTop(side, y), cheeks(side, y));
  };
  return (mix, x, y) => {
    if (style === 'none' || y > 2) return;
    const side = Math.abs(x);
    const lipGap = side < 3.5 && y < -2.5 && y > -6.5 ? polygonDistance(lipRing, x, y) : 1;
    const density = style === 'stubble' ? 0.42 : 0.93;
    const strand = 0.85 + 0.3 * strands(x * 7, y * 2.2);
    coverWith(mix, rgb, Math.min(1, density * cover(side, y) * ease(lipGap / 0.3) * strand));
  };
}
