import { beginReceiver } from '../../tools/lab/receiver.js';
import { buildDemo, buildPage, isUpToDate } from '../../tools/start/build-demo.js';

/** Where the pages of e2e/pages are built. */
export const PAGES_FOLDER = '.cache/e2e-pages';
const PAGE_SOURCES = ['dist', 'e2e/pages', 'vite.config.ts', 'package-lock.json'];

/** Before the first test: the demo page, the pages that hold the widget in other ways, and a receiver's first start. */
export default async function prepare(): Promise<void> {
  await buildDemo((line) => console.log(line));
  if (!isUpToDate(`${PAGES_FOLDER}/index.html`, PAGE_SOURCES)) await buildPages();
  await beginReceiver();
}

function buildPages(): Promise<void> {
  return buildPage({
    configFile: 'vite.config.ts',
    root: 'e2e/pages',
    build: { outDir: `../../${PAGES_FOLDER}`, emptyOutDir: true },
  });
}
