import { defineConfig } from 'vitest/config';

/** `npm run bench:receiver`; CANDOR_BENCH_TEMPLATES are the sizes of the gallery, with commas. */
export default defineConfig({
  test: {
    include: ['receiver/bench/receiver-cost.bench.test.ts'],
    environment: 'node',
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
  },
});
