import { beginReceiver } from '../../tools/lab/receiver.js';
import { buildDemo, buildPage } from '../../tools/start/build-demo.js';

/** Where the pages of e2e/pages are built. */
export const PAGES_FOLDER = '.cache/e2e-pages';

/** Before the first test: the demo page, the pages that hold the widget in other ways, and a receiver's first start. */
export default async function buildPages(): Promise<void> {
  await buildDemo((line) => console.log(line));
  await buildPage({
    configFile: 'vite.config.ts',
    root: 'e2e/pages',
    build: { outDir: `../../${PAGES_FOLDER}`, emptyOutDir: true },
  });
  await beginReceiver();
}
