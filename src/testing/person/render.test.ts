import { describe, expect, it } from 'vitest';
import { IDENTITIES } from './identities.js';
import type { Identity } from './identity.js';
import { createRenderer, type Picture } from './render.js';
import { type Person, personAt, type Scene, sceneWith } from './scene.js';
import { variantIdentity } from './variant.js';

const WIDTH = 320;
const HEIGHT = 240;
const renderer = createRenderer(WIDTH, HEIGHT);

/** Parts that can be told from everything else by their colour alone. */
const MARKED: Identity = {
  ...IDENTITIES.hugo,
  skin: { ...IDENTITIES.hugo.skin, rgb: [150, 150, 150], blush: 0 },
  clothesRgb: [120, 120, 120],
  irisRgb: [0, 0, 255],
  lipsRgb: [255, 0, 0],
};

function show(change: Partial<Omit<Person, 'identity'>> = {}, scene: Partial<Scene> = {}): Picture {
  return renderer.render(sceneWith([personAt(MARKED, change)], scene));
}

const isSame = (a: Picture, b: Picture): boolean => Buffer.from(a.rgb).equals(Buffer.from(b.rgb));

interface Blot {
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

/** Pixels in which one channel stands out, between two columns. */
function blot(picture: Picture, channel: 0 | 2, fromX = 0, toX = WIDTH): Blot {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let y = 0; y < picture.height; y++) {
    for (let x = fromX; x < toX; x++) {
      const at = (y * picture.width + x) * 3;
      const [red = 0, green = 0, blue = 0] = picture.rgb.subarray(at, at + 3);
      const [value, others] = channel === 0 ? [red, Math.max(green, blue)] : [blue, Math.max(red, green)];
      if (value < 60 || value < others * 1.8) continue;
      count += 1;
      sumX += x;
      sumY += y;
    }
  }
  return { count, x: sumX / count, y: sumY / count };
}

const lips = (picture: Picture): Blot => blot(picture, 0);

function eyeDistancePx(picture: Picture): number {
  const { x: middle } = blot(picture, 2);
  const [left, right] = [blot(picture, 2, 0, Math.round(middle)), blot(picture, 2, Math.round(middle))];
  return Math.hypot(right.x - left.x, right.y - left.y);
}

describe('createRenderer', () => {
  it('gives the same bytes for the same scene, in another renderer and after other scenes', () => {
    const first = show({ yawDeg: 12 });
    show({ yawDeg: -30 }, { backdrop: 9 });
    expect(isSame(first, show({ yawDeg: 12 }))).toBe(true);
    const other = createRenderer(WIDTH, HEIGHT).render(sceneWith([personAt(MARKED, { yawDeg: 12 })]));
    expect(isSame(first, other)).toBe(true);
  });

  it('gives other bytes for another noise seed', () => {
    const [one, other] = [1, 2].map((seed) => show({}, { noise: { seed, sigma: 2 } }).rgb);
    expect(one).not.toEqual(other);
  });

  it('turns the face to the right of the picture for a positive yaw', () => {
    const ahead = lips(show());
    expect(lips(show({ yawDeg: 30 })).x).toBeGreaterThan(ahead.x + 10);
    expect(lips(show({ yawDeg: -30 })).x).toBeLessThan(ahead.x - 10);
  });

  it('lifts the face for a positive pitch', () => {
    expect(lips(show({ pitchDeg: 20 })).y).toBeLessThan(lips(show()).y - 5);
  });

  it('tips the head counter-clockwise for a positive roll: the mouth goes to the right', () => {
    expect(lips(show({ rollDeg: 20 })).x).toBeGreaterThan(lips(show()).x + 3);
  });

  it('shrinks the face with the distance', () => {
    const [near, far] = [eyeDistancePx(show()), eyeDistancePx(show({ distanceCm: 84 }))];
    expect(near).toBeGreaterThan(40);
    expect(near / far).toBeGreaterThan(1.9);
    expect(near / far).toBeLessThan(2.4);
  });

  it('moves the face by the asked pixels', () => {
    const [here, there] = [lips(show()), lips(show({ offsetPx: [-40, 10] }))];
    expect(there.x - here.x).toBeCloseTo(-40, 0);
    expect(there.y - here.y).toBeCloseTo(10, 0);
  });

  it('hides the irises behind closed lids', () => {
    const open = blot(show(), 2).count;
    expect(open).toBeGreaterThan(20);
    expect(blot(show({ blink: 1 }), 2).count).toBeLessThan(open / 10);
  });

  it('parts the lips when the mouth opens', () => {
    const height = (picture: Picture): number => {
      const { x } = lips(picture);
      const rows = Array.from({ length: HEIGHT }, (_, y) => y).filter((y) => {
        const at = (y * WIDTH + Math.round(x)) * 3;
        return (picture.rgb[at] ?? 0) > 1.8 * (picture.rgb[at + 1] ?? 0);
      });
      return Math.max(...rows) - Math.min(...rows);
    };
    expect(height(show({ mouthOpen: 1 }))).toBeGreaterThan(height(show()) + 8);
  });

  it('darkens the whole picture with the light', () => {
    const mean = ({ rgb }: Picture): number => rgb.reduce((sum, value) => sum + value, 0) / rgb.length;
    const light = { direction: [0.3, 0.5, 0.8], ambient: 0.5, level: 0.1, tint: [1, 1, 1] } as const;
    expect(mean(show({}, { light }))).toBeLessThan(0.15 * mean(show()));
  });

  it('draws two persons', () => {
    const picture = renderer.render(
      sceneWith([
        personAt(MARKED, { distanceCm: 60, offsetPx: [-70, 0] }),
        personAt(MARKED, { distanceCm: 60, offsetPx: [70, 0] }),
      ]),
    );
    const [left, right] = [blot(picture, 0, 0, WIDTH / 2), blot(picture, 0, WIDTH / 2)];
    expect(right.x - left.x).toBeCloseTo(140, -1);
  });

  it('draws every named identity and twenty-four made-up ones inside the picture', () => {
    const persons = [
      ...Object.values(IDENTITIES),
      ...Array.from({ length: 24 }, (_, seed) => variantIdentity(seed)),
    ];
    const empty = renderer.render(sceneWith([]));
    for (const identity of persons) {
      const { rgb } = renderer.render(sceneWith([personAt(identity)]));
      const covered = rgb.reduce((count, value, index) => count + (value === empty.rgb[index] ? 0 : 1), 0);
      expect(covered / rgb.length, identity.name).toBeGreaterThan(0.2);
    }
  });
});

describe('variantIdentity', () => {
  it('is the same person for the same number and another for the next', () => {
    expect(variantIdentity(7)).toEqual(variantIdentity(7));
    expect(variantIdentity(7).shape).not.toEqual(variantIdentity(8).shape);
  });
});
