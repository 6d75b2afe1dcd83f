import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS } from './tools/lab/chromium-args.js';
import { installedChromium } from './tools/test/chromium.js';

const chromium = installedChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/support/build-pages.ts',
  // One at a time: landmarks on a software GPU and two browsers on two cores would measure each other.
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
