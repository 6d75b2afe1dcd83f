import type { Identity } from './identity.js';

const ada: Identity = {
  name: 'ada',
  shape: {
    faceWidth: -0.8,
    jawWidth: -1,
    chinLength: 0.6,
    noseLength: -0.5,
    noseWidth: -0.6,
    eyeSize: 0.9,
    lipFullness: 0.9,
    cheekbones: 0.7,
  },
  seed: 101,
  skin: { rgb: [226, 184, 160], freckles: 0.7, age: 0.05, blush: 0.8 },
  hair: { style: 'long', rgb: [142, 70, 32] },
  beard: { style: 'none', rgb: [0, 0, 0] },
  brows: { rgb: [120, 64, 36], thickness: 0.7, density: 0.75 },
  irisRgb: [70, 110, 70],
  lipsRgb: [196, 96, 96],
  glasses: { style: 'none', rgb: [0, 0, 0] },
  clothesRgb: [60, 84, 120],
};

const bao: Identity = {
  name: 'bao',
  shape: {
    faceWidth: 0.9,
    jawWidth: 1,
    chinLength: -0.3,
    noseWidth: 0.9,
    browRidge: 0.8,
    eyeSize: -0.5,
    mouthWidth: 0.6,
    noseForward: -0.5,
  },
  seed: 202,
  skin: { rgb: [122, 84, 62], freckles: 0, age: 0.4, blush: 0.2 },
  hair: { style: 'short', rgb: [24, 20, 18] },
  beard: { style: 'full', rgb: [26, 20, 18] },
  brows: { rgb: [22, 17, 15], thickness: 1.4, density: 0.95 },
  irisRgb: [52, 34, 24],
  lipsRgb: [118, 66, 62],
  glasses: { style: 'none', rgb: [0, 0, 0] },
  clothesRgb: [150, 132, 96],
};

export const IDENTITIES = { ada, bao } as const;
