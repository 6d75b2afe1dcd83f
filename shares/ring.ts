import type { Bytes } from '../src/core/bytes.js';
import { ShareError } from './errors.js';

/** Whole numbers modulo 2³², as words of typed arrays (Araki et al. 2016, §2.3: the protocol works in any such ring). A stored
 * sum or difference wraps by itself; products are `Math.imul`, which keeps the low 32 bits. */
export type Words = Uint32Array<ArrayBuffer>;

export const WORD_BITS = 32;
export const WORD_BYTES = 4;
/** What `getRandomValues` gives at once. */
const MOST_RANDOM_WORDS = 65_536 / WORD_BYTES;

// Loops, not `map`: these are called for every bit of every row, and a call for each word costs several times as much.

export function add(a: Words, b: Words): Words {
  assertSameLength(a, b);
  const sum = new Uint32Array(a.length);
  for (let at = 0; at < sum.length; at += 1) sum[at] = (a[at] ?? 0) + (b[at] ?? 0);
  return sum;
}

export function subtract(a: Words, b: Words): Words {
  assertSameLength(a, b);
  const difference = new Uint32Array(a.length);
  for (let at = 0; at < difference.length; at += 1) difference[at] = (a[at] ?? 0) - (b[at] ?? 0);
  return difference;
}

export function xor(a: Words, b: Words): Words {
  assertSameLength(a, b);
  const differing = new Uint32Array(a.length);
  for (let at = 0; at < differing.length; at += 1) differing[at] = (a[at] ?? 0) ^ (b[at] ?? 0);
  return differing;
}

/** @throws {@link ShareError} `shares.bad_input`. */
export function assertSameLength(a: Words, b: Words): void {
  if (a.length !== b.length)
    throw new ShareError('shares.bad_input', { detail: `${a.length} and ${b.length} words` });
}

/** One after the other, in one array. */
export function concatenate(parts: readonly Words[]): Words {
  const all = new Uint32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** From the system's generator. */
export function randomWords(count: number): Words {
  const words = new Uint32Array(count);
  for (let at = 0; at < count; at += MOST_RANDOM_WORDS)
    crypto.getRandomValues(words.subarray(at, at + MOST_RANDOM_WORDS));
  return words;
}

/** A view, in the machine's byte order: all three machines must have the same (docs/three-operators.md). */
export function bytesOf(words: Words): Bytes {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** A view, where the bytes begin at a whole word of their buffer; else a copy.
 * @throws {@link ShareError} `shares.wrong_length` unless they are `count` words. */
export function wordsOf(bytes: Bytes, count: number): Words {
  if (bytes.byteLength !== count * WORD_BYTES)
    throw new ShareError('shares.wrong_length', {
      detail: `${bytes.byteLength} bytes, not ${count * WORD_BYTES}`,
    });
  const whole = bytes.byteOffset % WORD_BYTES === 0 ? bytes : bytes.slice();
  return new Uint32Array(whole.buffer, whole.byteOffset, count);
}
