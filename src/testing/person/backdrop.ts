import { ease, randomNumbers, smoothNoise } from './random.js';

/** What is behind a person: which room, or a white wall that the camera over-exposes. */
export type Backdrop = number | 'white-wall';

/** @returns RGB, 3 bytes per pixel. */
export function paintBackdrop(width: number, height: number, backdrop: Backdrop): Uint8ClampedArray {
  return backdrop === 'white-wall' ? paintWhiteWall(width, height) : paintRoom(width, height, backdrop);
}

/** As painted, all of it is at 250 and more; at half the exposure it is grey. */
function paintWhiteWall(width: number, height: number): Uint8ClampedArray {
  const blotches = smoothNoise(1);
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const tone = 256 + 4 * blotches((7 * x) / width, (6 * y) / height);
      rgb.set([tone, tone, tone - 1], (y * width + x) * 3);
    }
  }
  return rgb;
}

/** A room out of focus: wall, skirting, a picture and a door. */
function paintRoom(width: number, height: number, seed: number): Uint8ClampedArray {
  const random = randomNumbers(seed);
  const [hueRed, hueBlue, brightness] = [0.94 + 0.1 * random(), 0.9 + 0.16 * random(), 140 + 60 * random()];
  const [pictureX, pictureY, doorX] = [0.05 + 0.2 * random(), 0.1 + 0.15 * random(), 0.74 + 0.12 * random()];
  const pictureTone = 0.45 + 0.4 * random();
  const blotches = smoothNoise(seed);
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const picture = inside(u, pictureX, pictureX + 0.16) * inside(v, pictureY, pictureY + 0.26);
      const door = inside(u, doorX, doorX + 0.2) * inside(v, 0.08, 1.2);
      const grey =
        brightness * (0.86 + 0.2 * u - 0.12 * v) * (1 - (1 - pictureTone) * picture) * (1 - 0.22 * door);
      const tone = grey + 4 * blotches(u * 7, v * 6) + 22 * picture * blotches(u * 30 + 9, v * 30);
      rgb.set([tone * hueRed, tone, tone * hueBlue], (y * width + x) * 3);
    }
  }
  return rgb;
}

/** 1 between two edges, soft over 2 % of the picture. */
function inside(value: number, from: number, to: number): number {
  return ease((value - from) / 0.02) * ease((to - value) / 0.02);
}
