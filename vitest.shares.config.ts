import { defineConfig } from 'vitest/config';

/** The second half of `npm run test:shares`: three operators with databases of their own, and three processes that are killed. */
export default defineConfig({
  test: {
    include: ['shares/**/*.nodes.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    execArgv: ['--liftoff-only'],
  },
});
