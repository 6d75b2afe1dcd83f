import { describe, expect, it } from 'vitest';
import { y4mFrame } from './y4m.js';

function plain(red: number, green: number, blue: number): Uint8Array {
  const rgb = new Uint8ClampedArray(4 * 2 * 3);
  for (let pixel = 0; pixel < 8; pixel++) rgb.set([red, green, blue], pixel * 3);
  return y4mFrame({ width: 4, height: 2, rgb });
}

describe('y4mFrame', () => {
  // ITU-T T.871 §7: full-range BT.601.
  it.each([
    ['white', [255, 255, 255], [255, 128, 128]],
    ['black', [0, 0, 0], [0, 128, 128]],
    ['red', [255, 0, 0], [76, 85, 255]],
    ['green', [0, 255, 0], [150, 44, 21]],
    ['blue', [0, 0, 255], [29, 255, 107]],
  ] as const)('%s', (_name, [red, green, blue], [luma, chromaBlue, chromaRed]) => {
    const frame = plain(red, green, blue).subarray('FRAME\n'.length);
    expect([...frame]).toEqual([
      ...Array<number>(8).fill(luma),
      ...Array<number>(2).fill(chromaBlue),
      ...Array<number>(2).fill(chromaRed),
    ]);
  });
});
