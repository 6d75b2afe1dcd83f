import { defineConfig } from '@playwright/test';
import { CAMERA_SPECS, STILL, STILL_SPECS } from './e2e/support/spec-lists.js';
import { CHROMIUM_ARGS } from './tools/lab/chromium-args.js';
import { installedChromium } from './tools/test/chromium.js';

const chromium = installedChromium();

/** Of the whole path: `clip.spec.ts` is no `camera/clip.spec.ts`. */
function matching(specs: readonly string[]): string[] {
  return specs.map((spec) => `**/e2e/${spec}`);
}

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: STILL, testMatch: matching(STILL_SPECS), outputDir: 'test-results/e2e-still' },
    { name: 'camera', testMatch: matching(CAMERA_SPECS), outputDir: 'test-results/e2e' },
  ],
  globalSetup: './e2e/support/build-pages.ts',
  // One at a time: landmarks on a software GPU and two browsers on two cores would measure each other. What is still has more where it runs
  // by itself (`npm run test:e2e-still`).
  workers: 1,
  // A test that flickers is looked at, in CI too.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium.path }),
      args: [...CHROMIUM_ARGS],
    },
  },
});
