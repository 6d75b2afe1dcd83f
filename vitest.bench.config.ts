import { defineConfig } from 'vitest/config';

/** `npm run bench:receiver` and `bench:operators`; CANDOR_BENCH_TEMPLATES are the sizes of the gallery, with commas, CANDOR_BENCH_ROUNDS how often
 * crowds come with and without openers, CANDOR_BENCH_CROWD how many sellers are in one, CANDOR_BENCH_DECISIONS how many are timed alone. */
export default defineConfig({
  test: {
    include: ['receiver/bench/*.bench.test.ts'],
    environment: 'node',
    hookTimeout: 600_000,
  },
});
