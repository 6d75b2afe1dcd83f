import { describe, expect, it } from 'vitest';
import { retryAfterS } from './retry-after.js';

const now = new Date('2026-03-01T12:00:00.000Z');

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['90', 90],
    ['21600', 21_600],
    ['21601', 21_600],
    ['9999999999', 21_600],
    ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['Sunday, 01-Mar-26 12:01:30 GMT', 90],
    ['Sun Mar  1 12:01:30 2026', 90],
    ['Mon, 02 Mar 2026 12:00:00 GMT', 21_600],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ])('%s is that many seconds by this clock, and at most six hours', (text, seconds) => {
    expect(retryAfterS(text, now)).toBe(seconds);
  });

  it.each([
    [undefined],
    [''],
    ['-1'],
    ['1.5'],
    ['soon'],
    ['2026-03-01T12:01:30Z'],
    ['Sun, 99 Mar 2026 12:01:30 GMT'],
  ])('%s asks nothing', (text) => {
    expect(retryAfterS(text, now)).toBeNull();
  });
});
