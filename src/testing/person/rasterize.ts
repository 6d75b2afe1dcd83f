import type { Surface, Texture } from './surface.js';

/** Where surfaces are drawn: RGB and, per pixel, how near (1 / distance in cm; 0 = nothing there). */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8ClampedArray;
  readonly nearness: Float32Array;
}

/** From a surface's own space to the picture. */
export interface Placement {
  /** Row-major 3 × 3, own space → camera space. */
  readonly rotation: readonly number[];
  /** In own space, cm: the point that stays where it is when the surface turns. */
  readonly pivot: readonly [number, number, number];
  /** Camera to pivot, cm. */
  readonly distanceCm: number;
  readonly focalPx: number;
  /** Where the pivot is in the picture. */
  readonly centrePx: readonly [x: number, y: number];
}

export interface Light {
  /** Unit vector from the face to the light, camera space. */
  readonly direction: readonly [number, number, number];
  /** Share of the light that comes from everywhere, 0…1. */
  readonly ambient: number;
}

/** Reused between draws, so that a frame allocates nothing per vertex. */
export interface Projected {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly nearness: Float32Array;
  readonly shade: Float32Array;
}

export function projectedVertices(capacity: number): Projected {
  const column = (): Float32Array => new Float32Array(capacity);
  return { x: column(), y: column(), nearness: column(), shade: column() };
}

/** Draws what of the surface faces the camera and is nearer than what is there. */
export function drawSurface(
  canvas: Canvas,
  surface: Surface,
  placement: Placement,
  light: Light,
  scratch: Projected,
): void {
  projectVertices(surface, placement, light, scratch);
  const { triangles } = surface;
  const planes = new Float64Array(QUANTITIES * 3);
  for (let t = 0; t < triangles.length; t += 3) {
    fillTriangle(
      canvas,
      surface,
      scratch,
      planes,
      triangles[t] ?? 0,
      triangles[t + 1] ?? 0,
      triangles[t + 2] ?? 0,
    );
  }
}

/** Writes where each vertex is in the picture, how near and how lit. */
export function projectVertices(
  surface: Pick<Surface, 'positions' | 'normals'>,
  placement: Placement,
  light: Light,
  out: Projected,
): void {
  const { positions, normals } = surface;
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, k = 1] = placement.rotation;
  const [px, py, pz] = placement.pivot;
  const [lx, ly, lz] = light.direction;
  for (let i = 0, vertex = 0; i < positions.length; i += 3, vertex++) {
    const x = (positions[i] ?? 0) - px;
    const y = (positions[i + 1] ?? 0) - py;
    const z = (positions[i + 2] ?? 0) - pz;
    const nearness = 1 / Math.max(1, placement.distanceCm - (g * x + h * y + k * z));
    out.x[vertex] = placement.centrePx[0] + (a * x + b * y + c * z) * placement.focalPx * nearness;
    out.y[vertex] = placement.centrePx[1] - (d * x + e * y + f * z) * placement.focalPx * nearness;
    out.nearness[vertex] = nearness;
    const nx = normals[i] ?? 0;
    const ny = normals[i + 1] ?? 0;
    const nz = normals[i + 2] ?? 0;
    const towards =
      lx * (a * nx + b * ny + c * nz) + ly * (d * nx + e * ny + f * nz) + lz * (g * nx + h * ny + k * nz);
    out.shade[vertex] = shade(light, towards);
  }
}

/** How lit a surface is; light wraps a little round the edge, as it does on skin.
 * @param towards - cosine of the angle between the surface's normal and the light. */
export function shade({ ambient }: Light, towards: number): number {
  return ambient + (1 - ambient) * 1.25 * Math.max(0, (towards + 0.15) / 1.15);
}

/** Rows of a triangle that are filled at a time share these, so that nothing is allocated per row. Each quantity is a
 * plane over the picture: its value at pixel (0, 0) and its steps to the right and down. */
const QUANTITIES = 4;
const NEARNESS = 0;
const SHADE = 3;
const COLUMN = 6;
const ROW = 9;
type Planes = Float64Array;

function fillTriangle(
  canvas: Canvas,
  surface: Surface,
  p: Projected,
  planes: Planes,
  i: number,
  j: number,
  k: number,
): void {
  const ax = p.x[i] ?? 0;
  const ay = p.y[i] ?? 0;
  const bx = p.x[j] ?? 0;
  const by = p.y[j] ?? 0;
  const cx = p.x[k] ?? 0;
  const cy = p.y[k] ?? 0;
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  // Counter-clockwise becomes clockwise where y points down; the rest faces away.
  if (area > -1e-6) return;
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
  const bottom = Math.min(canvas.height, Math.ceil(Math.max(ay, by, cy) - 0.5));
  if (top >= bottom) return;
  setPlanes(planes, surface, p, area, i, j, k);
  for (let y = top; y < bottom; y++) {
    const middle = y + 0.5;
    const onAB = ay <= middle !== by <= middle ? ax + ((middle - ay) * (bx - ax)) / (by - ay) : Number.NaN;
    const onBC = by <= middle !== cy <= middle ? bx + ((middle - by) * (cx - bx)) / (cy - by) : Number.NaN;
    const onCA = cy <= middle !== ay <= middle ? cx + ((middle - cy) * (ax - cx)) / (ay - cy) : Number.NaN;
    // A row crosses exactly two of the edges; the third is NaN.
    const one = Number.isNaN(onAB) ? onBC : onAB;
    const other = Number.isNaN(onCA) ? onBC : onCA;
    const from = Math.max(0, Math.ceil(Math.min(one, other) - 0.5));
    const to = Math.min(canvas.width, Math.ceil(Math.max(one, other) - 0.5));
    if (from < to) fillSpan(canvas, surface.texture, planes, y, from, to);
  }
}

function setPlanes(
  planes: Planes,
  surface: Surface,
  p: Projected,
  area: number,
  i: number,
  j: number,
  k: number,
): void {
  const { texels } = surface;
  setPlane(planes, NEARNESS, p, area, i, j, k, p.nearness[i] ?? 0, p.nearness[j] ?? 0, p.nearness[k] ?? 0);
  setPlane(planes, SHADE, p, area, i, j, k, p.shade[i] ?? 0, p.shade[j] ?? 0, p.shade[k] ?? 0);
  setPlane(planes, COLUMN, p, area, i, j, k, texels[i * 2] ?? 0, texels[j * 2] ?? 0, texels[k * 2] ?? 0);
  setPlane(
    planes,
    ROW,
    p,
    area,
    i,
    j,
    k,
    texels[i * 2 + 1] ?? 0,
    texels[j * 2 + 1] ?? 0,
    texels[k * 2 + 1] ?? 0,
  );
}

function setPlane(
  planes: Planes,
  at: number,
  p: Projected,
  area: number,
  i: number,
  j: number,
  k: number,
  atI: number,
  atJ: number,
  atK: number,
): void {
  const ax = p.x[i] ?? 0;
  const ay = p.y[i] ?? 0;
  const [ux, uy] = [(p.x[j] ?? 0) - ax, (p.y[j] ?? 0) - ay];
  const [vx, vy] = [(p.x[k] ?? 0) - ax, (p.y[k] ?? 0) - ay];
  const perX = ((atJ - atI) * vy - (atK - atI) * uy) / area;
  const perY = ((atK - atI) * ux - (atJ - atI) * vx) / area;
  planes[at] = atI - perX * ax - perY * ay;
  planes[at + 1] = perX;
  planes[at + 2] = perY;
}

function fillSpan(
  canvas: Canvas,
  texture: Texture,
  planes: Planes,
  y: number,
  from: number,
  to: number,
): void {
  const start = from + 0.5;
  const middle = y + 0.5;
  const nearStep = planes[NEARNESS + 1] ?? 0;
  const litStep = planes[SHADE + 1] ?? 0;
  const uStep = planes[COLUMN + 1] ?? 0;
  const vStep = planes[ROW + 1] ?? 0;
  let near = (planes[NEARNESS] ?? 0) + nearStep * start + (planes[NEARNESS + 2] ?? 0) * middle;
  let lit = (planes[SHADE] ?? 0) + litStep * start + (planes[SHADE + 2] ?? 0) * middle;
  let u = (planes[COLUMN] ?? 0) + uStep * start + (planes[COLUMN + 2] ?? 0) * middle;
  let v = (planes[ROW] ?? 0) + vStep * start + (planes[ROW + 2] ?? 0) * middle;
  const { nearness, rgb } = canvas;
  const first = y * canvas.width;
  for (let at = first + from; at < first + to; at++) {
    if (near > (nearness[at] ?? 0)) {
      nearness[at] = near;
      sample(texture, u, v, lit, rgb, at * 3);
    }
    near += nearStep;
    lit += litStep;
    u += uStep;
    v += vStep;
  }
}

/** Bilinear. */
function sample(
  texture: Texture,
  u: number,
  v: number,
  lit: number,
  out: Uint8ClampedArray,
  at: number,
): void {
  const { rgb, width } = texture;
  const column = Math.min(Math.max(u, 0), width - 2);
  const row = Math.min(Math.max(v, 0), texture.height - 2);
  const [left, top] = [column | 0, row | 0];
  const [fx, fy] = [column - left, row - top];
  const w00 = (1 - fx) * (1 - fy) * lit;
  const w10 = fx * (1 - fy) * lit;
  const w01 = (1 - fx) * fy * lit;
  const w11 = fx * fy * lit;
  const a = (top * width + left) * 3;
  const b = a + width * 3;
  out[at] = (rgb[a] ?? 0) * w00 + (rgb[a + 3] ?? 0) * w10 + (rgb[b] ?? 0) * w01 + (rgb[b + 3] ?? 0) * w11;
  out[at + 1] =
    (rgb[a + 1] ?? 0) * w00 + (rgb[a + 4] ?? 0) * w10 + (rgb[b + 1] ?? 0) * w01 + (rgb[b + 4] ?? 0) * w11;
  out[at + 2] =
    (rgb[a + 2] ?? 0) * w00 + (rgb[a + 5] ?? 0) * w10 + (rgb[b + 2] ?? 0) * w01 + (rgb[b + 5] ?? 0) * w11;
}
