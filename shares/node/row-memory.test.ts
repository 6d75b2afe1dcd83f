import { describe, expect, it } from 'vitest';
import { BLOCK_ROWS, RowMemory } from './row-memory.js';

const DIM = 512;

describe('the memory of rows', () => {
  it('has a place of its own for every block', () => {
    const memory = new RowMemory(DIM);
    // More than are taken from the system at a time.
    const places = Array.from({ length: 70 }, () => memory.take());
    for (const [at, { own, next }] of places.entries()) {
      own.fill(2 * at + 1);
      next.fill(2 * at + 2);
    }
    for (const [at, { own, next }] of places.entries()) {
      expect(own).toHaveLength(BLOCK_ROWS * DIM);
      expect(new Set(own)).toEqual(new Set([2 * at + 1]));
      expect(new Set(next)).toEqual(new Set([2 * at + 2]));
    }
    expect(new Set(places.map(({ own }) => own.buffer)).size).toBe(2);
  });

  it('uses a place again, and keeps nothing of what was there', () => {
    const memory = new RowMemory(DIM);
    const place = memory.take();
    place.own.fill(1);
    place.next.fill(1);
    memory.giveBack(place);
    const again = memory.take();
    expect(again).toBe(place);
    expect([...again.own, ...again.next].every((word) => word === 0)).toBe(true);
  });

  it('has room for a block of any width', () => {
    const { own } = new RowMemory(40_000).take();
    expect(own).toHaveLength(BLOCK_ROWS * 40_000);
  });
});
