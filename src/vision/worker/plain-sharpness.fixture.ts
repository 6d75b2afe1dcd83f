/** What sharpness.ts says, by loops over all pixels. */

const SCALES_PX = [1, 1.5, 2, 3];

/** With the last pixel going on beyond the picture's ends. */
function at(values: ArrayLike<number>, side: number, x: number, y: number): number {
  const inside = (place: number): number => Math.min(side - 1, Math.max(0, place));
  return values[inside(y) * side + inside(x)] ?? Number.NaN;
}

function weightsOf(sigmaPx: number): readonly number[] {
  const reachPx = 3 * sigmaPx <= 4 ? 4 : 7;
  const shares = Array.from({ length: reachPx + 1 }, (_, away) =>
    Math.exp(-(away ** 2) / (2 * sigmaPx ** 2)),
  );
  const total = shares.reduce((before, share, away) => before + (away === 0 ? share : 2 * share), 0);
  return shares.map((share) => share / total);
}

/** A picture with a border that is wide enough for all blurs, whose own border is never right and never seen. */
interface Framed {
  readonly values: Float64Array;
  readonly width: number;
}

const BORDER_PX = 24;

function framed(grey: Uint8Array, side: number): Framed {
  const width = side + 2 * BORDER_PX;
  const values = Float64Array.from({ length: width * width }, (_, index) =>
    at(grey, side, (index % width) - BORDER_PX, Math.floor(index / width) - BORDER_PX),
  );
  return { values, width };
}

/** One direction: the middle, then each pair of neighbours, from near to far. */
function weighed(values: Float64Array, weights: readonly number[], step: number): Float64Array {
  const [middle = 0, ...sides] = weights;
  return values.map((value, index) =>
    sides.reduce(
      (before, weight, away) =>
        before +
        weight * ((values[index - (away + 1) * step] ?? 0) + (values[index + (away + 1) * step] ?? 0)),
      middle * value,
    ),
  );
}

function blurred({ values, width }: Framed, sigmaPx: number): Framed {
  const weights = weightsOf(sigmaPx);
  return { values: weighed(weighed(values, weights, width), weights, 1), width };
}

function innerPixels(mask: Uint8Array, side: number): readonly (readonly [x: number, y: number])[] {
  const isFace = (x: number, y: number): boolean =>
    x >= 0 && x < side && y >= 0 && y < side && mask[y * side + x] === 1;
  return Array.from(mask.keys(), (index) => [index % side, Math.floor(index / side)] as const).filter(
    ([x, y]) => isFace(x, y) && isFace(x - 3, y) && isFace(x + 3, y) && isFace(x, y - 3) && isFace(x, y + 3),
  );
}

function sigmaOf(grey: Uint8Array, side: number, pixels: ReturnType<typeof innerPixels>): number {
  const mask = [1, -2, 1, -2, 4, -2, 1, -2, 1];
  const differences = pixels.map(([x, y]) =>
    Math.abs(
      mask.reduce(
        (sum, weight, index) =>
          sum + weight * at(grey, side, x - 1 + (index % 3), y - 1 + Math.floor(index / 3)),
        0,
      ),
    ),
  );
  return (differences.toSorted((a, b) => a - b)[differences.length >> 1] ?? 0) / (6 * 0.6745);
}

function meanEnergy({ values, width }: Framed, pixels: ReturnType<typeof innerPixels>): number {
  let sum = 0;
  for (const [x, y] of pixels) {
    const index = (y + BORDER_PX) * width + x + BORDER_PX;
    const across = (values[index + 1] ?? 0) - (values[index - 1] ?? 0);
    const down = (values[index + width] ?? 0) - (values[index - width] ?? 0);
    sum += across * across + down * down;
  }
  return sum / pixels.length;
}

function noiseEnergy(sigmaPx: number): number {
  const correlation = (distancePx: number): number =>
    Math.exp(-(distancePx ** 2) / (4 * sigmaPx ** 2)) / (4 * Math.PI * sigmaPx ** 2);
  return 4 * (correlation(0) - correlation(2));
}

export function plainSharpness(grey: Uint8Array, mask: Uint8Array, side: number): number {
  const pixels = innerPixels(mask, side);
  if (pixels.length === 0) return 0;
  const noise = sigmaOf(grey, side, pixels) ** 2;
  let picture = framed(grey, side);
  const [e1 = 0, e15 = 0, e2 = 0, e3 = 0] = SCALES_PX.map((scalePx, index) => {
    picture = blurred(picture, Math.sqrt(scalePx ** 2 - (SCALES_PX[index - 1] ?? 0) ** 2));
    return meanEnergy(picture, pixels) - noise * noiseEnergy(scalePx);
  });
  if (!(e1 > e2 && e15 > e3 && e2 > 0 && e3 > 0)) return 0;
  return (1 - e2 / e1) * Math.min(1, Math.log(e1 / e2) / Math.log(e15 / e3) / 0.62) ** 3;
}
