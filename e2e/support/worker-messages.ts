import type { Page } from '@playwright/test';

/** What a page is told by its workers, and whether a template is in it. */

/** Something large in a message: a buffer, a list of numbers (as float64) or a text. */
export interface Heard {
  readonly kind: 'bytes' | 'numbers' | 'text';
  readonly base64: string;
}

export interface AllHeard {
  readonly messages: number;
  readonly large: readonly Heard[];
}

/** To be run before any script of the page: keeps what every worker and every channel tells it. What could hold no template of a
 * hundred numbers is counted and not kept. */
export const KEEP_WORKER_MESSAGES = `{
  const heard = { messages: 0, large: [] };
  globalThis.workerMessages = heard;
  const walk = (value) => {
    if (typeof value === 'string' && value.length >= 100) heard.large.push({ kind: 'text', value });
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof ArrayBuffer) return heard.large.push({ kind: 'bytes', value: value.slice(0) });
    if (ArrayBuffer.isView(value)) {
      const { buffer, byteOffset, byteLength } = value;
      return heard.large.push({ kind: 'bytes', value: buffer.slice(byteOffset, byteOffset + byteLength) });
    }
    const inner = Object.values(value);
    const numbers = inner.filter((each) => typeof each === 'number');
    if (numbers.length >= 100) heard.large.push({ kind: 'numbers', value: Float64Array.from(numbers).buffer });
    inner.forEach(walk);
  };
  const keep = ({ data }) => {
    heard.messages += 1;
    walk(data);
  };
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', keep);
    }
  };
  const listened = new WeakSet();
  const { addEventListener } = MessagePort.prototype;
  MessagePort.prototype.addEventListener = function (type, ...rest) {
    if (type === 'message' && !listened.has(this)) {
      listened.add(this);
      addEventListener.call(this, 'message', keep);
    }
    return addEventListener.call(this, type, ...rest);
  };
}`;

/** @throws where {@link KEEP_WORKER_MESSAGES} did not run. */
export async function workerMessages(page: Page): Promise<AllHeard> {
  return page.evaluate(() => {
    const { messages, large } = Reflect.get(globalThis, 'workerMessages');
    const base64Of = (value: ArrayBuffer | string): string => {
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : new Uint8Array(value);
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    };
    const shown = large.map(({ kind, value }: { kind: Heard['kind']; value: ArrayBuffer | string }) => ({
      kind,
      base64: base64Of(value),
    }));
    return { messages, large: shown };
  });
}

/** As which numbers a buffer may be read. */
const READINGS = {
  float32: [4, (bytes, at) => bytes.readFloatLE(at)],
  float64: [8, (bytes, at) => bytes.readDoubleLE(at)],
  fixed32: [4, (bytes, at) => bytes.readInt32LE(at)],
  fixed16: [2, (bytes, at) => bytes.readInt16LE(at)],
  int8: [1, (bytes, at) => bytes.readInt8(at)],
} as const satisfies Record<string, readonly [size: number, read: (bytes: Buffer, at: number) => number]>;

/** Rounding moves a template by much less, and nothing else comes so near. */
const SAME_COSINE = 0.95;

/** The forms in which the template, or its direction, is in what was heard: `bytes as float32` and the like. */
export function templatesIn(large: readonly Heard[], template: ArrayLike<number>): readonly string[] {
  const found = large.flatMap(({ kind, base64 }) =>
    buffersOf(kind, Buffer.from(base64, 'base64')).flatMap((bytes) =>
      Object.entries(READINGS)
        .filter(([, [size, read]]) => isIn(numbersOf(bytes, size, read), template))
        .map(([form]) => `${kind} as ${form}`),
    ),
  );
  return [...new Set(found)].toSorted();
}

/** A text may be a buffer's. */
function buffersOf(kind: Heard['kind'], bytes: Buffer): readonly Buffer[] {
  return kind === 'text' ? [Buffer.from(bytes.toString('utf8'), 'base64')] : [bytes];
}

function numbersOf(bytes: Buffer, size: number, read: (bytes: Buffer, at: number) => number): Float64Array {
  return Float64Array.from({ length: Math.floor(bytes.length / size) }, (_, at) => read(bytes, at * size));
}

/** Anywhere among the numbers, in one piece. */
function isIn(numbers: Float64Array, template: ArrayLike<number>): boolean {
  const dim = template.length;
  for (let from = 0; from + dim <= numbers.length; from += 1) {
    if (cosine(numbers.subarray(from, from + dim), template) > SAME_COSINE) return true;
  }
  return false;
}

/** NaN where there is no direction. */
function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, squareA, squareB] = [0, 0, 0];
  for (let index = 0; index < b.length; index += 1) {
    const [one, other] = [a[index] ?? 0, b[index] ?? 0];
    dot += one * other;
    squareA += one * one;
    squareB += other * other;
  }
  return dot / Math.sqrt(squareA * squareB);
}
