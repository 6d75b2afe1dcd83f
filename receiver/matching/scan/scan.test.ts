import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHIPPED_MODEL } from '../../../src/core/shipped-model.js';
import { newFace } from '../../testing/harness.fixture.js';
import { similarity, UNIT_TOLERANCE } from '../template-index.js';
import { MAX_DIM, type QuantisedProbe, quantise, quantiseProbe } from './quantise.js';
import { QuantisedRows } from './quantised-rows.js';
import { Scanner } from './scanner.js';

const LONGEST = 1 + UNIT_TOLERANCE;

/** Vectors of all shapes: even, with one component much above the rest, with most of them zero. */
function unitVectors(dim: number): fc.Arbitrary<Float32Array> {
  const component = fc.oneof(
    fc.integer({ min: -50, max: 50 }),
    fc.constantFrom(0, 0, 0, 1e4, -1e4, 1e-4),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );
  return fc
    .array(component, { minLength: dim, maxLength: dim })
    .filter((raw) => Math.hypot(...raw) > 1e-3)
    .map((raw) => Float32Array.from(raw, (value) => value / Math.hypot(...raw)));
}

function scannerOver(vectors: readonly Float32Array[], dim: number): Scanner {
  const block = new QuantisedRows(dim);
  for (const vector of vectors) block.append(vector);
  return new Scanner(block.memory, block.layout, 0);
}

/** As one would do it on paper, in whole numbers of any size. */
function estimate(vector: Float32Array, probe: QuantisedProbe): number {
  const row = quantise(vector);
  const dot = [...row.components].reduce(
    (sum, component, at) => sum + BigInt(component) * BigInt(probe.components[at] ?? 0),
    0n,
  );
  return Number(dot) * row.scale * probe.scale + row.residual * probe.norm;
}

const crowds = fc
  .integer({ min: 1, max: 70 })
  .chain((dim) =>
    fc.tuple(
      fc.constant(dim),
      fc.array(unitVectors(dim), { minLength: 1, maxLength: 40 }),
      unitVectors(dim),
      fc.nat(),
    ),
  );

describe('the scan in four bits', () => {
  it('leaves out no row that reaches the threshold, also where the threshold is a row’s own similarity', () => {
    fc.assert(
      fc.property(crowds, ([dim, vectors, probe, pick]) => {
        const scores = vectors.map((vector) => similarity(vector, probe));
        const threshold = scores[pick % scores.length] ?? 0;
        const quantised = quantiseProbe(probe, threshold, LONGEST);
        const found = new Set(scannerOver(vectors, dim).candidates(quantised, 0, vectors.length));
        for (const [row, score] of scores.entries()) if (score >= threshold) expect(found).toContain(row);
      }),
      { numRuns: 300 },
    );
  });

  it('estimates as one does in whole numbers on paper, and leaves out what is far below', () => {
    fc.assert(
      fc.property(crowds, ([dim, vectors, probe, pick]) => {
        // At a row's own estimate: one bit less in any sum would show.
        const loose = quantiseProbe(probe, 0, LONGEST);
        const bound = estimate(vectors[pick % vectors.length] ?? probe, loose);
        const found = scannerOver(vectors, dim).candidates({ ...loose, bound }, 0, vectors.length);
        const left = vectors.length % 4;
        const expected = vectors.flatMap((vector, row) =>
          estimate(vector, loose) >= bound || row >= vectors.length - left ? row : [],
        );
        expect(found.toSorted((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out strangers', () => {
    const strangers = Array.from({ length: 2_000 }, () => newFace());
    const found = scannerOver(strangers, SHIPPED_MODEL.dim);
    // 0.45 less what the rounding may hide, about 0.13, is seven standard deviations of a stranger's similarity.
    expect(found.candidates(quantiseProbe(newFace(), 0.45, LONGEST), 0, 2_000)).toEqual([]);
  });

  it('sums the largest components of the longest vectors without an overflow', () => {
    const even = new Float32Array(MAX_DIM).fill(1 / Math.sqrt(MAX_DIM));
    const vectors = [even, even.map((component) => -component), even, even];
    const probe = quantiseProbe(even, 0.999, LONGEST);
    expect(scannerOver(vectors, MAX_DIM).candidates(probe, 0, 4)).toEqual([0, 2, 3]);
  });

  it('finds a row wherever it lies, over several calls of the kernel and several growths of the memory', () => {
    const dim = 32;
    const away = new Float32Array(dim);
    const here = new Float32Array(dim);
    away[0] = 1;
    here[1] = 1;
    const rows = 30_001;
    const marked = new Set([0, 511, 512, 2_047, 2_048, 2_049, 4_096, 17_000, rows - 2, rows - 1]);
    const vectors = Array.from({ length: rows }, (_, row) => (marked.has(row) ? here : away));
    const found = scannerOver(vectors, dim).candidates(quantiseProbe(here, 0.5, LONGEST), 0, rows);
    expect(new Set(found)).toEqual(marked);
    expect(found.length, 'each once').toBe(marked.size);
  });

  it('wipes what was removed, and the probe', () => {
    const block = new QuantisedRows(32);
    const vector = new Float32Array(32).fill(1 / Math.sqrt(32));
    block.append(vector);
    new Scanner(block.memory, block.layout, 0).candidates(quantiseProbe(vector, 0.5, LONGEST), 0, 1);
    block.removeRow(0);
    const { startByte } = block.layout;
    expect(new Uint8Array(block.memory.buffer, 0, 4_096).some(Boolean), 'the probe').toBe(false);
    expect(new Uint8Array(block.memory.buffer, startByte).some(Boolean), 'the row').toBe(false);
    expect(() => block.removeRow(0)).toThrow(RangeError);
  });
});
