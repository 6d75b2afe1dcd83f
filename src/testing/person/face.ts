import { type Expression, expressFace } from './expression.js';
import { eyeTexel, mouthTexel, paintEye, paintMouth } from './eyes-and-mouth.js';
import type { Identity } from './identity.js';
import { eyeRing, INNER_LIPS } from './landmarks.js';
import type { FaceMesh } from './mesh.js';
import { shapeFace } from './shape.js';
import { paintSkin, skinTexel } from './skin.js';
import { normalsOf, type Surface, type Texture } from './surface.js';

type TexelAt = (x: number, y: number) => readonly [column: number, row: number];

interface Part {
  readonly triangles: Uint16Array;
  readonly texture: Texture;
  /** Where a vertex of the average face is in the texture. */
  readonly texelAt: TexelAt;
  /** Skin stretches with the face; what is behind an opening stays while the opening moves. */
  readonly stretches: boolean;
}

/** One person's face, ready for any expression. */
export interface Face {
  readonly skin: Texture;
  /** Vertices at rest, cm. */
  readonly rest: Float32Array;
  surfaces(expression: Expression): readonly Surface[];
}

export function createFace(identity: Identity, mesh: FaceMesh): Face {
  const rest = shapeFace(mesh.vertices, identity.shape, identity.seed);
  const skin = paintSkin(identity, mesh);
  const parts = partsOf(identity, mesh, skin);
  const texelsAtRest = new Map(parts.map((part) => [part, texelsOf(mesh.vertices, part.texelAt)]));
  return {
    skin,
    rest,
    surfaces(expression) {
      const positions = expressFace(rest, mesh.vertices, expression);
      const average = expressFace(mesh.vertices, mesh.vertices, expression);
      const normals = normalsOf(positions, mesh.triangles);
      return parts.map((part) => ({
        positions,
        normals,
        triangles: part.triangles,
        texture: part.texture,
        texels: (part.stretches ? texelsAtRest.get(part) : undefined) ?? texelsOf(average, part.texelAt),
      }));
    },
  };
}

function texelsOf(vertices: Float32Array, texelAt: TexelAt): Float32Array {
  const texels = new Float32Array((vertices.length / 3) * 2);
  for (let vertex = 0; vertex * 3 < vertices.length; vertex++) {
    texels.set(texelAt(vertices[vertex * 3] ?? 0, vertices[vertex * 3 + 1] ?? 0), vertex * 2);
  }
  return texels;
}

function partsOf(identity: Identity, mesh: FaceMesh, skin: Texture): readonly Part[] {
  const eyes = [new Set(eyeRing('right')), new Set(eyeRing('left'))];
  const mouth = new Set<number>(INNER_LIPS);
  const isEye = (corners: readonly number[]): boolean =>
    eyes.some((ring) => corners.every((i) => ring.has(i)));
  const isMouth = (corners: readonly number[]): boolean => corners.every((i) => mouth.has(i));
  const pick = (wanted: (corners: readonly number[]) => boolean): Uint16Array => {
    const picked: number[] = [];
    for (let t = 0; t < mesh.triangles.length; t += 3) {
      const corners = [...mesh.triangles.subarray(t, t + 3)];
      if (wanted(corners)) picked.push(...corners);
    }
    return Uint16Array.from(picked);
  };
  return [
    { triangles: pick((c) => !isEye(c) && !isMouth(c)), texture: skin, texelAt: skinTexel, stretches: true },
    { triangles: pick(isEye), texture: paintEye(identity), texelAt: eyeTexel, stretches: false },
    { triangles: pick(isMouth), texture: paintMouth(), texelAt: mouthTexel, stretches: false },
  ];
}
