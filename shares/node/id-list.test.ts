import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdList } from './id-list.js';

/** Some share their first two digits. */
const ids = fc.array(
  fc
    .tuple(fc.constantFrom('00', '0f', 'a0', 'ff'), fc.nat({ max: 9 }))
    .map(([prefix, rest]) => `${prefix}${rest}`),
  { maxLength: 30 },
);

function listOf(some: readonly string[]): IdList {
  const list = new IdList();
  for (const id of some) list.add(id);
  return list;
}

describe('a list of ids', () => {
  it('has each once, ascending, whatever came and went', () => {
    fc.assert(
      fc.property(ids, ids, (come, go) => {
        const list = listOf(come);
        for (const id of go) list.remove(id);
        const there = [...new Set(come)].filter((id) => !go.includes(id)).toSorted();
        expect(list.all()).toEqual(there);
        expect(list.size).toBe(there.length);
        expect(list.last).toBe(there.at(-1));
      }),
    );
  });

  it('has the digest of the same ids in another order, and of no others', () => {
    fc.assert(
      fc.property(ids, ids, ids, (one, other, gone) => {
        const [first, second] = [listOf(one), listOf(other)];
        // Digested before and after, so that what is kept of a digest is seen to change.
        for (const list of [first, second]) list.digest();
        for (const id of gone) second.remove(id);
        const left = [...new Set(other)].filter((id) => !gone.includes(id));
        expect(second.digest()).toBe(listOf(left.toReversed()).digest());
        const isSame = first.all().join() === left.toSorted().join();
        expect(first.digest() === second.digest()).toBe(isSame);
      }),
    );
  });

  it('is empty again', () => {
    const list = listOf(['00a', 'ffb']);
    list.clear();
    expect(list.digest()).toBe(new IdList().digest());
    expect(list.all()).toEqual([]);
  });
});
