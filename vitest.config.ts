import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,receiver,tools,bench,demo,e2e,evaluation}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Cryptography, PGlite and rendering on two shared cores; no test asserts a duration.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
