import { describe, expect, it } from 'vitest';
import { splitMjpeg } from './mjpeg.js';

describe('splitMjpeg', () => {
  it('gives back the pictures that were put one after the other', () => {
    const pictures = [1, 2, 3].map((fill) => Buffer.from([0xff, 0xd8, 0xff, fill, fill, 0xff, 0xd9]));
    expect(splitMjpeg(Buffer.concat(pictures))).toEqual(pictures);
  });
});
