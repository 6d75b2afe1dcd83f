import { describe, expect, it } from 'vitest';
import { unitVector } from '../testing/harness.fixture.js';
import { decryptTemplate, encryptTemplate, type TemplateBinding } from './template-cipher.js';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const keys = { storageKey: random(32), slotKey: random(32) };
const vector = unitVector(3);
const dim = vector.length;
const binding: TemplateBinding = {
  verificationId: 'v-1',
  modelId: 'm',
  modelSha256: 'h',
  transformId: 't',
  slotId: '1.x',
};
const seal = () => encryptTemplate(keys, binding, vector, random);

describe('a template at rest', () => {
  it('comes back exactly', () => {
    expect(decryptTemplate(keys, binding, seal(), dim)).toEqual(vector);
  });

  it('is encrypted under a fresh IV each time', () => {
    const sealed = Array.from({ length: 100 }, seal);
    expect(new Set(sealed.map((bytes) => bytes.subarray(0, 12).join())).size).toBe(100);
    expect(new Set(sealed.map((bytes) => bytes.subarray(12).join())).size).toBe(100);
  });

  it.each(['storageKey', 'slotKey'] as const)('opens with no other %s', (name) => {
    expect(() => decryptTemplate({ ...keys, [name]: random(32) }, binding, seal(), dim)).toThrow();
  });

  it.each(Object.keys(binding))('opens under no other %s', (name) => {
    expect(() => decryptTemplate(keys, { ...binding, [name]: 'another' }, seal(), dim)).toThrow();
  });

  it('opens with no other length, and not with one bit changed', () => {
    const sealed = seal();
    expect(() => decryptTemplate(keys, binding, sealed, 64)).toThrow(RangeError);
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = sealed.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(() => decryptTemplate(keys, binding, flipped, dim), `byte ${at}`).toThrow();
    }
  });
});
