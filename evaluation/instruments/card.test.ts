import { describe, expect, it } from 'vitest';
import { FOCAL_PER_WIDTH } from '../../src/testing/person/placement.js';
import type { Picture } from '../../src/testing/person/render.js';
import { type Card, type CardPose, layCard } from './card.js';

const BLACK_ROOM: Picture = { width: 640, height: 480, rgb: new Uint8ClampedArray(640 * 480 * 3) };
const LIGHT = { direction: [0, 0, 1], ambient: 1 } as const;
const DISTANCE_CM = 40;
const FOCAL_PX = 640 * FOCAL_PER_WIDTH;

/** White paper of 20 × 20 cm, 20 texels per cm. */
const WHITE: Card = {
  picture: { width: 400, height: 400, rgb: new Uint8ClampedArray(400 * 400 * 3).fill(255) },
  widthCm: 20,
  heightCm: 20,
  bendRadiusCm: Number.POSITIVE_INFINITY,
  gain: () => 1,
};

function lay(card: Card, pose: Partial<CardPose>): Picture {
  const rest = { yawDeg: 0, pitchDeg: 0, rollDeg: 0, distanceCm: DISTANCE_CM, offsetPx: [0, 0] } as const;
  return layCard(BLACK_ROOM, card, { ...rest, ...pose }, LIGHT);
}

/** First and last columns of a row that are more white than black. */
function edges({ width, rgb }: Picture, row = 240): readonly [left: number, right: number] {
  const white = Array.from({ length: width }, (_, x) => x).filter(
    (x) => (rgb[(row * width + x) * 3] ?? 0) > 127,
  );
  return [white.at(0) ?? Number.NaN, white.at(-1) ?? Number.NaN];
}

/** Column of a point of the card `u` cm right of its middle, by the pinhole model. */
function columnOf(u: number, yawDeg: number): number {
  const yaw = (yawDeg * Math.PI) / 180;
  return 320 + (FOCAL_PX * u * Math.cos(yaw)) / (DISTANCE_CM + u * Math.sin(yaw));
}

describe('layCard', () => {
  it.each([-40, -15, 0, 25, 40])(
    'puts the edges of a card turned by %d° where a pinhole camera sees them',
    (yawDeg) => {
      const [left, right] = edges(lay(WHITE, { yawDeg }));
      expect(Math.abs(left - columnOf(-10, yawDeg))).toBeLessThan(1);
      expect(Math.abs(right - columnOf(10, yawDeg))).toBeLessThan(1.5);
    },
  );

  it('foreshortens a far card by the cosine of its angle', () => {
    const small = { ...WHITE, widthCm: 100, heightCm: 100 };
    const widthAt = (yawDeg: number): number => {
      const [left, right] = edges(lay(small, { yawDeg, distanceCm: 400 }));
      return right - left;
    };
    expect(widthAt(40) / widthAt(0)).toBeCloseTo(Math.cos((40 * Math.PI) / 180), 1);
  });

  it('moves the edge that is turned away further than the other: perspective, not squeezing', () => {
    const rowsAt = (picture: Picture, column: number): number =>
      Array.from({ length: 480 }, (_, y) => picture.rgb[(y * 640 + column) * 3] ?? 0).filter((v) => v > 127)
        .length;
    const turned = lay(WHITE, { yawDeg: 40 });
    const [left, right] = edges(turned);
    expect(rowsAt(turned, left + 3)).toBeGreaterThan(1.2 * rowsAt(turned, right - 3));
  });

  it('bends: a sheet of 20 cm round a tube of 9 cm looks as wide as the tube from afar', () => {
    const [left, right] = edges(lay({ ...WHITE, bendRadiusCm: 9 }, { distanceCm: 120 }));
    const halfAngle = 10 / 9;
    const tubeCm = 2 * 9 * Math.sin(halfAngle);
    const depthCm = 120 + 9 * (1 - Math.cos(halfAngle));
    expect(Math.abs(right - left - (FOCAL_PX * tubeCm) / depthCm)).toBeLessThan(3);
  });

  it('shows the room through holes', () => {
    const cover = new Uint8Array(400 * 400).fill(255);
    for (let y = 190; y < 210; y++) cover.fill(0, y * 400 + 190, y * 400 + 210);
    const { rgb } = lay({ ...WHITE, cover }, {});
    expect(rgb[(240 * 640 + 320) * 3]).toBe(0);
    expect(rgb[(240 * 640 + 350) * 3]).toBe(255);
  });

  it('leaves the room around the card as it is', () => {
    const grey = { ...BLACK_ROOM, rgb: BLACK_ROOM.rgb.slice().fill(90) };
    const { rgb } = layCard(
      grey,
      WHITE,
      { yawDeg: 0, pitchDeg: 0, rollDeg: 0, distanceCm: 60, offsetPx: [0, 0] },
      LIGHT,
    );
    expect(rgb[0]).toBe(90);
    expect(grey.rgb.every((value) => value === 90)).toBe(true);
  });
});
