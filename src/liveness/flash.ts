import { linearRgb, relativeLuminance } from '../core/srgb.js';
import type { LightStep } from '../core/types.js';

/** Counts the flashes of a sequence of plain colours as WCAG 2.2 defines them (success criterion 2.3.1; "general flash
 * and red flash thresholds", with the working definition of red from ISO 9241-391 in its notes). The worst case is
 * assumed: the colour fills the view, so that the exception for small areas never applies. */

/** Both in relative luminance, 1 = white. */
const GENERAL_CHANGE = 0.1;
const GENERAL_DARKER_BELOW = 0.8;
/** R / (R + G + B) in linear light. */
const SATURATED_RED = 0.8;
/** Distance in the CIE 1976 UCS diagram (u′, v′). */
const RED_CHANGE = 0.2;
const WINDOW_MS = 1_000;
/** More than this many of a kind in any window is a failure. */
const MOST_FLASHES = 3;

/** The colour that fills the view from `atMs` on. */
export type Shown = LightStep;

export interface Flashes {
  /** Most of each kind in any window of one second. */
  readonly general: number;
  readonly red: number;
  readonly passes: boolean;
}

/** A change to another extreme. Its time is the moment at which it is large enough to count. */
interface Transition {
  readonly atMs: number;
  /** Relative luminance before and after; `to` follows as the change goes on. */
  readonly from: number;
  to: number;
}

/** Peaks and valleys of the luminance, less all changes that are too small. */
function luminanceTransitions(shown: readonly Shown[]): readonly Transition[] {
  const found: Transition[] = [];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { rgb, atMs } of shown) {
    const luminance = relativeLuminance(linearRgb(rgb));
    [low, high] = [Math.min(low, luminance), Math.max(high, luminance)];
    const last = found.at(-1);
    const goesOn = last !== undefined && (luminance - last.to) * (last.to - last.from) > 0;
    const from = luminance - low >= high - luminance ? low : high;
    if (goesOn) last.to = luminance;
    else if (Math.abs(luminance - from) >= GENERAL_CHANGE) found.push({ atMs, from, to: luminance });
    else continue;
    [low, high] = [luminance, luminance];
  }
  return found;
}

/** When the luminance changes as half of a general flash: the darkest of the three extremes of one of its two pairs of
 * opposing changes is dark enough. */
function generalChanges(shown: readonly Shown[]): readonly number[] {
  const transitions = luminanceTransitions(shown);
  const isDark = ({ from, to }: Transition): boolean => Math.min(from, to) < GENERAL_DARKER_BELOW;
  return transitions
    .filter((transition, index) =>
      [transition, transitions[index - 1], transitions[index + 1]].some(
        (near) => near !== undefined && isDark(near),
      ),
    )
    .map(({ atMs }) => atMs);
}

type Chromaticity = readonly [u: number, v: number];
/** Of D65 white; black has none of its own and is taken for it. */
const WHITE: Chromaticity = [0.1978, 0.4683];

interface Hue {
  readonly isRed: boolean;
  readonly chromaticity: Chromaticity;
}

function hueOf(rgb: Shown['rgb']): Hue {
  const [red, green, blue] = linearRgb(rgb);
  const x = 0.4124 * red + 0.3576 * green + 0.1805 * blue;
  const y = relativeLuminance([red, green, blue]);
  const z = 0.0193 * red + 0.1192 * green + 0.9505 * blue;
  const sum = x + 15 * y + 3 * z;
  return {
    isRed: red > 0 && red / (red + green + blue) >= SATURATED_RED,
    chromaticity: sum === 0 ? WHITE : [(4 * x) / sum, (9 * y) / sum],
  };
}

/** Distance of two colours in the CIE 1976 UCS diagram. */
export function chromaticDistance(one: Shown['rgb'], other: Shown['rgb']): number {
  return apart(hueOf(one), hueOf(other));
}

function apart(one: Hue, other: Hue): number {
  const [u, v] = one.chromaticity;
  return Math.hypot(u - other.chromaticity[0], v - other.chromaticity[1]);
}

/** When the view goes to or from a saturated red that is far enough from what was shown on the other side. Slow changes
 * add up. */
function redChanges(shown: readonly Shown[]): readonly number[] {
  const found: number[] = [];
  let red: Hue | null = null;
  let away: Hue[] = [];
  for (const { rgb, atMs } of shown) {
    const hue = hueOf(rgb);
    if (red === null) {
      if (hue.isRed && away.some((before) => apart(before, hue) > RED_CHANGE)) found.push(atMs);
      if (hue.isRed) red = hue;
      else away.push(hue);
    } else if (apart(red, hue) > RED_CHANGE) {
      found.push(atMs);
      [red, away] = [null, [hue]];
    } else if (hue.isRed) red = hue;
  }
  return found;
}

/** Flashes, two opposing changes each, in the worst second. Both ends count as inside. */
function mostIn(changesMs: readonly number[]): number {
  const counts = changesMs.map(
    (fromMs) => changesMs.filter((atMs) => atMs >= fromMs && atMs <= fromMs + WINDOW_MS).length,
  );
  return Math.floor(Math.max(0, ...counts) / 2);
}

/** @param shown - in order of time, what comes before and after the sequence included. */
export function analyseFlashes(shown: readonly Shown[]): Flashes {
  const [general, red] = [mostIn(generalChanges(shown)), mostIn(redChanges(shown))];
  return { general, red, passes: general <= MOST_FLASHES && red <= MOST_FLASHES };
}
