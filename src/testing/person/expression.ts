import { EYE_CORNERS, INNER_LIPS, LID_SKIN, LOWER_LID, LOWER_LIP_SLICE, UPPER_LID } from './landmarks.js';

/** What a face does at one moment. */
export interface Expression {
  /** 0 = open, 1 = closed. */
  readonly blink: number;
  /** 0 = closed, 1 = wide open (the lips 2 cm apart). */
  readonly mouthOpen: number;
}

const MOUTH_Y_CM = -4.27;
const OPENING_CM = 2;

/** Moves lids, lips and jaw of a face whose vertices are ordered as the average face's.
 * @param rest - x, y, z in cm, flat, mouth as in the mesh; left as it is.
 * @param average - the average face at rest: which vertices belong to the jaw is read from it. */
export function expressFace(rest: Float32Array, average: Float32Array, expression: Expression): Float32Array {
  const posed = Float32Array.from(rest);
  dropJaw(posed, average, expression.mouthOpen);
  closeLips(posed, rest, expression.mouthOpen);
  for (const side of ['right', 'left'] as const) closeLid(posed, rest, side, expression.blink);
  return posed;
}

function closeLid(posed: Float32Array, rest: Float32Array, side: 'right' | 'left', blink: number): void {
  UPPER_LID[side].forEach((upper, index) => {
    const lower = LOWER_LID[side][index] ?? upper;
    const skin = LID_SKIN[side][index] ?? upper;
    const gap = [0, 1, 2].map((axis) => (rest[upper * 3 + axis] ?? 0) - (rest[lower * 3 + axis] ?? 0));
    gap.forEach((length, axis) => {
      move(posed, upper, axis, -0.88 * blink * length);
      move(posed, lower, axis, 0.12 * blink * length);
      move(posed, skin, axis, -0.4 * blink * length);
    });
    // The lid slides over the eyeball, not through it.
    move(posed, upper, 2, 0.12 * blink);
  });
}

/** Brings the inner lips together; the mesh's own mouth is a little open. */
function closeLips(posed: Float32Array, rest: Float32Array, mouthOpen: number): void {
  const [from, to] = LOWER_LIP_SLICE;
  const closed = 1 - Math.min(1, mouthOpen * 4);
  for (let index = from; index < to; index++) {
    const lower = INNER_LIPS[index] ?? 0;
    const upper = INNER_LIPS[INNER_LIPS.length - index] ?? 0;
    for (const axis of [1, 2]) {
      const gap = (rest[upper * 3 + axis] ?? 0) - (rest[lower * 3 + axis] ?? 0);
      move(posed, lower, axis, 0.5 * closed * gap);
      move(posed, upper, axis, -0.5 * closed * gap);
    }
  }
}

function dropJaw(posed: Float32Array, average: Float32Array, mouthOpen: number): void {
  const corners = new Set<number>([61, 291, 78, 308, ...EYE_CORNERS.left, ...EYE_CORNERS.right]);
  for (let vertex = 0; vertex * 3 < average.length; vertex++) {
    const [x, y] = [average[vertex * 3] ?? 0, average[vertex * 3 + 1] ?? 0];
    if (y > MOUTH_Y_CM || corners.has(vertex)) continue;
    const share = Math.exp(-((x / 4.6) ** 2));
    move(posed, vertex, 1, -OPENING_CM * mouthOpen * share);
    move(posed, vertex, 2, -0.35 * OPENING_CM * mouthOpen * share);
  }
}

function move(vertices: Float32Array, vertex: number, axis: number, by: number): void {
  vertices[vertex * 3 + axis] = (vertices[vertex * 3 + axis] ?? 0) + by;
}
