import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { genuine, variantIdentity, writeClip } from '../../src/testing/index.js';
import { ROOT } from '../../tools/build/root.js';
import { splitMjpeg } from '../../tools/identities/mjpeg.js';
import type { Picture } from './pictures.js';

const TAKES = [1, 2, 3];
const CLIP_MS = 100;

/** Rendered persons, one picture of each of three sessions: they test the program, not the world.
 * @param people - how many. */
export async function renderPictures(people: number): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (let person = 1; person <= people; person += 1) {
    const identity = variantIdentity(person);
    const folder = join(ROOT, '.cache', 'accuracy-pictures', identity.name);
    await mkdir(folder, { recursive: true });
    for (const take of TAKES) {
      const clip = await writeClip(genuine({ identity, take, challenge: [], durationMs: CLIP_MS }));
      const [picture] = splitMjpeg(await readFile(clip));
      if (picture === undefined) throw new Error(`${clip} holds no picture`);
      const path = join(folder, `${take}.jpg`);
      await writeFile(path, picture);
      pictures.push({ person: identity.name, name: `${identity.name}/${take}.jpg`, path, group: null });
    }
  }
  return pictures;
}
