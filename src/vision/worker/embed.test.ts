import { describe, expect, it } from 'vitest';
import { embeddingModel } from '../manifest.js';
import { EMBEDDED_CHIP } from './align.js';
import { dot, Embeddings, embedChip, normalise, unitMean } from './embed.js';
import type { ModelSession } from './session.js';

const SIDE = EMBEDDED_CHIP.sidePx;

/** Red grows to the right, green downwards, blue is 7. */
function ramp(): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i += 1) rgba.set([i % SIDE, Math.floor(i / SIDE), 7, 255], 4 * i);
  return rgba;
}
const at = (planes: Float32Array, channel: number, x: number, y: number): number | undefined =>
  planes[channel * SIDE * SIDE + y * SIDE + x];

const unit = (...values: number[]): Float32Array<ArrayBuffer> => normalise(Float32Array.from(values));

/** Stands where the model would: its answer shows what it was fed. */
function sessionThat(answer: (planes: Float32Array) => readonly number[]): ModelSession {
  return {
    runtime: { backend: 'wasm', threads: 1 },
    run: async (planes) => Float32Array.from(answer(planes)),
    release: async () => {},
  };
}

describe('normalise', () => {
  it('scales to length one', () => {
    expect([...normalise(Float32Array.of(3, 4))]).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)]);
  });

  it.each([
    ['NaN', [1, Number.NaN]],
    ['infinity', [1, Number.POSITIVE_INFINITY]],
    ['the zero vector', [0, 0]],
    ['nothing', []],
  ])('refuses %s', (_, values) => {
    expect(() => normalise(Float32Array.from(values))).toThrow(
      expect.objectContaining({ code: 'runtime.model_failed' }),
    );
  });
});

describe('unitMean', () => {
  it('has length one and counts a long vector no more than a short one', () => {
    const mean = unitMean([unit(10, 0), unit(0, 0.1)]);
    expect(dot(mean, mean)).toBeCloseTo(1, 6);
    expect(mean[0]).toBeCloseTo(mean[1] ?? Number.NaN, 6);
  });

  it('refuses vectors that cancel out', () => {
    expect(() => unitMean([unit(1, 0), unit(-1, 0)])).toThrow(
      expect.objectContaining({ code: 'runtime.model_failed' }),
    );
  });
});

describe('embedChip', () => {
  it('averages the picture and its mirror image, each at length one', async () => {
    const fed: number[] = [];
    const session = sessionThat((planes) => {
      fed.push(at(planes, 0, 0, 0) ?? Number.NaN);
      return fed.length === 1 ? [10, 0] : [0, 1];
    });
    const embedding = await embedChip(session, ramp());
    const { low, high } = embeddingModel.input;
    const fedAs = (red: number): number => low + ((high - low) * red) / 255;
    expect(fed).toEqual([expect.closeTo(fedAs(0), 6), expect.closeTo(fedAs(SIDE - 1), 6)]);
    expect([...embedding]).toEqual([expect.closeTo(Math.SQRT1_2, 6), expect.closeTo(Math.SQRT1_2, 6)]);
  });

  it('is not disturbed when the crop is wiped while the model runs', async () => {
    const rgba = ramp();
    const sums: number[] = [];
    const session = sessionThat((planes) => {
      sums.push(planes.reduce((sum, value) => sum + value, 0));
      rgba.fill(0);
      return [1, 0];
    });
    await embedChip(session, rgba);
    expect(sums[1]).toBe(sums[0]);
  });

  it('wipes the planes that the model was fed, also when the model fails', async () => {
    const fed: Float32Array[] = [];
    const answers = [
      [1, 0],
      [Number.NaN, 0],
    ];
    const session = sessionThat((planes) => {
      fed.push(planes);
      return answers[fed.length - 1] ?? [];
    });
    await expect(embedChip(session, ramp())).rejects.toMatchObject({ code: 'runtime.model_failed' });
    expect(fed.flatMap((planes) => [...planes]).every((value) => value === 0)).toBe(true);
  });
});

describe('Embeddings', () => {
  it('gives the mean, the count and the least similar pair, and wipes what it took', () => {
    const taken = [unit(1, 0), unit(1, 1), unit(0, 1)];
    const embeddings = new Embeddings();
    for (const embedding of taken) embeddings.take(embedding, 0.75);
    const { embedding, count, lowestSimilarity, texture } = embeddings.finish();
    expect(count).toBe(3);
    expect(lowestSimilarity).toBeCloseTo(0, 6);
    expect(texture).toEqual({ kind: 'measured', liveProbabilities: [0.75, 0.75, 0.75] });
    expect([...embedding]).toEqual([expect.closeTo(Math.SQRT1_2, 6), expect.closeTo(Math.SQRT1_2, 6)]);
    expect(taken.flatMap((vector) => [...vector])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('compares each turned face with the mean from the front, and leaves it out of the mean', () => {
    const embeddings = new Embeddings();
    const turned = [unit(1, 1), unit(1, -1), unit(0, 1)] as const;
    embeddings.take(unit(1, 0), null);
    for (const face of turned) embeddings.takeTurned(face);
    const { embedding, count, turnedSimilarities } = embeddings.finish();
    expect([...embedding]).toEqual([1, 0]);
    expect(count).toBe(1);
    expect(turnedSimilarities).toEqual([Math.SQRT1_2, Math.SQRT1_2, 0].map((one) => expect.closeTo(one, 6)));
    expect(turned.flatMap((vector) => [...vector])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('gives no template of a face that was only seen turned', () => {
    const embeddings = new Embeddings();
    embeddings.takeTurned(unit(1, 0));
    expect(() => embeddings.finish()).toThrow(expect.objectContaining({ code: 'embedding.low_quality' }));
  });

  it('has nothing to give when nothing was taken, or all was forgotten', () => {
    const embeddings = new Embeddings();
    embeddings.take(unit(1, 0), null);
    embeddings.forget();
    expect(() => embeddings.finish()).toThrow(expect.objectContaining({ code: 'embedding.low_quality' }));
  });
});
