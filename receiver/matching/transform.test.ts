import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transformOf } from './transform.js';

const seedOf = (byte: number) => new Uint8Array(32).fill(byte);
const unit = (raw: readonly number[]): Float32Array<ArrayBuffer> => {
  const norm = Math.hypot(...raw);
  return Float32Array.from(raw, (component) => component / norm);
};
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, component, at) => sum + component * (b[at] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

const vectorOf = (dim: number) =>
  fc
    .array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: dim, maxLength: dim })
    .filter((raw) => Math.hypot(...raw) > 1e-3)
    .map(unit);

describe('the secret matrix', () => {
  const transforms = new Map([1, 2, 3, 128, 512].map((dim) => [dim, transformOf(seedOf(dim % 251), dim)]));

  it.each([...transforms])(
    'of %i dimensions keeps every cosine to 1e-5, and every length',
    (dim, transform) => {
      fc.assert(
        fc.property(vectorOf(dim), vectorOf(dim), (a, b) => {
          const [turnedA, turnedB] = [transform.rotate(a), transform.rotate(b)];
          expect(Math.abs(cosine(turnedA, turnedB) - cosine(a, b))).toBeLessThan(1e-5);
          expect(Math.abs(Math.hypot(...turnedA) - 1)).toBeLessThan(1e-5);
        }),
        { numRuns: dim > 100 ? 40 : 200 },
      );
    },
  );

  it.each([...transforms])('of %i dimensions can be undone', (dim, transform) => {
    fc.assert(
      fc.property(vectorOf(dim), (vector) => {
        const back = transform.restore(transform.rotate(vector));
        expect(
          Math.max(...back.map((component, at) => Math.abs(component - (vector[at] ?? 0)))),
        ).toBeLessThan(1e-6);
      }),
      { numRuns: dim > 100 ? 20 : 100 },
    );
  });

  it('leaves the angles to nothing but chance between two seeds', () => {
    const vector = unit(Array.from({ length: 512 }, (_, at) => Math.sin(at)));
    const [one, other] = [transformOf(seedOf(1), 512), transformOf(seedOf(2), 512)];
    expect(one.transformId).not.toBe(other.transformId);
    // Standard deviation 1/√512 = 0.044.
    expect(Math.abs(cosine(one.rotate(vector), other.rotate(vector)))).toBeLessThan(0.25);
    expect(Math.abs(cosine(one.rotate(vector), vector))).toBeLessThan(0.25);
  });

  it('is drawn evenly: a fixed vector lands on each side of each axis as often', () => {
    const landed = Array.from({ length: 400 }, (_, byte) => {
      const seed = new Uint8Array(32);
      new DataView(seed.buffer).setUint32(0, byte);
      return transformOf(seed, 3).rotate(Float32Array.of(1, 0, 0));
    });
    for (const axis of [0, 1, 2]) {
      const above = landed.filter((vector) => (vector[axis] ?? 0) > 0).length;
      const steep = landed.filter((vector) => Math.abs(vector[axis] ?? 0) > 0.5).length;
      // On a sphere each coordinate is uniform (Archimedes): half above 0, half beyond ±0.5; four standard deviations.
      expect(
        [above, steep].every((count) => Math.abs(count - 200) < 40),
        `axis ${axis}: ${above}, ${steep}`,
      ).toBe(true);
    }
  });

  it('is the same on every machine and in every version, or stored templates would be lost', () => {
    const turned = transformOf(seedOf(7), 4).rotate(Float32Array.of(0.5, -0.5, 0.5, 0.5));
    expect(transformOf(seedOf(7), 4).transformId).toMatchInlineSnapshot(`"lVChdXyCd8pP4cPEH_HbNQ"`);
    expect([...turned].map((component) => component.toFixed(5))).toMatchInlineSnapshot(`
      [
        "0.65669",
        "-0.69171",
        "-0.14954",
        "-0.26065",
      ]
    `);
  });

  it('refuses a vector of another dimension, and a seed of another length', () => {
    expect(() => transformOf(seedOf(1), 4).rotate(new Float32Array(3))).toThrow(RangeError);
    expect(() => transformOf(new Uint8Array(31), 4)).toThrow(RangeError);
  });
});
