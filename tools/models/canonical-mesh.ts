import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const PROTO = fileURLToPath(new URL('./face_geometry.proto', import.meta.url));
/** x, y, z, u, v. */
const FLOATS_PER_VERTEX = 5;
const VERTICES = 468;

/** The average face that MediaPipe fits heads to, in centimetres: x to the picture's right, y up, z towards the camera. */
export interface CanonicalMesh {
  /** x, y, z of the 468 vertices, flat; vertex `i` is landmark `i`. */
  readonly vertices: readonly number[];
  /** Three vertex indices per triangle, flat. */
  readonly triangles: readonly number[];
}

interface GeometryPipelineMetadata {
  readonly canonicalMesh: {
    readonly vertexBuffer: readonly number[];
    readonly indexBuffer: readonly number[];
  };
}

/** Reads MediaPipe's geometry metadata; the texture coordinates are dropped.
 * @throws Error when it does not hold 468 vertices. */
export function readCanonicalMesh(geometryMetadata: Uint8Array): CanonicalMesh {
  const type = protobuf.loadSync(PROTO).lookupType('mediapipe.face_geometry.GeometryPipelineMetadata');
  // protobufjs decodes to an untyped message whose shape is the .proto file beside this one.
  const metadata = type.decode(geometryMetadata) as unknown as GeometryPipelineMetadata;
  const { vertexBuffer, indexBuffer } = metadata.canonicalMesh;
  if (vertexBuffer.length !== VERTICES * FLOATS_PER_VERTEX) {
    throw new Error(
      `canonical mesh: expected ${VERTICES} vertices, found ${vertexBuffer.length / FLOATS_PER_VERTEX}`,
    );
  }
  const vertices = vertexBuffer.filter((_, index) => index % FLOATS_PER_VERTEX < 3).map(shortestFloat32);
  return { vertices, triangles: [...indexBuffer] };
}

/** The file that `candor/testing` reads. */
export function buildCanonicalMesh(geometryMetadata: Uint8Array): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(readCanonicalMesh(geometryMetadata))}\n`);
}

/** 0.4573899984359741 → 0.45739: the fewest digits that give the same float32. */
function shortestFloat32(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return value;
}
