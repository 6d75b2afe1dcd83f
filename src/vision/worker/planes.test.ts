import { describe, expect, it } from 'vitest';
import { toPlanes } from './planes.js';

const SIDE = 80;
const RGB = { sidePx: SIDE, channelOrder: 'RGB', low: 0, high: 255 } as const;

/** Red grows to the right, green downwards, blue is 7. */
function ramp(): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i += 1) rgba.set([i % SIDE, Math.floor(i / SIDE), 7, 255], 4 * i);
  return rgba;
}
const at = (planes: Float32Array, channel: number, x: number, y: number): number | undefined =>
  planes[channel * SIDE * SIDE + y * SIDE + x];

describe('toPlanes', () => {
  it('puts red, green and blue into planes, rows first, values unchanged', () => {
    const planes = toPlanes(ramp(), false, RGB);
    expect([0, 1, 2].map((channel) => at(planes, channel, 10, 20))).toEqual([10, 20, 7]);
  });

  it('flips left and right, not up and down', () => {
    const planes = toPlanes(ramp(), true, RGB);
    expect([0, 1].map((channel) => at(planes, channel, 10, 20))).toEqual([SIDE - 1 - 10, 20]);
  });

  it('takes the channel order and the range that a model wants', () => {
    const planes = toPlanes(ramp(), false, { ...RGB, channelOrder: 'BGR', low: -1, high: 1 });
    expect(at(planes, 2, 60, 0)).toBeCloseTo((60 / 255) * 2 - 1, 6);
    expect(at(planes, 0, 60, 0)).toBeCloseTo((7 / 255) * 2 - 1, 6);
  });
});
