import type { HairStyle, Identity } from './identity.js';
import { grainTexture } from './paint.js';
import { randomNumbers } from './random.js';
import { ellipsoid, merge, type Surface, type Texture, type Vector } from './surface.js';

type Blob = readonly [centre: Vector, radii: Vector];

interface Cut {
  /** Height of the hairline in the middle of the forehead, cm. */
  readonly hairlineCm: number;
  /** The part that the hairline cuts. */
  readonly cap: Blob;
  /** Parts that hang free. */
  readonly locks: readonly Blob[];
}

const CAP: Blob = [
  [0, 4.3, -4],
  [8.5, 8.9, 9.4],
];
const SIDE_LOCKS: readonly Blob[] = [
  [
    [-7.9, -4.5, -2.9],
    [2.3, 12.5, 3.4],
  ],
  [
    [7.9, -4.5, -2.9],
    [2.3, 12.5, 3.4],
  ],
  [
    [0, -4, -8.5],
    [8.6, 13, 3.6],
  ],
];

/** Head space, cm. */
const CUTS: Readonly<Record<Exclude<HairStyle, 'bald'>, Cut>> = {
  receding: {
    hairlineCm: 10.8,
    cap: [
      [0, 4, -4.8],
      [8.3, 8.9, 9],
    ],
    locks: [],
  },
  short: { hairlineCm: 8, cap: CAP, locks: [] },
  fringe: {
    hairlineCm: 7.6,
    cap: CAP,
    locks: [
      [
        [0, 8, 0.6],
        [7.2, 2.9, 5.6],
      ],
    ],
  },
  quiff: {
    hairlineCm: 8,
    cap: CAP,
    locks: [
      [
        [0.6, 11, 1.4],
        [6.2, 3.2, 4.4],
      ],
      [
        [-1.4, 12.2, -2],
        [6, 3, 6],
      ],
    ],
  },
  curly: { hairlineCm: 7.8, cap: CAP, locks: [] },
  long: { hairlineCm: 8.2, cap: CAP, locks: SIDE_LOCKS },
  bun: {
    hairlineCm: 8.4,
    cap: [
      [0, 4.1, -4.4],
      [8.2, 8.8, 9.3],
    ],
    locks: [
      [
        [0, 14, -6],
        [3.6, 3.2, 3.6],
      ],
    ],
  },
  headscarf: {
    hairlineCm: 7.4,
    cap: [
      [0, 3.6, -4],
      [9, 10, 9.8],
    ],
    locks: [
      [
        [0, 0.5, -4.9],
        [9.3, 13, 7.4],
      ],
      [
        [0, -14.5, -3],
        [9.6, 6.6, 6.6],
      ],
    ],
  },
  beanie: {
    hairlineCm: 6.6,
    cap: [
      [0, 6, -4.2],
      [8.9, 9.2, 9.9],
    ],
    locks: [],
  },
};

/** The hairline falls from the forehead to the ears, cm per cm backwards. */
const HAIRLINE_SLOPE = 1.3;
const FOREHEAD_Z_CM = 4.5;

/** Hair, scarf or hat, in head space; null for who has none. */
export function hairSurface(identity: Identity): Surface | null {
  const { style } = identity.hair;
  if (style === 'bald') return null;
  const { hairlineCm, cap, locks } = CUTS[style];
  const isCloth = style === 'headscarf' || style === 'beanie';
  const texture = isCloth
    ? grainTexture(identity.clothesRgb, 0.12, identity.seed + 71, [0.35, 0.35])
    : grainTexture(identity.hair.rgb, 0.28, identity.seed + 71, [0.9, 0.12]);
  const parts = [
    trimmed(ellipsoid(cap[0], cap[1], texture, 40), hairlineCm),
    ...locks.map(([centre, radii]) => ellipsoid(centre, radii, texture)),
    ...(style === 'curly' ? curls(identity.seed, texture) : []),
  ];
  return merge(parts, texture);
}

/** Ends the surface at the hairline: triangles below are left out, those across it are drawn up to it. */
function trimmed(surface: Surface, hairlineCm: number): Surface {
  const positions = Float32Array.from(surface.positions);
  const edgeAt = (vertex: number): number =>
    hairlineCm - HAIRLINE_SLOPE * (FOREHEAD_Z_CM - (surface.positions[vertex * 3 + 2] ?? 0));
  const isAbove = (vertex: number): boolean => (surface.positions[vertex * 3 + 1] ?? 0) > edgeAt(vertex);
  const kept: number[] = [];
  for (let t = 0; t < surface.triangles.length; t += 3) {
    const [a = 0, b = 0, c = 0] = surface.triangles.subarray(t, t + 3);
    if (![a, b, c].some(isAbove)) continue;
    for (const corner of [a, b, c]) {
      if (!isAbove(corner)) positions[corner * 3 + 1] = edgeAt(corner);
    }
    // Both sides: from the front one looks under the edge of the hair.
    kept.push(a, b, c, a, c, b);
  }
  return { ...surface, positions, triangles: Uint16Array.from(kept) };
}

/** Bumps all over the cap, some of which hang into the forehead. */
function curls(seed: number, texture: Texture): readonly Surface[] {
  const random = randomNumbers(seed + 81);
  const [centre, radii] = CAP;
  return Array.from({ length: 46 }, () => {
    const around = random() * 2 * Math.PI;
    const down = (0.04 + 0.42 * random()) * Math.PI;
    const radius = 1.7 + 1.5 * random();
    const at: Vector = [
      centre[0] + radii[0] * Math.sin(down) * Math.cos(around),
      centre[1] + (radii[1] + 0.4) * Math.cos(down),
      centre[2] + (radii[2] - 0.6) * Math.sin(down) * Math.sin(around),
    ];
    return ellipsoid(at, [radius, radius, radius], texture, 7);
  });
}
