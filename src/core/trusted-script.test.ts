import { afterEach, expect, it, vi } from 'vitest';
import { POLICY_NAME, trustedAddress } from './trusted-script.js';

/** The browser's own way is for e2e/vision/policies.spec.ts. */

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, Symbol.for('candor.trusted-types'));
});

const FIRST = 'https://shop.example/first/candor-worker.js';
const SECOND = 'https://shop.example/second/candor-worker.js';

it('passes the worker of each build in the page, under one policy, and no other address', () => {
  const names: string[] = [];
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, { createScriptURL }: { createScriptURL(url: string): string }) => {
      // As a browser does for a name that is given twice.
      if (names.includes(name)) throw new TypeError(`Policy with name "${name}" already exists`);
      names.push(name);
      return { createScriptURL: (url: string) => `trusted ${createScriptURL(url)}` };
    },
  });
  expect(trustedAddress(FIRST, (url) => url === FIRST)).toBe(`trusted ${FIRST}`);
  expect(trustedAddress(SECOND, (url) => url === SECOND)).toBe(`trusted ${SECOND}`);
  const other = 'https://shop.example/other.js';
  expect(trustedAddress(other, (url) => url === FIRST)).toBe(other);
  expect(names).toEqual([POLICY_NAME]);
});

it('leaves the address as it is where there are no Trusted Types', () => {
  expect(trustedAddress(FIRST, () => false)).toBe(FIRST);
});
