import { BEARD_STYLES, GLASSES_STYLES, HAIR_STYLES, type Identity, type Rgb } from './identity.js';
import { randomNumbers } from './random.js';
import { SHAPE_TRAITS } from './shape.js';

/** From very light to very dark, sRGB. */
const SKINS: readonly Rgb[] = [
  [240, 206, 186],
  [226, 184, 160],
  [205, 158, 128],
  [180, 132, 100],
  [150, 104, 76],
  [116, 78, 56],
  [84, 56, 42],
];
const HAIRS: readonly Rgb[] = [
  [22, 18, 17],
  [52, 34, 24],
  [104, 68, 40],
  [168, 120, 66],
  [214, 178, 118],
  [150, 66, 28],
  [148, 146, 144],
  [222, 220, 216],
];
const CLOTHS: readonly Rgb[] = [
  [60, 84, 120],
  [150, 132, 96],
  [120, 40, 52],
  [40, 44, 50],
  [70, 110, 84],
  [196, 190, 180],
];
const IRISES: readonly Rgb[] = [
  [50, 34, 24],
  [84, 58, 34],
  [70, 106, 74],
  [84, 120, 160],
  [110, 124, 132],
];

/** A person made up from a number: any number, always the same person. Not measured to differ from the others.
 * @example
 * const crowd = Array.from({ length: 100 }, (_, seed) => variantIdentity(seed)); */
export function variantIdentity(seed: number): Identity {
  const random = randomNumbers(seed);
  const pick = <T>(choices: readonly T[], fallback: T): T =>
    choices[Math.floor(random() * choices.length)] ?? fallback;
  const shape = Object.fromEntries(SHAPE_TRAITS.map((trait) => [trait, 1.8 * random() - 0.9]));
  const skin = pick(SKINS, [205, 158, 128]);
  const hair = pick(HAIRS, [52, 34, 24]);
  const bearded = random() < 0.45;
  const lipTone = 0.75 + 0.3 * random();
  return {
    name: `variant-${seed}`,
    shape,
    seed: Math.floor(random() * 1e6),
    skin: { rgb: skin, freckles: Math.max(0, random() * 2 - 1), age: random(), blush: random() },
    hair: { style: pick(HAIR_STYLES, 'short'), rgb: hair },
    beard: { style: bearded ? pick(BEARD_STYLES, 'none') : 'none', rgb: shaded(hair, 0.8) },
    brows: { rgb: shaded(hair, 0.7), thickness: 0.5 + 1.3 * random(), density: 0.45 + 0.55 * random() },
    irisRgb: pick(IRISES, [50, 34, 24]),
    lipsRgb: [skin[0] * lipTone, skin[1] * 0.62 * lipTone, skin[2] * 0.66 * lipTone],
    glasses: {
      style: random() < 0.35 ? pick(GLASSES_STYLES, 'none') : 'none',
      rgb: pick(CLOTHS, [40, 44, 50]),
    },
    clothesRgb: pick(CLOTHS, [60, 84, 120]),
  };
}

function shaded(colour: Rgb, factor: number): Rgb {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
}
