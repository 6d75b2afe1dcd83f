/** What face_mesh_solution_packed_assets.data holds, by the offsets that its own loader script lists
 * (face_mesh_solution_packed_assets_loader.js of @mediapipe/face_mesh 0.4.1657299874). */
const OFFSETS = {
  attentionLandmarkModel: [0, 2_495_952],
  plainLandmarkModel: [2_495_952, 3_737_848],
  geometryMetadata: [3_737_848, 3_757_224],
  shortRangeDetector: [3_757_224, 3_986_256],
} as const;

/** One of the packed files. */
export function packedAsset(packed: Uint8Array, name: keyof typeof OFFSETS): Uint8Array {
  return packed.slice(...OFFSETS[name]);
}
