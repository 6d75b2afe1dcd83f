import type { PictureModel } from '../manifest.js';

/** RGBA rows → planes of the model's channel order and range (1×3×side×side), the picture flipped left to right if asked. */
export function toPlanes(
  rgba: Uint8ClampedArray,
  flipped: boolean,
  { sidePx, channelOrder, low, high }: Omit<PictureModel['input'], 'name'>,
): Float32Array<ArrayBuffer> {
  const pixels = sidePx * sidePx;
  const planes = new Float32Array(3 * pixels);
  const step = (high - low) / 255;
  for (let channel = 0; channel < 3; channel += 1) {
    const plane = (channelOrder === 'RGB' ? channel : 2 - channel) * pixels;
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      const column = pixel % sidePx;
      const from = flipped ? pixel - column + (sidePx - 1 - column) : pixel;
      planes[plane + pixel] = low + step * (rgba[4 * from + channel] ?? 0);
    }
  }
  return planes;
}
