import { readFile } from 'node:fs/promises';
import type { Engine } from './engine.js';
import type { Frames } from './marked-clip.js';

/** A page's own pictures in place of a camera, for engines that have none here: what an attacker does who holds the page. */

const FRAMES_PER_CALL = 25;

/** Answers getUserMedia with what a canvas draws: the pictures in turn, 30 a second. */
const DRAW = `
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
  const context = canvas.getContext('2d');
  const startMs = performance.now();
  const draw = async () => {
    const frames = window.drawnFrames;
    const image = await createImageBitmap(frames[Math.floor(((performance.now() - startMs) * 30) / 1000) % frames.length]);
    context.drawImage(image, 0, 0);
    image.close();
  };
  setInterval(draw, 1000 / 30);
  // Kept: WebKit collects the object when nothing refers to it, and the next one has the real getUserMedia.
  window.drawnDevices = navigator.mediaDevices;
  window.drawnDevices.getUserMedia = async () => canvas.captureStream(30);`;

export async function drawCamera(engine: Engine, { paths }: Frames): Promise<void> {
  await engine.evaluate('window.drawnFrames = [];');
  for (let from = 0; from < paths.length; from += FRAMES_PER_CALL) {
    const pictures = await Promise.all(
      paths.slice(from, from + FRAMES_PER_CALL).map((path) => readFile(path)),
    );
    const texts = JSON.stringify(pictures.map((picture) => picture.toString('base64')));
    await engine.evaluate(`
      for (const text of ${texts}) {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        window.drawnFrames.push(new Blob([bytes], { type: 'image/jpeg' }));
      }`);
  }
  await engine.evaluate(DRAW);
}
