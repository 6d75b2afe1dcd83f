import { existsSync, readFileSync } from 'node:fs';

/** The average face (MediaPipe's canonical face model), centimetres: x to the picture's right, y up, z towards the
 * camera. Vertex `i` is landmark `i`. */
export interface FaceMesh {
  /** x, y, z of 468 vertices, flat. */
  readonly vertices: Float32Array;
  /** Three indices per triangle, flat, counter-clockwise seen from the camera. Eyes and mouth are closed by triangles. */
  readonly triangles: Uint16Array;
  /** The rim, in order. */
  readonly outline: readonly number[];
}

const FILE = 'canonical_mesh.json';
const VERTICES = 468;

/** Reads the mesh that `npm run models` builds: beside the built module, or in the repository.
 * @throws Error when neither place has it, or when it is no mesh of 468 vertices. */
export function loadFaceMesh(): FaceMesh {
  const places = [
    new URL(`./${FILE}`, import.meta.url),
    new URL(`../../../public/models/${FILE}`, import.meta.url),
  ];
  const place = places.find((url) => existsSync(url));
  if (place === undefined) throw new Error(`${FILE} is missing: run "npm run models"`);
  const { vertices, triangles } = parseMesh(JSON.parse(readFileSync(place, 'utf8')));
  return {
    vertices: Float32Array.from(vertices),
    triangles: Uint16Array.from(triangles),
    outline: outlineOf(triangles),
  };
}

function parseMesh(json: unknown): { vertices: readonly number[]; triangles: readonly number[] } {
  if (typeof json !== 'object' || json === null || !('vertices' in json) || !('triangles' in json)) {
    throw new Error(`${FILE}: not a mesh`);
  }
  const { vertices, triangles } = json;
  if (!isNumbers(vertices) || !isNumbers(triangles) || vertices.length !== VERTICES * 3) {
    throw new Error(`${FILE}: expected ${VERTICES} vertices`);
  }
  return { vertices, triangles };
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isFinite(item));
}

/** The edges that only one triangle has, as one closed walk. */
function outlineOf(triangles: readonly number[]): readonly number[] {
  const next = new Map<string, readonly [from: number, to: number]>();
  triangles.forEach((from, index) => {
    const to = triangles[index % 3 === 2 ? index - 2 : index + 1] ?? from;
    next.set(`${from}-${to}`, [from, to]);
  });
  const rim = new Map<number, number>();
  for (const [from, to] of next.values()) if (!next.has(`${to}-${from}`)) rim.set(from, to);
  const [start] = rim.keys();
  const walk: number[] = [];
  for (let at = start; at !== undefined && walk.length < rim.size; at = rim.get(at)) walk.push(at);
  return walk;
}
