import { startTestTrio, type TestTrio } from '../../tools/lab/three-operators.js';
import { type ServedApp, serveApp } from '../../tools/start/serve-app.js';
import { createStaticApp } from '../../tools/start/static-app.js';
import { test as base } from './candor-test.js';

interface Held {
  readonly trio: TestTrio;
  readonly demo: ServedApp;
}

/** Those of `candor-test`, with three operators. */
export const test = base.extend<Record<never, never>, Held>({
  trio: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const trio = await startTestTrio(['--review-port', '0']);
      await use(trio);
      await trio.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  demo: [
    async ({ trio }, use) => {
      const { receiver, log } = trio;
      const rules = { endpoint: receiver.url, reviewUrl: receiver.reviewUrl(), operators: log.serve };
      const demo = await serveApp(createStaticApp({ folder: 'demo-dist', ...rules }), 0);
      await use(demo);
      log.close();
      await demo.close();
    },
    { scope: 'worker' },
  ],
});
