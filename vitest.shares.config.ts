import { defineConfig } from 'vitest/config';

/** The second half of `npm run test:shares`: three operators with databases of their own, three processes that are killed, and the receiver as their marketplace. */
export default defineConfig({
  test: {
    include: ['{shares,receiver}/**/*.nodes.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    execArgv: ['--liftoff-only'],
  },
});
