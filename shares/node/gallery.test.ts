import { describe, expect, it } from 'vitest';
import { share } from '../sharing.js';
import { seededWords } from '../three-parties.fixture.js';
import { BLOCK_ROWS, Gallery, type Row } from './gallery.js';

const DIM = 2;
const random = seededWords(91);

function rowOf(number: number): Row {
  const [shares] = share('arithmetic', random(DIM));
  return { id: number.toString(16).padStart(32, '0'), shares };
}

describe('a gallery', () => {
  it('has its rows in the order of their ids, whenever they came', () => {
    const rows = Array.from({ length: BLOCK_ROWS + 3 }, (_, number) => rowOf(number));
    const gallery = new Gallery();
    gallery.put(rows.toReversed());
    expect(gallery.ids).toEqual(rows.map(({ id }) => id));
    const blocks = [...gallery.blocks()];
    expect(blocks.map(({ own }) => own.length)).toEqual([BLOCK_ROWS * DIM, 3 * DIM]);
    expect(blocks.flatMap(({ next }) => [...next])).toEqual(rows.flatMap(({ shares }) => [...shares.next]));
  });

  it('has another state with other rows, or after a refresh', () => {
    const gallery = new Gallery();
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
    expect(() => [...new Gallery().blocks([rowOf(1).id])]).toThrow(
      expect.objectContaining({ code: 'shares.rows_differ' }),
    );
  });
});
