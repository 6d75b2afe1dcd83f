import { defineConfig } from 'vitest/config';

/** `npm run bench:receiver`; CANDOR_BENCH_TEMPLATES are the sizes of the gallery, with commas, CANDOR_BENCH_ROUNDS how often
 * crowds come with and without openers. */
export default defineConfig({
  test: {
    include: ['receiver/bench/receiver-cost.bench.test.ts'],
    environment: 'node',
    hookTimeout: 120_000,
  },
});
