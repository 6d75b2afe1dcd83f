import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsMask, rowsOf, toBitPlanes } from './bit-planes.js';

describe('bit planes', () => {
  it('hold bit b of row r at bit r of plane b', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 100 }), (numbers) => {
        const planes = toBitPlanes(Uint32Array.from(numbers));
        const width = Math.ceil(numbers.length / 32);
        expect(planes).toHaveLength(32 * width);
        for (let bit = 0; bit < 32; bit += 1) {
          const plane = planes.subarray(bit * width, (bit + 1) * width);
          const wanted = [...numbers.entries()].filter(([, word]) => (word >>> bit) & 1).map(([row]) => row);
          expect(rowsOf(plane)).toEqual(wanted);
        }
      }),
    );
  });

  it.each([0, 1, 31, 32, 33, 64, 95])('has a mask for %d rows', (count) => {
    const mask = rowsMask(count);
    expect(mask).toHaveLength(Math.ceil(count / 32));
    expect(rowsOf(mask)).toEqual(Array.from({ length: count }, (_, row) => row));
  });
});
