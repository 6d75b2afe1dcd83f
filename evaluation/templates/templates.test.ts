import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmbeddedFrame } from '../harness/in-page.js';
import { compare, halvable } from './compare.js';
import { STRATEGIES, similarity } from './strategies.js';

const frame = (mediaTimeMs: number, score: number, ...values: number[]): EmbeddedFrame => {
  const length = Math.hypot(...values);
  return { mediaTimeMs, score, embedding: values.map((value) => value / length) };
};

function strategy(id: string) {
  const found = STRATEGIES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no strategy ${id}`);
  return found;
}

const anyFrame = fc
  .tuple(
    fc.nat(5_000),
    fc.nat(100),
    fc.double({ min: 0.1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  )
  .map(([at, score, x, y]) => frame(at, score + 1, x, y));

describe('a strategy', () => {
  it.each(STRATEGIES.map(({ id }) => id))('%s makes unit vectors, and the same of equal frames', (id) => {
    fc.assert(
      fc.property(fc.array(anyFrame, { minLength: 1, maxLength: 20 }), (frames) => {
        for (const vector of strategy(id).template(frames)) expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
      }),
    );
    const alike = [frame(0, 50, 1, 2), frame(500, 50, 1, 2)];
    expect(similarity(strategy(id).template(alike), [alike[0]?.embedding ?? []])).toBeCloseTo(1, 6);
  });

  it('of the widget takes the best of each window', () => {
    const frames = [frame(0, 10, 1, 0), frame(100, 90, 0, 1), frame(450, 50, 0, 1)];
    expect(strategy('windows').template(frames)).toEqual([[0, 1]]);
  });

  it('with a second part is as near as its nearer part', () => {
    const frames = [frame(0, 50, 1, 0), frame(400, 50, 1, 0.1), frame(800, 90, 1, 0.9)];
    const two = strategy('two').template(frames);
    expect(two).toHaveLength(2);
    const other = [frame(0, 50, 1, 0.9).embedding];
    expect(similarity(two, other)).toBeGreaterThan(similarity(strategy('windows').template(frames), other));
  });
});

describe('compare', () => {
  const clips = [
    { person: 'a', frames: [frame(0, 50, 1, 0), frame(3_000, 50, 1, 0)] },
    { person: 'b', frames: [frame(0, 50, 0, 1), frame(3_000, 50, 0, 1)] },
    { person: 'a', frames: [frame(0, 50, 1, 0), frame(3_000, 50, 1, 0)] },
  ];

  it('sets halves of one person against each other, and those of two', () => {
    const { genuine, impostor } = compare(clips, strategy('every'));
    expect(genuine).toEqual([1, 1, 1, 1, 1]);
    expect(impostor).toEqual([0, 0, 0, 0]);
  });

  it('leaves out who was seen in one half only, and says how many', () => {
    const half = { person: 'c', frames: [frame(0, 50, 1, 1)] };
    expect(halvable([...clips, half, { person: 'd', frames: [] }])).toEqual({ clips, left: 2 });
  });
});
