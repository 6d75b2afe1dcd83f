import type { Challenge, LightStep } from '../core/types.js';
import { type RandomBytes, uniform } from './challenge.js';
import { analyseFlashes } from './flash.js';

/** The colours that the screen shows while it records, if the seller wants that (requirements C-09, C-10). The receiver
 * chooses them, so it imports this file. */

export type Rgb = LightStep['rgb'];

/** Orange, magenta, violet, sky blue, green, lime: a ring of hues, sRGB. All have a relative luminance of 0.45 ± 0.005,
 * so that no change between them is a general flash; none is a saturated red, and no two are 0.2 apart in the CIE 1976
 * chromaticity diagram, so that none is a red flash (flash.ts checks all three). Their red and blue channels differ by up
 * to 0.9 in linear light: that is what a face can answer. Dark text (#17211e) has a contrast of 7.9 : 1 on each. */
export const COLOURS: readonly [Rgb, ...Rgb[]] = [
  [255, 154, 89],
  [255, 132, 255],
  [188, 166, 255],
  [89, 187, 255],
  [89, 202, 89],
  [188, 183, 63],
];

/** Colours of one clip. */
export const LIGHT_STEPS = 7;
/** Shortest time for which a colour stays, ms (requirement C-10). */
export const MIN_STEP_MS = 600;
/** How much longer than that a colour may stay, ms: the last one still has 620 ms before the clip ends. */
export const STEP_JITTER_MS = 130;

/** A colour is never followed by itself or its neighbours on the ring: small changes cannot be told from a cloud. */
const JUMPS = [2, 3, 4] as const;

/** log2 of the number of orders of colours: 6 × 3⁶ = 4374, 12.1 bits. The times' jitter adds 42 bits to the schedule, but
 * next to nothing to the check, which sees a face through some 15 pictures a second. What the check can tell apart is
 * less again: light.ts says how often another schedule's answer passes. */
export const LIGHT_ENTROPY_BITS = Math.log2(COLOURS.length * JUMPS.length ** (LIGHT_STEPS - 1));

/** Draws the colours of one session, from the first moment of the clip to its last. */
export function generateColours(random: RandomBytes): readonly LightStep[] {
  let hue = uniform(random, COLOURS.length);
  let atMs = 0;
  return Array.from({ length: LIGHT_STEPS }, (_, index) => {
    if (index > 0) {
      hue = (hue + (JUMPS[uniform(random, JUMPS.length)] ?? 2)) % COLOURS.length;
      atMs += MIN_STEP_MS + uniform(random, STEP_JITTER_MS + 1);
    }
    return { rgb: COLOURS[hue] ?? COLOURS[0], atMs };
  });
}

/** The colours that a page shows. None of a schedule that flashes: a receiver may be wrong, and the page must not follow
 * it then. */
export function safeColours({ colours = [] }: Challenge): readonly LightStep[] {
  return analyseFlashes(colours).passes ? colours : [];
}

/** Which colour is shown at this moment of the clip, ms from its start; null where none is asked or safe, and before the
 * first. The same colour is the same object. */
export function colourAt(challenge: Challenge, elapsedMs: number): Rgb | null {
  return safeColours(challenge).findLast(({ atMs }) => atMs <= elapsedMs)?.rgb ?? null;
}
