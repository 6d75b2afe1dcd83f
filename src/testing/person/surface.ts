/** Triangles with a picture on them, and how they are put together. */

/** RGB picture that a surface wears; bilinear sampling reads one texel beyond, so coordinates stop short of the edge. */
export interface Texture {
  readonly width: number;
  readonly height: number;
  /** 3 bytes per texel, row-major. */
  readonly rgb: Uint8ClampedArray;
}

export interface Surface {
  /** x, y, z per vertex, cm, y up. */
  readonly positions: Float32Array;
  /** Unit length, per vertex. */
  readonly normals: Float32Array;
  /** Column and row in the texture, per vertex. */
  readonly texels: Float32Array;
  /** Three indices each, counter-clockwise seen from outside. */
  readonly triangles: Uint16Array;
  readonly texture: Texture;
}

/** Area-weighted vertex normals. */
export function normalsOf(positions: Float32Array, triangles: Uint16Array): Float32Array {
  const normals = new Float32Array(positions.length);
  for (let t = 0; t < triangles.length; t += 3) {
    addNormal(
      normals,
      positions,
      (triangles[t] ?? 0) * 3,
      (triangles[t + 1] ?? 0) * 3,
      (triangles[t + 2] ?? 0) * 3,
    );
  }
  for (let i = 0; i < normals.length; i += 3) {
    const [x, y, z] = [normals[i] ?? 0, normals[i + 1] ?? 0, normals[i + 2] ?? 0];
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    normals[i] = x / length;
    normals[i + 1] = y / length;
    normals[i + 2] = z / length;
  }
  return normals;
}

/** Adds the cross product of two edges to all three corners; a, b, c are offsets of the x of each. */
function addNormal(normals: Float32Array, p: Float32Array, a: number, b: number, c: number): void {
  const [ax, ay, az] = [p[a] ?? 0, p[a + 1] ?? 0, p[a + 2] ?? 0];
  const [ux, uy, uz] = [(p[b] ?? 0) - ax, (p[b + 1] ?? 0) - ay, (p[b + 2] ?? 0) - az];
  const [vx, vy, vz] = [(p[c] ?? 0) - ax, (p[c + 1] ?? 0) - ay, (p[c + 2] ?? 0) - az];
  const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  for (const corner of [a, b, c]) {
    normals[corner] = (normals[corner] ?? 0) + nx;
    normals[corner + 1] = (normals[corner + 1] ?? 0) + ny;
    normals[corner + 2] = (normals[corner + 2] ?? 0) + nz;
  }
}

export type Vector = readonly [x: number, y: number, z: number];

/** Triangles between the points of a grid of `rows` × `columns`; counter-clockwise where columns run right and rows down. */
export function gridTriangles(rows: number, columns: number): Uint16Array {
  const triangles: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const [a, b] = [row * columns + column, row * columns + column + 1];
      const [c, d] = [a + columns, b + columns];
      triangles.push(a, c, b, b, c, d);
    }
  }
  return Uint16Array.from(triangles);
}

/** A surface from a grid of points, its texture stretched over the grid. */
export function gridSurface(
  rows: number,
  columns: number,
  texture: Texture,
  point: (row: number, column: number) => Vector,
): Surface {
  const positions: number[] = [];
  const texels: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      positions.push(...point(row, column));
      texels.push((column / (columns - 1)) * (texture.width - 2), (row / (rows - 1)) * (texture.height - 2));
    }
  }
  const triangles = gridTriangles(rows, columns);
  const flat = Float32Array.from(positions);
  return {
    positions: flat,
    normals: normalsOf(flat, triangles),
    texels: Float32Array.from(texels),
    triangles,
    texture,
  };
}

/** An ellipsoid, seen from outside. */
export function ellipsoid(centre: Vector, radii: Vector, texture: Texture, rows = 18): Surface {
  const columns = rows + (rows >> 1) + 1;
  return gridSurface(rows, columns, texture, (row, column) => {
    const down = (row / (rows - 1)) * Math.PI;
    const around = (column / (columns - 1)) * 2 * Math.PI;
    return [
      centre[0] - radii[0] * Math.sin(down) * Math.cos(around),
      centre[1] + radii[1] * Math.cos(down),
      centre[2] + radii[2] * Math.sin(down) * Math.sin(around),
    ];
  });
}

/** One surface from several that wear the same texture: fewer draws. */
export function merge(parts: readonly Surface[], texture: Texture): Surface {
  const triangles: number[] = [];
  let vertices = 0;
  for (const part of parts) {
    for (const index of part.triangles) triangles.push(index + vertices);
    vertices += part.positions.length / 3;
  }
  return {
    positions: concat(parts.map((part) => part.positions)),
    normals: concat(parts.map((part) => part.normals)),
    texels: concat(parts.map((part) => part.texels)),
    triangles: Uint16Array.from(triangles),
    texture,
  };
}

function concat(arrays: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}

/** The surface, stretched about the origin. Normals are kept: the factors are near 1. */
export function scaled(surface: Surface, factors: Vector): Surface {
  const positions = surface.positions.map((value, index) => value * (factors[index % 3] ?? 1));
  return { ...surface, positions };
}
