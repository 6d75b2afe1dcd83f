import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClipScript, developed, type Picture, writeClip } from '../../src/testing/index.js';

/** A clip whose pictures carry their number, as black and white squares along the lower edge, far from the face: no engine but
 * Chromium says which picture of a camera it shows. */

const BITS = 10;
const SQUARE_PX = 16;

function marked({ rgb, width, height }: Picture, number: number): Picture {
  const drawn = Uint8ClampedArray.from(rgb);
  for (let bit = 0; bit < BITS; bit += 1) {
    const grey = (number >> bit) & 1 ? 255 : 0;
    for (let y = height - SQUARE_PX; y < height; y += 1) {
      const from = 3 * (y * width + bit * SQUARE_PX);
      drawn.fill(grey, from, from + 3 * SQUARE_PX);
    }
  }
  return { width, height, rgb: drawn };
}

export function withNumbers(script: ClipScript): ClipScript {
  return developed(script, `numbered-${script.name}`, (picture, timeMs) =>
    marked(picture, Math.round((timeMs * script.framesPerSecond) / 1_000)),
  );
}

/** Source of a function in the page that reads the number from a `<video>`; null before there is a picture. */
export const NUMBER_OF = `(video) => {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0) return null;
  const canvas = Object.assign(document.createElement('canvas'), { width, height: ${SQUARE_PX} });
  const context = canvas.getContext('2d');
  context.drawImage(video, 0, ${SQUARE_PX} - height);
  let number = 0;
  for (let bit = 0; bit < ${BITS}; bit += 1) {
    const { data } = context.getImageData(bit * ${SQUARE_PX} + ${SQUARE_PX / 2}, ${SQUARE_PX / 2}, 1, 1);
    if (data[1] > 127) number += 2 ** bit;
  }
  return number;
}`;

const START_OF_IMAGE = Buffer.from([0xff, 0xd8, 0xff]);

/** The pictures of a motion JPEG, one file each. */
export interface Frames {
  /** Of the files' names, as GStreamer and printf write it. */
  readonly pattern: string;
  readonly paths: readonly string[];
}

export async function writeFrames(script: ClipScript, folder: string): Promise<Frames> {
  const clip = await readFile(await writeClip(script));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (let at = 0; at < clip.length; ) {
    const next = clip.indexOf(START_OF_IMAGE, at + START_OF_IMAGE.length);
    const end = next === -1 ? clip.length : next;
    const path = join(folder, `${String(paths.length).padStart(4, '0')}.jpg`);
    await writeFile(path, clip.subarray(at, end));
    paths.push(path);
    at = end;
  }
  return { pattern: join(folder, '%04d.jpg'), paths };
}
