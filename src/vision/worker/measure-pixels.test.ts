import { describe, expect, it } from 'vitest';
import type { Point } from '../../core/geometry.js';
import { IDENTITIES } from '../../testing/person/identities.js';
import { randomNumbers } from '../../testing/person/random.js';
import { personAt } from '../../testing/person/scene.js';
import { applySimilarity, MEASURED_CHIP } from './align.js';
import { measurePixels, type PixelMeasures } from './measure-pixels.js';
import { pixels } from './pixels.js';
import { plainMeasures } from './plain-measures.fixture.js';
import { pointAt } from './points.js';
import { type RenderedChip, renderedChip } from './rendered-chip.fixture.js';

const YAWS_DEG = [0, -24, 13];
const FACES = Object.values(IDENTITIES).map((identity, index) =>
  renderedChip(
    personAt(identity, { yawDeg: YAWS_DEG[index % 3] ?? 0, rollDeg: 3 * index, mouthOpen: index / 5 }),
  ),
);

function measured({ rgba, pointsPx, transform }: RenderedChip): PixelMeasures {
  return measurePixels(rgba, { pointsPx }, transform);
}

function plainly({ rgba, pointsPx, transform }: RenderedChip): PixelMeasures {
  return plainMeasures(rgba, (index): Point => applySimilarity(transform, pointAt(pointsPx, index)));
}

function withPixels(face: RenderedChip, valueAt: (at: number) => number): RenderedChip {
  const rgba = face.rgba.map((_, at) => (at % 4 === 3 ? 255 : Math.floor(valueAt(at))));
  return { ...face, rgba };
}

/** Landmarks that make no face: outlines that cross themselves, and that leave the chip. */
function scattered(face: RenderedChip, random: () => number, byPx: number): RenderedChip {
  return { ...face, pointsPx: face.pointsPx.map((value) => value + byPx * (2 * random() - 1)) };
}

describe('the measures of a face', () => {
  it('are to the bit those of plain loops over all pixels, of rendered persons', () => {
    for (const face of FACES) expect(measured(face)).toStrictEqual(plainly(face));
  });

  it('are to the bit those of plain loops, of random pictures and of landmarks that make no face', () => {
    const random = randomNumbers(7);
    for (const [index, face] of FACES.slice(0, 3).entries()) {
      const noise = withPixels(face, () => 256 * random());
      const dim = withPixels(face, (at) => ((face.rgba[at] ?? 0) / 5) * (0.9 + 0.2 * random()));
      for (const other of [noise, dim, scattered(noise, random, 4 * (index + 1))])
        expect(measured(other)).toStrictEqual(plainly(other));
    }
  });

  it('are the same where the face is not on the chip, or all in one colour', () => {
    const [face] = FACES;
    if (face === undefined) throw new Error('there is a face');
    const away = { ...face, transform: { ...face.transform, tx: face.transform.tx + 500 } };
    for (const other of [away, withPixels(face, () => 0), withPixels(face, () => 255)])
      expect(measured(other)).toStrictEqual(plainly(other));
  });

  it('leave no pixel behind in the memory that they are taken in', () => {
    const [face] = FACES;
    if (face === undefined) throw new Error('there is a face');
    const skin = withPixels(face, (at) => [251, 203, 147][at % 4] ?? 255);
    measured(skin);
    const memory = Buffer.from(pixels().memory.buffer);
    expect(memory.length).toBeGreaterThan(4 * MEASURED_CHIP.sidePx ** 2);
    expect(memory.includes(Buffer.of(251, 203, 147, 255))).toBe(false);
    const grey = 0.299 * 251 + 0.587 * 203 + 0.114 * 147 + 0.5;
    expect(memory.includes(Buffer.alloc(4, grey))).toBe(false);
    expect(new Float64Array(pixels().memory.buffer).includes(Math.floor(grey))).toBe(false);
  });
});
