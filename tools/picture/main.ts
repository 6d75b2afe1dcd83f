import { readFile, writeFile } from 'node:fs/promises';
import { ROOT } from '../build/root.js';
import { sideBySide } from './compose.js';
import { PICTURE, withPicture } from './place.js';

/** `npm run picture`: README.md's picture of the notice, the place, the review and the end, made of what `npm run screens` has photographed
 * of the demo, in the windows that a seller has of them. */

const SCREENS = ['01-notice', '04-positioning', '06-review', '08-done'];

async function main(): Promise<void> {
  const paths = SCREENS.map((state) => `${ROOT}test-results/screens/${state}.en-390x844-light.png`);
  const picture = await sideBySide(await Promise.all(paths.map((path) => readFile(path))));
  await writeFile(ROOT + PICTURE, picture);
  const readme = `${ROOT}README.md`;
  await writeFile(readme, withPicture(await readFile(readme, 'utf8')));
  console.log(`${PICTURE}: ${(picture.length / 1_000).toFixed(1)} kB`);
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});
