import { afterAll, expect, vi } from 'vitest';

/** Before each test file that shares its process with others (`vitest.config.ts`): it begins with modules that nobody has used, and
 * leaves the globals as it found them, or fails. */

vi.resetModules();

/** Packages mark by an underscore what is theirs: that they are loaded, and their helpers. */
const globals = (): readonly string[] =>
  Object.getOwnPropertyNames(globalThis)
    .filter((name) => !name.startsWith('_'))
    .toSorted();
/** sharp tells the library that it brings where that is. */
const environment = () => ({ ...process.env, VIPSHOME: undefined });

const before = { globals: globals(), environment: environment(), folder: process.cwd() };

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  const after = { globals: globals(), environment: environment(), folder: process.cwd() };
  expect(after, 'what the next file finds; vitest.config.ts can give this one a process of its own').toEqual(
    before,
  );
});
