import { concatenate, WORD_BITS, type Words } from './ring.js';

/** Turns words into planes: plane b holds bit b of every word, 32 words' bits in one. So a gate works on one bit of 32 rows at once,
 * and a bit that is not needed is not computed.
 * @returns 32 planes of ⌈n / 32⌉ words, one after the other, the lowest bit's first; the bits behind the last word are 0. */
export function toBitPlanes(words: Words): Words {
  const width = Math.ceil(words.length / WORD_BITS);
  const all = new Uint32Array(WORD_BITS * width);
  const square = new Uint32Array(WORD_BITS);
  for (let column = 0; column < width; column += 1) {
    // Loops without a view or an iterator, which would be made for each column: they took half of the time.
    for (let bit = 0, at = column * WORD_BITS; bit < WORD_BITS; bit += 1, at += 1)
      square[bit] = words[at] ?? 0;
    transpose(square);
    for (let bit = 0; bit < WORD_BITS; bit += 1) all[bit * width + column] = square[bit] ?? 0;
  }
  return all;
}

/** 32 × 32 bits, in place: halves, then halves of halves, change places across the diagonal (Warren, Hacker's Delight, §7-3). */
function transpose(square: Words): void {
  let mask = 0x0000_ffff;
  for (let step = WORD_BITS / 2; step > 0; step >>>= 1, mask ^= mask << step) {
    for (let at = 0; at < WORD_BITS; at = (at + step + 1) & ~step) {
      const upper = square[at] ?? 0;
      const lower = square[at + step] ?? 0;
      const changed = ((upper >>> step) ^ lower) & mask;
      square[at] = upper ^ (changed << step);
      square[at + step] = lower ^ changed;
    }
  }
}

/** A plane of ones for the first `count` rows. */
export function rowsMask(count: number): Words {
  const full = new Uint32Array(Math.floor(count / WORD_BITS)).fill(0xffff_ffff);
  const left = count % WORD_BITS;
  return left === 0 ? full : concatenate([full, Uint32Array.of(2 ** left - 1)]);
}

/** The rows whose bit is 1, ascending. */
export function rowsOf(plane: Words): readonly number[] {
  const rows: number[] = [];
  for (const [column, word] of plane.entries())
    for (let left = word; left !== 0; left = (left & (left - 1)) >>> 0)
      rows.push(column * WORD_BITS + (31 - Math.clz32(left & -left)));
  return rows;
}
