import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { SCREEN, sideBySide } from './compose.js';

/** A page of two colours: one on the first screen, another below. */
async function photograph(red: number): Promise<Buffer> {
  const { width, height } = SCREEN;
  const below = { width, height: 400, channels: 3, background: { r: 0, g: 255, b: 0 } } as const;
  return sharp({ create: { width, height: height + 400, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .composite([{ input: await sharp({ create: below }).png().toBuffer(), left: 0, top: height }])
    .png()
    .toBuffer();
}

describe('the picture of README.md', () => {
  it('shows the first screen of each page, in their order', async () => {
    const picture = sharp(await sideBySide([await photograph(40), await photograph(200)]));
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ format: 'raw', width: (390 + 24 + 390) / 2, height: 844 / 2 });
    const at = (x: number, y: number) => {
      const from = (y * info.width + x) * info.channels;
      return [...data.subarray(from, from + 2)].map((value) => Math.round(value / 20));
    };
    expect([at(100, 400), at(300, 400)]).toEqual([
      [2, 0],
      [10, 0],
    ]);
  });

  it('is refused where it is too large', async () => {
    await expect(sideBySide([await photograph(40)], 20)).rejects.toThrow('more than 20');
  });
});
