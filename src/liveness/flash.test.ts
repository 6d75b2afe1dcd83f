import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearRgb, relativeLuminance } from '../core/srgb.js';
import { CLIP_DURATION_MS } from '../core/types.js';
import { analyseFlashes, chromaticDistance, type Shown } from './flash.js';
import { COLOURS, generateColours } from './light-schedule.js';
import { seededBytes } from './random.fixture.js';

type Rgb = Shown['rgb'];
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const RED: Rgb = [255, 0, 0];

/** The colours in turn, `hertz` whole rounds of two a second. */
function alternating(one: Rgb, other: Rgb, hertz: number, durationMs = 3_000): Shown[] {
  const stepMs = 500 / hertz;
  const count = Math.floor(durationMs / stepMs);
  return Array.from({ length: count }, (_, index) => ({
    rgb: index % 2 === 0 ? one : other,
    atMs: index * stepMs,
  }));
}

function grey(value: number): Rgb {
  return [value, value, value];
}

describe('analyseFlashes', () => {
  it.each([
    ['black and white, 1 Hz', alternating(BLACK, WHITE, 1), { general: 1, red: 0, passes: true }],
    ['black and white, 2 Hz', alternating(BLACK, WHITE, 2), { general: 2, red: 0, passes: true }],
    ['black and white, 3 Hz', alternating(BLACK, WHITE, 3), { general: 3, red: 0, passes: true }],
    ['black and white, 4 Hz', alternating(BLACK, WHITE, 4), { general: 4, red: 0, passes: false }],
    ['red and black, 4 Hz', alternating(RED, BLACK, 4), { general: 4, red: 4, passes: false }],
    // Dark red and the grey of its luminance: only the colour flashes.
    ['red and its grey, 4 Hz', alternating([180, 0, 0], grey(87), 4), { general: 0, red: 4, passes: false }],
    [
      'blue and its grey, 10 Hz',
      alternating([0, 0, 255], grey(76), 10),
      { general: 0, red: 0, passes: true },
    ],
    ['small changes, 10 Hz', alternating(grey(128), grey(146), 10), { general: 0, red: 0, passes: true }],
    // Relative luminance 0.81 and 1: large enough, but not dark enough to be a flash.
    ['near white, 10 Hz', alternating(grey(232), WHITE, 10), { general: 0, red: 0, passes: true }],
    ['nothing', [], { general: 0, red: 0, passes: true }],
    ['one colour', [{ rgb: RED, atMs: 0 }], { general: 0, red: 0, passes: true }],
  ] as const)('%s', (_, shown, expected) => {
    expect(analyseFlashes(shown)).toEqual(expected);
  });

  it('adds up a slow change, and a change that pauses on its way', () => {
    const wave = [0, 90, 150, 255, 150, 90].map(grey);
    const shown = Array.from({ length: 72 }, (_, index) => ({
      rgb: wave[index % wave.length] ?? BLACK,
      atMs: (index * 250) / wave.length,
    }));
    expect(analyseFlashes(shown)).toEqual({ general: 4, red: 0, passes: false });
  });

  it('sees a red that is reached by way of a colour close to it', () => {
    const round: readonly Rgb[] = [WHITE, [255, 120, 110], RED];
    const shown = Array.from({ length: 60 }, (_, index) => ({
      rgb: round[index % 3] ?? RED,
      atMs: index * 80,
    }));
    expect(analyseFlashes(shown).red).toBeGreaterThan(3);
  });

  it('counts no fewer flashes when the same is shown faster', () => {
    const colour = fc.tuple(
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: 0, max: 255 }),
    );
    fc.assert(
      fc.property(
        fc.array(colour, { maxLength: 40 }),
        fc.integer({ min: 20, max: 700 }),
        (colours, stepMs) => {
          const at = (step: number) =>
            analyseFlashes(colours.map((rgb, index) => ({ rgb, atMs: index * step })));
          const [slow, fast] = [at(stepMs), at(stepMs / 2)];
          expect(fast.general).toBeGreaterThanOrEqual(slow.general);
          expect(fast.red).toBeGreaterThanOrEqual(slow.red);
        },
      ),
    );
  });
});

describe('the colours of the light check', () => {
  it('are equally light, no saturated red, and too close in hue for a red flash', () => {
    const lights = COLOURS.map((rgb) => relativeLuminance(linearRgb(rgb)));
    for (const light of lights) expect(Math.abs(light - 0.45)).toBeLessThan(0.005);
    for (const rgb of COLOURS) {
      const [red, green, blue] = linearRgb(rgb);
      expect(red / (red + green + blue)).toBeLessThan(0.75);
      for (const other of COLOURS) expect(chromaticDistance(rgb, other)).toBeLessThan(0.2);
    }
  });

  it('flash in none of 100,000 schedules, whatever page comes before and after', () => {
    // The widget's own surfaces in light and dark, and the worst pages there are.
    const surfaces: readonly Rgb[] = [WHITE, [20, 26, 25], BLACK, RED];
    const worst = { general: 0, red: 0 };
    for (let seed = 0; seed < 100_000; seed += 1) {
      const colours = generateColours(seededBytes(seed));
      const page = surfaces[seed % surfaces.length] ?? WHITE;
      const shown = [
        { rgb: page, atMs: -1_000 },
        ...colours,
        { rgb: page, atMs: CLIP_DURATION_MS },
        // The seller does it again at once.
        ...generateColours(seededBytes(seed + 1)).map(({ rgb, atMs }) => ({
          rgb,
          atMs: atMs + CLIP_DURATION_MS + 300,
        })),
      ];
      const [alone, whole] = [analyseFlashes(colours), analyseFlashes(shown)];
      if (alone.general + alone.red > 0 || !whole.passes) throw new Error(`seed ${seed} flashes`);
      worst.general = Math.max(worst.general, whole.general);
      worst.red = Math.max(worst.red, whole.red);
    }
    // From the colours to the page and back within 300 ms.
    expect(worst).toEqual({ general: 1, red: 1 });
  }, 60_000);
});
