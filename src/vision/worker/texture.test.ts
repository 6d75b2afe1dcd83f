import { describe, expect, it } from 'vitest';
import { type TextureModel, textureModels } from '../manifest.js';
import type { ModelSession } from './session.js';
import { liveSample, readingOf, type Texture } from './texture.js';

/** RGBA of one colour, as large as the models' crops. */
function crop(red: number, green: number, blue: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 4 * 80 * 80 }, (_, at) => [red, green, blue, 255][at % 4] ?? 0);
}

type Answer = (planes: Float32Array) => readonly number[];

function ready(...answers: readonly Answer[]): Texture {
  const started = textureModels.map((model: TextureModel, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new RangeError('one answer per model');
    const session: ModelSession = {
      runtime: { backend: 'wasm', threads: 1 },
      run: async (planes) => Float32Array.from(answer(planes)),
      release: async () => {},
    };
    return { model, session };
  });
  return { kind: 'ready', started };
}

const CROPS = [crop(1, 2, 3), crop(4, 5, 6)];

describe('liveSample', () => {
  it('is the mean of what the models say of class 1', async () => {
    const texture = ready(
      () => [0.25, 0.75, 0],
      () => [0, 0.25, 0.75],
    );
    expect(await liveSample(texture, CROPS)).toBe(0.5);
  });

  it('feeds each model its own crop, blue first, 0 to 255', async () => {
    const fed: number[][] = [];
    const answer: Answer = (planes) => {
      fed.push([0, 6400, 12800].map((at) => planes[at] ?? -1));
      return [0, 1, 0];
    };
    await liveSample(ready(answer, answer), CROPS);
    expect(fed).toEqual([
      [3, 2, 1],
      [6, 5, 4],
    ]);
  });

  it('is not disturbed when the crops are wiped meanwhile, and wipes what it fed', async () => {
    const crops = [crop(9, 9, 9), crop(9, 9, 9)];
    const fed: Float32Array[] = [];
    const answer: Answer = (planes) => {
      for (const pixels of crops) pixels.fill(0);
      fed.push(planes);
      return [0, planes[0] === 9 ? 1 : 0, 0];
    };
    expect(await liveSample(ready(answer, answer), crops)).toBe(1);
    expect(fed.flatMap((planes) => [...planes]).every((value) => value === 0)).toBe(true);
  });

  it.each<[string, Answer]>([
    [
      'throws',
      () => {
        throw new Error('out of memory');
      },
    ],
    ['gives NaN', () => [Number.NaN, Number.NaN, Number.NaN]],
    ['gives nothing', () => []],
  ])('is NaN when one model %s', async (_, broken) => {
    expect(
      await liveSample(
        ready(() => [0, 1, 0], broken),
        CROPS,
      ),
    ).toBeNaN();
  });

  it('is NaN of a frame that was observed before the models had started', async () => {
    expect(
      await liveSample(
        ready(
          () => [0, 1, 0],
          () => [0, 1, 0],
        ),
        [],
      ),
    ).toBeNaN();
    expect(await liveSample({ kind: 'failed' }, [])).toBeNaN();
  });

  it('is null in a build without the models', async () => {
    expect(await liveSample({ kind: 'absent' }, [])).toBeNull();
  });
});

describe('readingOf', () => {
  it('gives what was measured, in order', () => {
    expect(readingOf([0, 0.5, 1])).toEqual({ kind: 'measured', liveProbabilities: [0, 0.5, 1] });
  });

  it.each([[[1, Number.NaN, 1]], [[1, 1.5]], [[-0.1]], [[null, 1]]])('is failed with %j', (samples) => {
    expect(readingOf(samples)).toEqual({ kind: 'failed' });
  });

  it('is absent in a build without the models', () => {
    expect(readingOf([null, null])).toEqual({ kind: 'absent' });
  });
});
