import { defineConfig } from 'vitest/config';

/** `npm run test:machines`: several receivers and what withdrawal leaves on disks, at the length that takes minutes. */
export default defineConfig({
  test: {
    include: [
      'e2e/receiver/several.test.ts',
      'e2e/receiver/killed.test.ts',
      'receiver/matching/matching.test.ts',
      '{e2e,receiver}/**/*.machines.test.ts',
    ],
    environment: 'node',
    env: { CANDOR_TEST_PAIRS: '200', CANDOR_TEST_KILLINGS: '10' },
    maxWorkers: 1,
  },
});
