import type { Identity } from './identity.js';
import type { FaceMesh } from './mesh.js';
import { grainTexture } from './paint.js';
import { skinTexel } from './skin.js';
import {
  ellipsoid,
  gridTriangles,
  merge,
  normalsOf,
  type Surface,
  type Texture,
  type Vector,
} from './surface.js';

/** What of a person is neither face nor hair. Head space, cm. */
export interface Body {
  /** Skull and ears: turn with the head. */
  readonly head: Surface;
  readonly neck: Surface;
  readonly torso: Surface;
}

export function bodyOf(identity: Identity, scale: Vector): Body {
  const skin = grainTexture(identity.skin.rgb, 0.04, identity.seed + 101, [0.4, 0.4]);
  const cloth = grainTexture(identity.clothesRgb, 0.1, identity.seed + 102, [0.5, 0.5]);
  const [sx, sy, sz] = scale;
  const skull = ellipsoid([0, 3.4 * sy, -5.4], [7.6 * sx, 8.5 * sy, 7.8 * sz], skin);
  const ears = [-1, 1].map((side) => ellipsoid([side * 7.9 * sx, 0.9, -3.4], [0.75, 2.7, 1.6], skin, 9));
  return {
    head: merge([skull, ...ears], skin),
    neck: ellipsoid([0, -13, -4.6], [5.3 * sx, 10, 5], skin),
    torso: ellipsoid([0, -25.5, -6.5], [21, 11, 8.5], cloth),
  };
}

/** Cheeks and jaw from the face's rim to the back: each point of the rim is drawn backwards and inwards. */
export function faceSides(mesh: FaceMesh, shaped: Float32Array, skin: Texture): Surface {
  const rim = [...mesh.outline, mesh.outline[0] ?? 0];
  const steps = [0, 0.3, 0.65, 1];
  const positions: number[] = [];
  const texels: number[] = [];
  for (const back of steps) {
    for (const vertex of rim) {
      positions.push(...backwards(vectorAt(shaped, vertex), back));
      const [x, y] = vectorAt(mesh.vertices, vertex);
      texels.push(...skinTexel(x * 0.97, y * 0.98));
    }
  }
  const flat = Float32Array.from(positions);
  const triangles = gridTriangles(steps.length, rim.length);
  return {
    positions: flat,
    normals: normalsOf(flat, triangles),
    texels: Float32Array.from(texels),
    triangles,
    texture: skin,
  };
}

function backwards([x, y, z]: Vector, back: number): Vector {
  const bulge = 0.5 * Math.sin(back * Math.PI);
  const [toX, toY, toZ] = [x * 0.72, y > 0 ? y * 0.95 : y * 0.5, -9];
  return [
    x + (toX - x) * back + Math.sign(x) * bulge * Math.min(1, Math.abs(x) / 4),
    y + (toY - y) * back,
    z + (toZ - z) * back,
  ];
}

function vectorAt(vertices: Float32Array, vertex: number): Vector {
  return [vertices[vertex * 3] ?? 0, vertices[vertex * 3 + 1] ?? 0, vertices[vertex * 3 + 2] ?? 0];
}
