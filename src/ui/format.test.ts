import { describe, expect, it } from 'vitest';
import { formatFor } from './format.js';

describe('formatFor', () => {
  const format = formatFor('en');

  it('says units in words, in the singular where it is one', () => {
    expect([format.days(1), format.days(90)]).toEqual(['1 day', '90 days']);
    expect([format.seconds(1), format.seconds(5)]).toEqual(['1 second', '5 seconds']);
    expect(format.bytes(7_412)).toBe('7,412 bytes');
  });

  it('says a rate as one in so many', () => {
    expect(format.oneIn(0.001)).toBe('1,000');
    expect(format.oneIn(1 / 34_567)).toBe('35,000');
    expect(format.oneIn(0)).toBe('∞');
  });

  it('says of no share that it is nought but of nought', () => {
    const shares = [0, 0.000_031, 0.0154, 0.0249, 0.0894, 0.914, 1].map(format.share);
    expect(shares).toEqual(['0%', '0.0031%', '1.5%', '2.5%', '8.9%', '91%', '100%']);
  });

  it('keeps the digits of a similarity that matter', () => {
    expect(format.similarity(0.919)).toBe('0.919');
    expect(formatFor('de').similarity(0.919)).toBe('0,919');
  });

  it('shows what is no time as it came', () => {
    expect(format.time('soon')).toBe('soon');
    expect(format.time('2026-02-20T05:00:00.000Z')).toContain('2026');
  });
});
