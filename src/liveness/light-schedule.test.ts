import { describe, expect, it } from 'vitest';
import { CLIP_DURATION_MS } from '../core/types.js';
import {
  COLOURS,
  colourAt,
  generateColours,
  LIGHT_ENTROPY_BITS,
  LIGHT_STEPS,
  MIN_STEP_MS,
  STEP_JITTER_MS,
} from './light-schedule.js';
import { seededBytes } from './random.fixture.js';

describe('generateColours', () => {
  const random = seededBytes(20_260_301);

  it('fills the clip with seven colours, none shorter than 600 ms', () => {
    for (let draw = 0; draw < 2_000; draw += 1) {
      const colours = generateColours(random);
      expect(colours).toHaveLength(LIGHT_STEPS);
      expect(colours[0]?.atMs).toBe(0);
      const ends = [...colours.slice(1).map(({ atMs }) => atMs), CLIP_DURATION_MS];
      for (const [index, endMs] of ends.entries()) {
        expect(endMs - (colours[index]?.atMs ?? 0)).toBeGreaterThanOrEqual(MIN_STEP_MS);
      }
    }
  });

  it('never goes on to the same colour or its neighbour, and draws all else', () => {
    const jumps = new Set<number>();
    const stays = new Set<number>();
    for (let draw = 0; draw < 2_000; draw += 1) {
      const colours = generateColours(random);
      const hues = colours.map(({ rgb }) => COLOURS.indexOf(rgb));
      hues.slice(1).forEach((hue, index) => {
        jumps.add((hue - (hues[index] ?? 0) + COLOURS.length) % COLOURS.length);
        stays.add((colours[index + 1]?.atMs ?? 0) - (colours[index]?.atMs ?? 0));
      });
    }
    expect([...jumps].sort()).toEqual([2, 3, 4]);
    expect(stays.size).toBe(STEP_JITTER_MS + 1);
  });

  it('has the documented entropy: every order is as likely as any other', () => {
    const draws = 40_000;
    const counts = new Map<string, number>();
    for (let draw = 0; draw < draws; draw += 1) {
      const order = generateColours(random)
        .map(({ rgb }) => COLOURS.indexOf(rgb))
        .join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const orders = 2 ** LIGHT_ENTROPY_BITS;
    expect(LIGHT_ENTROPY_BITS).toBeCloseTo(12.1, 1);
    expect(counts.size).toBeLessThanOrEqual(Math.round(orders));
    const expected = draws / orders;
    const drawn = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    const chiSquare = drawn + (orders - counts.size) * expected;
    // 4373 degrees of freedom: mean 4373, standard deviation 94; six of them is one chance in a billion.
    expect(Math.abs(chiSquare - (orders - 1))).toBeLessThan(6 * Math.sqrt(2 * orders));
  });
});

describe('colourAt', () => {
  const [first, second] = COLOURS;
  const colours = [
    { rgb: first, atMs: 100 },
    { rgb: second ?? first, atMs: 800 },
  ];

  it('shows each colour from its own time on', () => {
    const challenge = { id: 'c', steps: [], colours };
    expect([0, 100, 799, 800, 9_000].map((atMs) => colourAt(challenge, atMs))).toEqual([
      null,
      first,
      first,
      second,
      second,
    ]);
  });

  it('shows nothing of a schedule that flashes, whoever drew it up', () => {
    const strobe = Array.from({ length: 50 }, (_, index) => ({
      rgb: index % 2 === 0 ? ([0, 0, 0] as const) : ([255, 255, 255] as const),
      atMs: index * 100,
    }));
    expect(colourAt({ id: 'c', steps: [], colours: strobe }, 1_000)).toBeNull();
  });

  it('shows none where none is asked', () => {
    expect(colourAt({ id: 'c', steps: [] }, 1_000)).toBeNull();
  });
});
