import { describe, expect, it } from 'vitest';
import { errorOf, markOf } from './readback.js';

describe('the mark', () => {
  it('is the same each time and differs from pixel to pixel, as a picture does', () => {
    const mark = markOf(150);
    expect(markOf(150)).toEqual(mark);
    const reds = new Set(mark.filter((_, at) => at % 4 === 0));
    expect(reds.size).toBeGreaterThan(200);
    expect(mark.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  it('tells how far it is off', () => {
    const mark = markOf(150);
    expect(errorOf(mark, mark)).toBe(0);
    const byOne = mark.map((value) => value ^ 1);
    expect(errorOf(byOne, mark)).toBe(1);
    expect(errorOf(new Uint8ClampedArray(mark.length), mark)).toBeGreaterThan(100);
  });

  it('is no mark at all where nothing was read', () => {
    expect(errorOf(new Uint8ClampedArray(0), markOf(32))).toBeNaN();
  });
});
