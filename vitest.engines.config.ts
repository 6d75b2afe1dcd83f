import { defineConfig } from 'vitest/config';

/** `npm run test:engines`: the built demo in other engines than Chromium. Where the system lacks one, its tests are skipped, and each is
 * listed with the packages that it wants; with `CANDOR_ENGINES=required`, as in CI, they fail. */
export default defineConfig({
  test: {
    include: ['e2e/engines/**/*.engines.test.ts'],
    environment: 'node',
    // Node 20 has no WebSocket of its own without.
    execArgv: ['--experimental-websocket'],
    // The default one prints no names of skipped tests where there are two files, and the reason is in the name.
    reporters: ['verbose'],
    // A camera plays meanwhile.
    maxWorkers: 1,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
