import type { Picture } from '../person/render.js';

export type JpegEncoder = (picture: Picture) => Promise<Uint8Array>;

/** Encodes with 4:2:0 chroma: Chromium's fake camera shows 4:4:4 as green.
 * @throws Error when `sharp`, an optional peer dependency, is not installed. */
export async function jpegEncoder(): Promise<JpegEncoder> {
  const { default: sharp } = await import('sharp').catch((cause: unknown) => {
    throw new Error('clips need a JPEG encoder: npm install --save-dev sharp', { cause });
  });
  return ({ rgb, width, height }) =>
    sharp(rgb, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 85, chromaSubsampling: '4:2:0' })
      .toBuffer();
}
