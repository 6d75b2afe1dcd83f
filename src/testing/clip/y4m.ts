import type { Picture } from '../person/render.js';

/** YUV4MPEG2 header of a 4:2:0 stream with full-range samples sited as in JPEG.
 * @param framesPerSecond - whole, or a half: 7.5. */
export function y4mHeader(width: number, height: number, framesPerSecond: number): Uint8Array {
  const rate = Number.isInteger(framesPerSecond) ? `${framesPerSecond}:1` : `${2 * framesPerSecond}:2`;
  return ascii(`YUV4MPEG2 W${width} H${height} F${rate} Ip A1:1 C420jpeg\n`);
}

/** One frame with its marker. Colours: BT.601, full range, chroma averaged over 2 × 2 pixels.
 * @param picture - even width and height. */
export function y4mFrame({ rgb, width, height }: Picture): Uint8Array {
  const marker = ascii('FRAME\n');
  const frame = new Uint8ClampedArray(marker.length + (width * height * 3) / 2);
  frame.set(marker);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [r, g, b] = [rgb[pixel * 3] ?? 0, rgb[pixel * 3 + 1] ?? 0, rgb[pixel * 3 + 2] ?? 0];
    frame[marker.length + pixel] = 0.299 * r + 0.587 * g + 0.114 * b;
  }
  let at = marker.length + width * height;
  const quarter = (width * height) / 4;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2, at++) {
      const [r, g, b] = [0, 1, 2].map((channel) => {
        const corner = (y * width + x) * 3 + channel;
        const below = corner + width * 3;
        return ((rgb[corner] ?? 0) + (rgb[corner + 3] ?? 0) + (rgb[below] ?? 0) + (rgb[below + 3] ?? 0)) / 4;
      });
      frame[at] = 128 - 0.168736 * (r ?? 0) - 0.331264 * (g ?? 0) + 0.5 * (b ?? 0);
      frame[at + quarter] = 128 + 0.5 * (r ?? 0) - 0.418688 * (g ?? 0) - 0.081312 * (b ?? 0);
    }
  }
  return new Uint8Array(frame.buffer);
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
