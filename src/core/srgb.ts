import type { LinearRgb } from './observation.js';

/** sRGB value 0–255 → linear light 0…1 (IEC 61966-2-1). */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** @param value - sRGB, whole, 0–255. */
export function toLinear(value: number): number {
  return LINEAR[value] ?? 0;
}

export function linearRgb([red, green, blue]: readonly [number, number, number]): LinearRgb {
  return [toLinear(red), toLinear(green), toLinear(blue)];
}

/** WCAG's relative luminance, 0 = black, 1 = white. */
export function relativeLuminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
