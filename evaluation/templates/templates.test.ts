import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmbeddedFrame } from '../harness/in-page.js';
import { compare, halvable } from './compare.js';
import { toMarkdown } from './report.js';
import { STRATEGIES, similarity } from './strategies.js';

const frame = (mediaTimeMs: number, score: number, ...values: number[]): EmbeddedFrame => {
  const length = Math.hypot(...values);
  return { view: 'front', mediaTimeMs, score, embedding: values.map((value) => value / length) };
};
const turned = (...args: Parameters<typeof frame>): EmbeddedFrame => ({ ...frame(...args), view: 'turned' });

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

describe('a turned frame', () => {
  const front = [frame(0, 50, 1, 0), frame(400, 50, 1, 0)];
  const withTurned = [...front, turned(800, 90, 1, 1)];

  it.each(['windows', 'every', 'weighted', 'best', 'two'])('is no part of %s', (id) => {
    expect(strategy(id).template(withTurned)).toEqual(strategy(id).template(front));
  });

  it('moves the mean that it is part of', () => {
    const [one] = strategy('turned').template(withTurned);
    expect(one?.[1]).toBeGreaterThan(0.1);
    expect(strategy('turned').template(front)).toEqual([[1, 0]]);
  });

  it('is a part of its own besides the mean, where there is one', () => {
    expect(strategy('two-views').template(withTurned)).toEqual([
      [1, 0],
      [expect.closeTo(Math.SQRT1_2, 12), expect.closeTo(Math.SQRT1_2, 12)],
    ]);
    expect(strategy('two-views').template(front)).toEqual([[1, 0]]);
  });
});

describe('compare', () => {
  const clips = [
    { person: 'a', group: 'g', frames: [frame(0, 50, 1, 0), frame(3_000, 50, 1, 0)] },
    { person: 'b', group: 'g', frames: [frame(0, 50, 0, 1), frame(3_000, 50, 0, 1)] },
    { person: 'a', group: 'g', frames: [frame(0, 50, 1, 0), frame(3_000, 50, 1, 0)] },
  ];

  it('sets halves of one person against each other, and those of two', () => {
    const { genuine, impostor } = compare(clips, strategy('every'));
    expect(genuine).toEqual([1, 1, 1, 1, 1]);
    expect(impostor).toEqual([0, 0, 0, 0]);
  });

  it('counts two people of one group among themselves', () => {
    const stranger = { person: 'c', group: null, frames: [frame(0, 50, 1, 1), frame(3_000, 50, 1, 1)] };
    const { groups, impostor } = compare([...clips, stranger], strategy('every'));
    expect([...groups]).toEqual([['g', [0, 0, 0, 0]]]);
    expect(impostor).toHaveLength(10);
  });

  it('leaves out who was seen in one half only, and says how many', () => {
    const half = { person: 'c', group: null, frames: [frame(0, 50, 1, 1), turned(3_000, 50, 1, 1)] };
    const none = { person: 'd', group: null, frames: [] };
    expect(halvable([...clips, half, none])).toEqual({ clips, left: 2 });
  });
});

describe('the tables', () => {
  const two = [
    { person: 'a', group: 'g', frames: [frame(0, 50, 1, 0), frame(3_000, 50, 1, 0.1)] },
    {
      person: 'b',
      group: 'g',
      frames: [frame(0, 50, 1, 0.2), turned(1_000, 50, 1, 1), frame(3_000, 50, 1, 1)],
    },
  ];
  const results = {
    source: 'Toys.',
    clips: two,
    left: 1,
    comparisons: [compare(two, strategy('windows'))],
    madeWith: {},
  };

  it('stand at each threshold, with the worst group before everybody', () => {
    const report = toMarkdown({
      ...results,
      at: [
        { threshold: 0.45, title: 'what ships' },
        { threshold: 0.99, title: 'high' },
      ],
    });
    expect(report).toContain('## At 0.45: what ships');
    const rows = report.split('\n').filter((line) => line.startsWith('| mean of one frame'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('| 0/2, ≤ 100 % | 0.995 | g: 2/2, 100 % (34–100 %) | 2/2, 100 % (34–100 %) |');
    expect(rows[1]).toContain('| 1/2, 50 % (9.5–91 %) | 0.995 | g: 1/2, 50 % (9.5–91 %) |');
    expect(report).toContain('2 persons,\n2 clips, in 1 of them the head was turned');
  });

  it('say of groups that nobody gave that they were not measured', () => {
    const ungrouped = two.map((clip) => ({ ...clip, group: null }));
    const comparisons = [compare(ungrouped, strategy('windows'))];
    const report = toMarkdown({ ...results, comparisons, at: [{ threshold: 0.45, title: 'what ships' }] });
    expect(report).toContain('| not measured | 2/2');
  });
});
