import { ease, smoothNoise } from './random.js';

type Displacement = (x: number, y: number, z: number) => readonly [dx: number, dy: number, dz: number];

/** Bell around a point of the face's front, 1 at the point; `radius` in cm. */
function bell(x: number, y: number, atX: number, atY: number, radius: number): number {
  return Math.exp(-((x - atX) ** 2 + (y - atY) ** 2) / radius ** 2);
}

const eyeBell = (x: number, y: number): number => bell(Math.abs(x), y, 3.2, 2.6, 2.1);
const noseBell = (x: number, y: number): number => bell(x, y * 0.6, 0, -0.6, 1.9);
const mouthBell = (x: number, y: number): number => bell(x * 0.7, y, 0, -4.3, 1.7);

/** What each trait does to a point of the average face at +1, in cm; −1 does the opposite. */
export type ShapeTrait =
  | 'faceWidth'
  | 'faceDepth'
  | 'faceLength'
  | 'jawWidth'
  | 'chinLength'
  | 'chinForward'
  | 'foreheadHeight'
  | 'foreheadSlope'
  | 'cheekbones'
  | 'cheekFullness'
  | 'browRidge'
  | 'browHeight'
  | 'eyeSpacing'
  | 'eyeSize'
  | 'eyeTilt'
  | 'eyeDepth'
  | 'noseLength'
  | 'noseWidth'
  | 'noseForward'
  | 'noseBridge'
  | 'noseTip'
  | 'noseSize'
  | 'mouthWidth'
  | 'mouthHeight'
  | 'lipFullness'
  | 'mouthCorners';

const TRAITS: Readonly<Record<ShapeTrait, Displacement>> = {
  faceWidth: (x) => [0.13 * x, 0, 0],
  faceDepth: (_x, _y, z) => [0, 0, 0.16 * z],
  faceLength: (_x, y) => [0, 0.09 * y, 0],
  jawWidth: (x, y) => [0.24 * x * ease((-y - 0.5) / 7), 0, 0],
  chinLength: (_x, y) => [0, -1.5 * ease((-y - 5) / 4.5), 0],
  chinForward: (x, y) => [0, 0, 1.6 * bell(x, y, 0, -8.6, 3)],
  foreheadHeight: (_x, y) => [0, 1.6 * ease((y - 4.6) / 4), 0],
  foreheadSlope: (_x, y) => [0, 0, -1.4 * ease((y - 4) / 5)],
  cheekbones: (x, y) => [
    0.7 * Math.sign(x) * bell(Math.abs(x), y, 5.6, 0.2, 2.4),
    0,
    0.9 * bell(Math.abs(x), y, 4.6, 0, 2),
  ],
  cheekFullness: (x, y) => [
    0.8 * Math.sign(x) * bell(Math.abs(x), y, 5.6, -4, 3),
    0,
    0.9 * bell(Math.abs(x), y, 4.4, -3.4, 2.2),
  ],
  browRidge: (x, y) => [0, 0, 1.0 * bell(Math.abs(x) * 0.5, y, 1.2, 4.4, 1.3)],
  browHeight: (x, y) => [0, 0.6 * bell(Math.abs(x) * 0.7, y, 2.3, 4.7, 1.3), 0],
  eyeSpacing: (x, y) => [0.5 * Math.sign(x) * eyeBell(x, y), 0, 0],
  eyeSize: (x, y) => [0.24 * (x - 3.2 * Math.sign(x)) * eyeBell(x, y), 0.36 * (y - 2.6) * eyeBell(x, y), 0],
  eyeTilt: (x, y) => [0, 0.26 * (Math.abs(x) - 3.2) * eyeBell(x, y), 0],
  eyeDepth: (x, y) => [0, 0, -0.7 * eyeBell(x, y)],
  noseLength: (x, y) => [0, -0.9 * bell(x, y, 0, -1.8, 2.1), 0],
  noseWidth: (x, y) => [0.5 * x * bell(x * 0.8, y, 0, -1.4, 1.9), 0, 0],
  noseForward: (x, y) => [0, 0, 1.5 * bell(x, y, 0, -1, 1.7)],
  noseBridge: (x, y) => [0, 0, 0.9 * bell(x * 1.4, y * 0.7, 0, 1.5, 1.7)],
  noseTip: (x, y) => [0, 0.8 * bell(x, y, 0, -0.8, 1.1), 0],
  noseSize: (x, y) => [0.22 * x * noseBell(x, y), 0, 0.5 * noseBell(x, y)],
  mouthWidth: (x, y) => [0.34 * x * mouthBell(x, y), 0, 0],
  mouthHeight: (x, y) => [0, 0.7 * mouthBell(x, y), 0],
  lipFullness: (x, y) => [0, 0.55 * (y + 4.3) * mouthBell(x, y), 0.4 * mouthBell(x, y)],
  mouthCorners: (x, y) => [0, 0.5 * bell(Math.abs(x), y, 2.6, -4.3, 1.1), 0],
};

// Object.keys loses the key type; TRAITS is closed and constant.
export const SHAPE_TRAITS = Object.keys(TRAITS) as readonly ShapeTrait[];

/** How far a face is from the average, per trait; −1…1 looks natural, ±1.5 is still found by detectors. */
export type FaceShape = Readonly<Partial<Record<ShapeTrait, number>>>;

/** Size of the head behind the face, as factors of the average. */
export function headScale(shape: FaceShape): readonly [x: number, y: number, z: number] {
  const { faceWidth = 0, faceLength = 0, foreheadHeight = 0, faceDepth = 0 } = shape;
  return [1 + 0.12 * faceWidth, 1 + 0.07 * faceLength + 0.06 * foreheadHeight, 1 + 0.08 * faceDepth];
}

/** Bends the average face into a person's own, slightly asymmetric.
 * @param vertices - x, y, z in cm, flat; left as it is.
 * @param asymmetrySeed - which irregularities, about 2 mm, the two halves have. */
export function shapeFace(vertices: Float32Array, shape: FaceShape, asymmetrySeed: number): Float32Array {
  const shaped = Float32Array.from(vertices);
  const noises = [1, 2, 3].map((axis) => smoothNoise(asymmetrySeed + axis));
  for (let i = 0; i < vertices.length; i += 3) {
    const [x, y, z] = [vertices[i] ?? 0, vertices[i + 1] ?? 0, vertices[i + 2] ?? 0];
    for (const trait of SHAPE_TRAITS) {
      const amount = shape[trait] ?? 0;
      if (amount === 0) continue;
      TRAITS[trait](x, y, z).forEach((offset, axis) => {
        shaped[i + axis] = (shaped[i + axis] ?? 0) + amount * offset;
      });
    }
    noises.forEach((noise, axis) => {
      shaped[i + axis] = (shaped[i + axis] ?? 0) + 0.22 * noise(x / 3.5 + 50, y / 3.5 + 50);
    });
  }
  return shaped;
}
