import { describe, expect, it } from 'vitest';
import { patient } from './patience.js';

describe('the time that a check may take', () => {
  it('is as written, or that many times longer', () => {
    expect(patient(1000, undefined)).toBe(1000);
    expect(patient(1000, '2.5')).toBe(2500);
  });

  it.each(['', '0', '-1', '1000', 'long'])('cannot be %j times longer', (wanted) => {
    expect(() => patient(1000, wanted)).toThrow(TypeError);
  });
});
