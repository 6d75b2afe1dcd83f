import { describe, expect, it } from 'vitest';
import { share } from '../sharing.js';
import { seededWords } from '../three-parties.fixture.js';
import { Gallery } from './gallery.js';
import type { Row } from './row-block.js';
import { BLOCK_ROWS } from './row-memory.js';

const DIM = 2;
const random = seededWords(91);

function rowOf(number: number): Row {
  const [shares] = share('arithmetic', random(DIM));
  return { id: number.toString(16).padStart(32, '0'), shares };
}

/** What a query would compute with. */
function contentOf(gallery: Gallery) {
  const blocks = [...gallery.blocks()];
  return {
    ids: gallery.ids,
    own: blocks.flatMap(({ own }) => [...own]),
    next: blocks.flatMap(({ next }) => [...next]),
  };
}

/** The same, of rows in order. */
function expected(rows: readonly Row[]) {
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ids: sorted.map(({ id }) => id),
    own: sorted.flatMap(({ shares }) => [...shares.own]),
    next: sorted.flatMap(({ shares }) => [...shares.next]),
  };
}

describe('a gallery', () => {
  it('has its rows in the order of their ids, whenever they came and went', () => {
    const gallery = new Gallery(DIM);
    const there = new Map<string, Row>();
    for (let step = 0; step < 4_000; step += 1) {
      const [word = 0, choice = 0] = random(2);
      const row = rowOf(word % 2_000);
      if (choice % 4 === 0) {
        gallery.remove([row.id]);
        there.delete(row.id);
      } else {
        gallery.put([row]);
        there.set(row.id, row);
      }
      expect(gallery.has(row.id)).toBe(there.has(row.id));
    }
    expect(there.size).toBeGreaterThan(3 * BLOCK_ROWS);
    expect(contentOf(gallery)).toEqual(expected([...there.values()]));
    gallery.remove(gallery.ids);
    expect(contentOf(gallery)).toEqual(expected([]));
  });

  it('has full blocks when its rows come in order', () => {
    const rows = Array.from({ length: 2 * BLOCK_ROWS + 3 }, (_, number) => rowOf(number));
    const gallery = new Gallery(DIM);
    gallery.put(rows);
    const lengths = [...gallery.blocks()].map(({ own }) => own.length / DIM);
    expect(lengths).toEqual([BLOCK_ROWS, BLOCK_ROWS, 3]);
  });

  it('gives chosen rows in blocks of one size, whatever lies beside them', () => {
    const rows = Array.from({ length: 3 * BLOCK_ROWS }, (_, number) => rowOf(number));
    const gallery = new Gallery(DIM);
    gallery.put(rows.toReversed());
    const chosen = rows.slice(5, 5 + BLOCK_ROWS + 3);
    const blocks = [...gallery.blocksOf(chosen.map(({ id }) => id))];
    expect(blocks.map(({ own }) => own.length)).toEqual([BLOCK_ROWS * DIM, 3 * DIM]);
    expect(blocks.flatMap(({ next }) => [...next])).toEqual(expected(chosen).next);
  });

  it('is computed with where it lies, and keeps nothing of a row that went', () => {
    const gallery = new Gallery(DIM);
    const [first, second] = [rowOf(1), rowOf(2)];
    gallery.put([first, second]);
    const memoryOf = () => [...gallery.blocks()].map(({ own }) => own.buffer);
    const [before] = memoryOf();
    gallery.put([rowOf(3)]);
    expect(memoryOf()).toEqual([before]);
    expect(memoryOf()[0]).toBe(before);
    gallery.remove([second.id]);
    const words = new Uint32Array(before ?? new ArrayBuffer(0));
    expect(words.includes(first.shares.own[0] ?? 0)).toBe(true);
    expect(words.includes(second.shares.own[0] ?? 0)).toBe(false);
  });

  it('has another state with other rows, or after a refresh', () => {
    const gallery = new Gallery(DIM);
    const states = [gallery.stateAt(0), gallery.stateAt(1)];
    gallery.put([rowOf(1)]);
    states.push(gallery.stateAt(0));
    gallery.put([rowOf(2)]);
    states.push(gallery.stateAt(0));
    expect(new Set(states).size).toBe(4);
    gallery.remove([rowOf(2).id]);
    expect(gallery.stateAt(0)).toBe(states[2]);
  });

  it('gives no block with a row that it lacks', () => {
    expect(() => [...new Gallery(DIM).blocksOf([rowOf(1).id])]).toThrow(
      expect.objectContaining({ code: 'shares.rows_differ' }),
    );
  });
});
