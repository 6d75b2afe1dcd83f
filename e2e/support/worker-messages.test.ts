import { describe, expect, it } from 'vitest';
import { type Heard, templatesIn } from './worker-messages.js';

const DIM = 512;
const ONE = 8_192;

function unitVector(seed: number): Float32Array {
  const raw = Float32Array.from({ length: DIM }, (_, index) => Math.sin(seed * (index + 1) * 12.9898));
  const length = Math.hypot(...raw);
  return raw.map((component) => component / length);
}

const TEMPLATE = unitVector(1);
const FIXED = Int32Array.from(TEMPLATE, (component) => Math.round(component * ONE));

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

const heard = (kind: Heard['kind'], bytes: Buffer): Heard => ({ kind, base64: bytes.toString('base64') });

describe('the search for a template in what a page heard', () => {
  it.each([
    ['bytes as float32', heard('bytes', bytesOf(TEMPLATE))],
    ['numbers as float64', heard('numbers', bytesOf(Float64Array.from(TEMPLATE)))],
    ['bytes as fixed32', heard('bytes', bytesOf(FIXED))],
    ['bytes as fixed16', heard('bytes', bytesOf(Int16Array.from(FIXED)))],
    ['bytes as int8', heard('bytes', bytesOf(Int8Array.from(TEMPLATE, (number) => 500 * number)))],
    ['text as float32', heard('text', Buffer.from(bytesOf(TEMPLATE).toString('base64url')))],
  ])('finds it: %s', (form, message) => {
    expect(templatesIn([message], TEMPLATE)).toEqual([form]);
    expect(templatesIn([message], FIXED)).toEqual([form]);
  });

  it('finds it in the middle of a larger buffer', () => {
    const others = Buffer.alloc(400, 7);
    const message = heard('bytes', Buffer.concat([others, bytesOf(TEMPLATE), others]));
    expect(templatesIn([message], TEMPLATE)).toEqual(['bytes as float32']);
  });

  it('takes no other person, no component and no sealed part for it', () => {
    const random = crypto.getRandomValues(new Uint8Array(4 * DIM));
    const others = [bytesOf(unitVector(2)), bytesOf(random)];
    const messages = others.flatMap((bytes) => [
      heard('bytes', bytes),
      heard('text', Buffer.from(bytes.toString('base64url'))),
    ]);
    expect(templatesIn(messages, TEMPLATE)).toEqual([]);
  });
});
