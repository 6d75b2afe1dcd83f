import { DEMO_FOLDER } from '../../docs/site/live-demo.mjs';
import { ROOT } from '../build/root.js';
import { buildLibrary } from '../start/build-demo.js';
import { buildLiveDemo } from './live-demo.js';

/** The last part of `npm run docs:build`: puts the live demo into the built site. */
async function main(): Promise<void> {
  await buildLibrary((line) => console.log(line));
  const folder = `docs/site/.vitepress/dist/${DEMO_FOLDER}`;
  await buildLiveDemo(`${ROOT}${folder}`);
  console.log(`live demo: ${folder}`);
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
