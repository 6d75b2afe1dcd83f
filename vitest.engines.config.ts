import { defineConfig } from 'vitest/config';

/** `npm run test:engines`: the built demo in other engines than Chromium, each skipped, and said to be, where the system has it not. */
export default defineConfig({
  test: {
    include: ['e2e/engines/**/*.engines.test.ts'],
    environment: 'node',
    // Node 20 has no WebSocket of its own without.
    execArgv: ['--experimental-websocket'],
    // A camera plays meanwhile.
    maxWorkers: 1,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
