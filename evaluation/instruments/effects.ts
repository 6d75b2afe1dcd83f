import { grain } from '../../src/testing/person/grain.js';
import type { Picture } from '../../src/testing/person/render.js';

/** What optics, sensors and transmission do to a picture. Each returns a new one and leaves its input as it is. */

function like(picture: Picture): Picture {
  return { ...picture, rgb: new Uint8ClampedArray(picture.rgb.length) };
}

/** Sensor noise: the same seed gives the same bytes.
 * @param sigma - standard deviation, grey values. */
export function noisy(picture: Picture, seed: number, sigma: number): Picture {
  const out = like(picture);
  const nextNoise = grain(seed, sigma);
  for (let i = 0; i < out.rgb.length; i += 3) {
    const noise = nextNoise();
    out.rgb[i] = (picture.rgb[i] ?? 0) + noise;
    out.rgb[i + 1] = (picture.rgb[i + 1] ?? 0) + noise;
    out.rgb[i + 2] = (picture.rgb[i + 2] ?? 0) + noise;
  }
  return out;
}

/** Each colour value through a curve.
 * @param curve - 0…255 → 0…255. */
export function toned(picture: Picture, curve: (value: number) => number): Picture {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => curve(value));
  const out = like(picture);
  for (let i = 0; i < out.rgb.length; i++) out.rgb[i] = table[picture.rgb[i] ?? 0] ?? 0;
  return out;
}

/** Light that falls off from one side of the picture to the other. */
export function graded(picture: Picture, leftGain: number, rightGain: number): Picture {
  const { width } = picture;
  const gains = Float32Array.from(
    { length: width },
    (_, x) => leftGain + ((rightGain - leftGain) * x) / (width - 1),
  );
  const out = like(picture);
  for (let i = 0, pixel = 0; i < out.rgb.length; pixel++) {
    const gain = gains[pixel % width] ?? 1;
    for (let channel = 0; channel < 3; channel++, i++) out.rgb[i] = (picture.rgb[i] ?? 0) * gain;
  }
  return out;
}

/** Left and right swapped. */
export function flipped(picture: Picture): Picture {
  const { width, height, rgb } = picture;
  const out = like(picture);
  for (let y = 0; y < height; y++) {
    for (let x = 0, from = (y * width + width - 1) * 3, to = y * width * 3; x < width; x++, from -= 3) {
      out.rgb[to++] = rgb[from] ?? 0;
      out.rgb[to++] = rgb[from + 1] ?? 0;
      out.rgb[to++] = rgb[from + 2] ?? 0;
    }
  }
  return out;
}

/** Out of focus: three box filters each way come within 3 % of a Gaussian (Wells 1986). */
export function blurredBy(picture: Picture, sigmaPx: number): Picture {
  const boxPx = Math.max(1, Math.round((Math.sqrt(4 * sigmaPx * sigmaPx + 1) - 1) / 2));
  let blurred = picture;
  for (let pass = 0; pass < 3; pass++) blurred = smearedDown(smearedAcross(blurred, boxPx), boxPx);
  return blurred;
}

/** Mean over 2 × `reachPx` + 1 pixels of the row, as of a camera that moves sideways while it exposes. Beyond its ends
 * a row goes on with its last pixel. */
export function smearedAcross(picture: Picture, reachPx: number): Picture {
  const { width, height, rgb } = picture;
  const out = like(picture).rgb;
  const share = 1 / (2 * reachPx + 1);
  const line = new Uint8ClampedArray(width + 2 * reachPx + 1);
  for (let y = 0; y < height; y++)
    for (let channel = 0; channel < 3; channel++) {
      const start = y * width * 3 + channel;
      line.fill(rgb[start] ?? 0, 0, reachPx);
      for (let x = 0, at = start; x < width; x++, at += 3) line[x + reachPx] = rgb[at] ?? 0;
      line.fill(rgb[start + (width - 1) * 3] ?? 0, width + reachPx);
      let sum = 0;
      for (let x = 0; x < 2 * reachPx + 1; x++) sum += line[x] ?? 0;
      for (let x = 0, at = start; x < width; x++, at += 3) {
        out[at] = sum * share;
        sum += (line[x + 2 * reachPx + 1] ?? 0) - (line[x] ?? 0);
      }
    }
  return { ...picture, rgb: out };
}

/** The same along the columns: whole rows are added and taken away, which reads memory in its order. */
function smearedDown(picture: Picture, reachPx: number): Picture {
  const { width, height, rgb } = picture;
  const out = like(picture).rgb;
  const share = 1 / (2 * reachPx + 1);
  const rowLength = width * 3;
  const sums = new Int32Array(rowLength);
  const startOf = (row: number): number => Math.min(Math.max(row, 0), height - 1) * rowLength;
  for (let row = -reachPx; row <= reachPx; row++)
    for (let i = 0, from = startOf(row); i < rowLength; i++, from++)
      sums[i] = (sums[i] ?? 0) + (rgb[from] ?? 0);
  for (let y = 0, at = 0; y < height; y++) {
    let entering = startOf(y + reachPx + 1);
    let leaving = startOf(y - reachPx);
    for (let i = 0; i < rowLength; i++, at++) {
      const sum = sums[i] ?? 0;
      out[at] = sum * share;
      sums[i] = sum + (rgb[entering++] ?? 0) - (rgb[leaving++] ?? 0);
    }
  }
  return { ...picture, rgb: out };
}

/** The picture at a whole fraction of its size, in the middle of black. */
export function padded(picture: Picture, fraction: number): Picture {
  const { width, height, rgb } = picture;
  const out = like(picture);
  const [columns, rows] = [Math.floor(width / fraction), Math.floor(height / fraction)];
  const [left, top] = [(width - columns) >> 1, (height - rows) >> 1];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let y = row * fraction; y < (row + 1) * fraction; y++)
          for (let x = column * fraction; x < (column + 1) * fraction; x++)
            sum += rgb[(y * width + x) * 3 + channel] ?? 0;
        out.rgb[((top + row) * width + left + column) * 3 + channel] = sum / fraction ** 2;
      }
    }
  }
  return out;
}

const BLOCK_PX = 8;

/** As a stingy webcam sends it: one colour per block of 8 × 8, and brightness without what differs little from the
 * block's mean. Not a codec, but flat skin comes out as blocks, as theirs does.
 * @param coringLevels - smaller differences are dropped, grey values. */
export function compressed(picture: Picture, coringLevels: number): Picture {
  const { width, height } = picture;
  const out = like(picture);
  for (let y = 0; y < height; y += BLOCK_PX)
    for (let x = 0; x < width; x += BLOCK_PX) compressBlock(picture, out, x, y, coringLevels);
  return out;
}

function compressBlock(picture: Picture, out: Picture, left: number, top: number, coring: number): void {
  const { width, height, rgb } = picture;
  const [right, bottom] = [Math.min(width, left + BLOCK_PX), Math.min(height, top + BLOCK_PX)];
  const pixels = (right - left) * (bottom - top);
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y++)
    for (let i = (y * width + left) * 3; i < (y * width + right) * 3; i += 3) {
      red += (rgb[i] ?? 0) / pixels;
      green += (rgb[i + 1] ?? 0) / pixels;
      blue += (rgb[i + 2] ?? 0) / pixels;
    }
  const mean = luma(red, green, blue);
  for (let y = top; y < bottom; y++)
    for (let i = (y * width + left) * 3; i < (y * width + right) * 3; i += 3) {
      const detail = luma(rgb[i] ?? 0, rgb[i + 1] ?? 0, rgb[i + 2] ?? 0) - mean;
      const kept = Math.abs(detail) < coring ? 0 : detail;
      out.rgb[i] = red + kept;
      out.rgb[i + 1] = green + kept;
      out.rgb[i + 2] = blue + kept;
    }
}

/** BT.601. */
function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Each pixel between two pictures of one size.
 * @param share - of the second, 0…1. */
export function mixed(first: Picture, second: Picture, share: number): Picture {
  const out = like(first);
  for (let i = 0; i < out.rgb.length; i++)
    out.rgb[i] = (first.rgb[i] ?? 0) * (1 - share) + (second.rgb[i] ?? 0) * share;
  return out;
}
