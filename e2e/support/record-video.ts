import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type ClipScript, writeClip } from '../../src/testing/index.js';
import { splitMjpeg } from '../../tools/identities/mjpeg.js';

/** The browser plays no MJPEG by itself: a rendered clip becomes a video as somebody's webcam makes one, by MediaRecorder, and
 * takes as long as it plays.
 * @param path - of the WebM file. */
export async function recordVideo(page: Page, script: ClipScript, path: string): Promise<void> {
  const pictures = splitMjpeg(await readFile(await writeClip(script))).map((jpeg) => jpeg.toString('base64'));
  const { widthPx, heightPx, framesPerSecond } = script;
  const recorded = await page.evaluate(recordPictures, { pictures, widthPx, heightPx, framesPerSecond });
  await writeFile(path, Buffer.from(recorded, 'base64'));
}

interface Pictures {
  /** JPEG, base64. */
  readonly pictures: readonly string[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly framesPerSecond: number;
}

/** Runs in the page. @returns WebM, base64. */
async function recordPictures({ pictures, widthPx, heightPx, framesPerSecond }: Pictures): Promise<string> {
  const bitmaps = await Promise.all(
    pictures.map(async (jpeg) => {
      const bytes = Uint8Array.from(atob(jpeg), (char) => char.charCodeAt(0));
      return createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    }),
  );
  const canvas = Object.assign(document.createElement('canvas'), { width: widthPx, height: heightPx });
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(framesPerSecond), {
    videoBitsPerSecond: 4_000_000,
  });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
  let recording = false;
  recorder.addEventListener('start', () => {
    recording = true;
  });
  const show = async (bitmap: ImageBitmap): Promise<void> => {
    context?.drawImage(bitmap, 0, 0);
    await new Promise((resolve) => setTimeout(resolve, 1_000 / framesPerSecond));
  };
  recorder.start();
  // It starts at its first picture, on a busy machine seconds later; what is drawn before is not in the video.
  const [first] = bitmaps;
  while (first !== undefined && !recording) await show(first);
  for (const bitmap of bitmaps) await show(bitmap);
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
