import { describe, expect, it } from 'vitest';
import { readTfjsWeights } from './tfjs-weights.js';

const quantization = { dtype: 'uint8', scale: 0.5, min: -1 };

function manifestOf(...weights: readonly object[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([{ weights, paths: ['weights.bin'] }]));
}

describe('readTfjsWeights', () => {
  it('reads uint8 and float32 tensors that lie behind each other, unaligned', () => {
    const file = Uint8Array.of(0, 2, 4, ...new Uint8Array(Float32Array.of(0.25, -8).buffer));
    const tensors = readTfjsWeights(
      manifestOf(
        { name: 'a', shape: [3], dtype: 'float32', quantization },
        { name: 'b', shape: [1, 2], dtype: 'float32' },
      ),
      file,
    );
    expect([...(tensors.get('a')?.values ?? [])]).toEqual([-1, 0, 1]);
    expect(tensors.get('a')?.quantised).toMatchObject({ scale: 0.5, min: -1 });
    expect([...(tensors.get('b')?.values ?? [])]).toEqual([0.25, -8]);
    expect(tensors.get('b')).toMatchObject({ shape: [1, 2], quantised: null });
  });

  it('refuses a file that is longer than its manifest says', () => {
    const manifest = manifestOf({ name: 'a', shape: [3], dtype: 'float32', quantization });
    expect(() => readTfjsWeights(manifest, new Uint8Array(4))).toThrow('expected 3 bytes, found 4');
  });
});
