/** Gaussian blurs of a part of a picture, each from the one before. The worker's longest loops: they see only the rows that
 * are still wanted, and compute with 64 bits, as JavaScript does anyhow. */

/** A kernel's middle weight, and those of the pixels on each side. */
type NearWeights = readonly [number, number, number, number, number];
/** Of the pixels beyond those. */
type FarWeights = readonly [number, number, number];

export interface Kernel {
  readonly near: NearWeights;
  readonly far: FarWeights | null;
  /** Pixels on each side. */
  readonly reachPx: number;
}

const NEAR_PX = 4;
const FAR_PX = 7;

/** @param sigmaPx - up to 7/3: what lies beyond three of it is left out. */
export function gaussian(sigmaPx: number): Kernel {
  if (!(sigmaPx > 0 && 3 * sigmaPx <= FAR_PX)) throw new RangeError(`a Gaussian of ${sigmaPx} px`);
  const reachPx = 3 * sigmaPx <= NEAR_PX ? NEAR_PX : FAR_PX;
  const weightAt = (at: number): number => Math.exp(-(at ** 2) / (2 * sigmaPx ** 2));
  let sum = weightAt(0);
  for (let at = 1; at <= reachPx; at += 1) sum += 2 * weightAt(at);
  const weight = (at: number): number => weightAt(at) / sum;
  const near: NearWeights = [weight(0), weight(1), weight(2), weight(3), weight(4)];
  return { near, far: reachPx === NEAR_PX ? null : [weight(5), weight(6), weight(7)], reachPx };
}

/** A rectangle of pixels: the first column and row, and the ones behind the last. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Row by row. */
export interface Part {
  readonly values: Float64Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Within so many pixels of its rim the values mean nothing. */
  readonly rimPx: number;
}

/** @param side - of the square picture, which goes on with its last pixel beyond its ends. */
export function partOf(grey: Uint8Array, side: number, { left, top, right, bottom }: Bounds): Part {
  const [widthPx, heightPx] = [right - left, bottom - top];
  const values = new Float64Array(widthPx * heightPx);
  const inside = (at: number): number => Math.min(side - 1, Math.max(0, at));
  let to = 0;
  for (let y = top; y < bottom; y += 1) {
    const row = inside(y) * side;
    for (let x = left; x < right; x += 1) values[to++] = grey[row + inside(x)] ?? 0;
  }
  return { values, widthPx, heightPx, rimPx: 0 };
}

/** @param step - from a pixel to the next: 1 along the rows, the part's width down the columns. */
function weigh(
  source: Float64Array,
  target: Float64Array,
  [from, to]: readonly [number, number],
  { near, far }: Kernel,
  step: number,
): void {
  // Read without a check for holes, as a typed array has none within its length; and written out, because a function for
  // the two neighbours takes twice the time.
  const [k0, k1, k2, k3, k4] = near;
  const [step2, step3, step4] = [2 * step, 3 * step, 4 * step];
  for (let at = from; at < to; at += 1)
    target[at] =
      k0 * (source[at] as number) +
      k1 * ((source[at - step] as number) + (source[at + step] as number)) +
      k2 * ((source[at - step2] as number) + (source[at + step2] as number)) +
      k3 * ((source[at - step3] as number) + (source[at + step3] as number)) +
      k4 * ((source[at - step4] as number) + (source[at + step4] as number));
  if (far === null) return;
  const [k5, k6, k7] = far;
  const [step5, step6, step7] = [5 * step, 6 * step, 7 * step];
  for (let at = from; at < to; at += 1)
    target[at] =
      (target[at] as number) +
      k5 * ((source[at - step5] as number) + (source[at + step5] as number)) +
      k6 * ((source[at - step6] as number) + (source[at + step6] as number)) +
      k7 * ((source[at - step7] as number) + (source[at + step7] as number));
}

/** Leaves `part` as it is. */
export function blurred({ values, widthPx, heightPx, rimPx: before }: Part, kernel: Kernel): Part {
  const rimPx = before + kernel.reachPx;
  const rows = [rimPx * widthPx, (heightPx - rimPx) * widthPx] as const;
  const halfWay = new Float64Array(values.length);
  const target = new Float64Array(values.length);
  weigh(values, halfWay, rows, kernel, widthPx);
  weigh(halfWay, target, rows, kernel, 1);
  return { values: target, widthPx, heightPx, rimPx };
}
