import { describe, expect, it } from 'vitest';
import { MasterKeys } from './master-keys.js';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const newKey = (): string => Buffer.from(random(32)).toString('base64url');

describe('master keys', () => {
  it('wrap with the first, and unwrap what any of them wrapped', () => {
    const [old, next] = [newKey(), newKey()];
    const before = new MasterKeys([old], random).wrap('a', Uint8Array.of(1, 2, 3));
    const both = new MasterKeys([next, old], random);
    expect(both.unwrap('a', before)).toEqual(Uint8Array.of(1, 2, 3));
    const after = both.wrap('a', Uint8Array.of(4));
    expect(after.masterKeyId).toBe(both.currentId);
    expect(new MasterKeys([next], random).unwrap('a', after)).toEqual(Uint8Array.of(4));
    expect(() => new MasterKeys([next], random).unwrap('a', before)).toThrow(/was not given/);
  });

  it('unwrap under no other name, and not with one bit changed', () => {
    const keys = new MasterKeys([newKey()], random);
    const { masterKeyId, wrapped } = keys.wrap('a', random(32));
    expect(() => keys.unwrap('b', { masterKeyId, wrapped })).toThrow();
    for (let at = 0; at < wrapped.length; at += 1) {
      const changed = wrapped.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => keys.unwrap('a', { masterKeyId, wrapped: changed }), `byte ${at}`).toThrow();
    }
  });

  it('are 32 bytes each, and at least one', () => {
    expect(() => new MasterKeys([], random)).toThrow(RangeError);
    expect(() => new MasterKeys([newKey(), 'c2hvcnQ'], random)).toThrow(RangeError);
  });
});
