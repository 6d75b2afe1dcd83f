import { describe, expect, it } from 'vitest';
import { PARTIES } from '../party.js';
import { share } from '../sharing.js';
import { seededWords } from '../three-parties.fixture.js';
import { Gallery } from './gallery.js';
import { sampleOf } from './sample.js';

const DIM = 128;
const random = seededWords(92);

describe('a sample of what an operator has', () => {
  it('is of the part that came last, and of its own component', () => {
    const gallery = new Gallery(DIM);
    const parts = [random(DIM), random(DIM)].map((words) => share('arithmetic', words)[1]);
    for (const [at, shares] of parts.entries()) gallery.put([{ id: `${9 - at}`.repeat(32), shares }]);
    const { rows, words } = sampleOf(gallery, 1);
    expect([rows, words.length]).toEqual([2, 6]);
    expect([...(parts[1]?.own ?? [])].join()).toContain(words.join());
  });

  it('is of another place at each operator: all three together show one component of a number at most', () => {
    const [first, second, third] = share('arithmetic', random(DIM));
    const places = PARTIES.map((party) => {
      const gallery = new Gallery(DIM);
      const shares = [first, second, third][party] ?? first;
      gallery.put([{ id: 'a'.repeat(32), shares }]);
      return sampleOf(gallery, party).words.map((word) => shares.own.indexOf(word));
    });
    expect(new Set(places.flat()).size).toBe(18);
  });

  it('is empty where there is none, and told whenever rows come or go', () => {
    const gallery = new Gallery(DIM);
    expect(sampleOf(gallery, 0)).toEqual({ rows: 0, words: [] });
    const told: number[] = [];
    gallery.onChange = () => told.push(sampleOf(gallery, 0).rows);
    const id = 'b'.repeat(32);
    gallery.put([{ id, shares: share('arithmetic', random(DIM))[0] }]);
    gallery.remove([id]);
    expect(told).toEqual([1, 0]);
  });
});
