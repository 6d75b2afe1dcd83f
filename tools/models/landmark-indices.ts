/** Which of the 478 landmarks each refined output of the attention model holds, in its order
 * (mediapipe/modules/face_landmark/tensors_to_face_landmarks_with_attention.pbtxt). */

const LIPS = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178,
  87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404,
  320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292,
  183, 42, 41, 38, 12, 268, 271, 272, 407,
] as const;

const LEFT_EYE = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110, 24, 23, 22, 26,
  112, 243, 247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222,
  221, 189, 35, 124, 46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107,
  55, 193,
] as const;

const RIGHT_EYE = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255, 339, 254, 253,
  252, 256, 341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342,
  445, 444, 443, 442, 441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465,
  383, 300, 293, 334, 296, 336, 285, 417,
] as const;

const LEFT_IRIS = [468, 469, 470, 471, 472] as const;
const RIGHT_IRIS = [473, 474, 475, 476, 477] as const;

export const LANDMARKS = 478;
const MESH_LANDMARKS = 468;
/** The irises have no depth of their own: they get that of the upper lid over them. */
const LEFT_UPPER_LID = 159;
const RIGHT_UPPER_LID = 386;

/** Floats in the six outputs joined: the mesh's x, y, z, then x, y of each refined region. */
export const JOINED_FLOATS =
  3 * MESH_LANDMARKS +
  2 * (LIPS.length + LEFT_EYE.length + RIGHT_EYE.length + LEFT_IRIS.length + RIGHT_IRIS.length);

/** For each of the 478 × 3 coordinates, its place in the joined outputs. */
export function landmarkGatherIndices(): Int32Array<ArrayBuffer> {
  const indices = new Int32Array(3 * LANDMARKS);
  for (let landmark = 0; landmark < LANDMARKS; landmark++) {
    const depthOf =
      landmark < MESH_LANDMARKS ? landmark : landmark < RIGHT_IRIS[0] ? LEFT_UPPER_LID : RIGHT_UPPER_LID;
    indices.set([3 * depthOf, 3 * depthOf + 1, 3 * depthOf + 2], 3 * landmark);
  }
  let source = 3 * MESH_LANDMARKS;
  for (const landmark of [...LIPS, ...LEFT_EYE, ...RIGHT_EYE, ...LEFT_IRIS, ...RIGHT_IRIS]) {
    indices.set([source, source + 1], 3 * landmark);
    source += 2;
  }
  return indices;
}
