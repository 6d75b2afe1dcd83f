import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'jsdom',
    // The whole widget over doubles: no camera, no worker, no network.
    alias: [{ find: /^candor$/, replacement: 'candor/testing/jsdom' }],
  },
});
