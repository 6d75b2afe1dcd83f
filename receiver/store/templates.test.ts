import { describe, expect, it } from 'vitest';
import { unitVector } from '../testing/harness.fixture.js';
import { decryptTemplate, encryptTemplate } from './templates.js';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const key = random(32);
const row = (sealed: Uint8Array) => ({ verificationId: 'v-1', dim: unitVector(3).length, sealed });

describe('a template at rest', () => {
  it('comes back exactly', () => {
    const embedding = unitVector(3);
    const sealed = encryptTemplate(key, 'v-1', embedding, random);
    expect(decryptTemplate(key, row(sealed))).toEqual(embedding);
  });

  it('is encrypted under a fresh IV each time', () => {
    const sealed = Array.from({ length: 100 }, () => encryptTemplate(key, 'v-1', unitVector(3), random));
    expect(new Set(sealed.map((bytes) => bytes.subarray(0, 12).join())).size).toBe(100);
    expect(new Set(sealed.map((bytes) => bytes.subarray(12).join())).size).toBe(100);
  });

  it('opens for no other key, row or length, and not with one bit changed', () => {
    const sealed = encryptTemplate(key, 'v-1', unitVector(3), random);
    expect(() => decryptTemplate(random(32), row(sealed))).toThrow();
    expect(() => decryptTemplate(key, { ...row(sealed), verificationId: 'v-2' })).toThrow();
    expect(() => decryptTemplate(key, { ...row(sealed), dim: 64 })).toThrow(RangeError);
    for (let index = 0; index < sealed.length; index += 1) {
      const flipped = sealed.slice();
      flipped[index] = (flipped[index] ?? 0) ^ 1;
      expect(() => decryptTemplate(key, row(flipped)), `byte ${index}`).toThrow();
    }
  });
});
