import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createRenderer, type Picture, type SceneRenderer } from '../person/render.js';
import { jpegEncoder } from './jpeg.js';
import { type ClipScript, frameTimesMs, pictureAt } from './script.js';
import { y4mFrame, y4mHeader } from './y4m.js';

/** Options of {@link writeClip}. */
export interface WriteClipOptions {
  /** Where clips are kept. Default: `.cache/clips` in the working directory. */
  readonly cacheFolder?: string;
}

/** Encoding runs beside rendering; more than this many pictures at once would only cost memory. */
const ENCODES_AT_ONCE = 4;

/** Shares of the clip whose pictures go into its hash. */
const PLAIN_SAMPLES = [0, 0.45, 0.6];
const DEVELOPED_SAMPLES = Array.from({ length: 20 }, (_, sample) => sample / 20);

/** Renders the clip, or finds it rendered: the file's name holds a hash of all that decides its pictures.
 * @returns the file's absolute path.
 * @throws Error when the face mesh is not built or no JPEG encoder is installed.
 * @example
 * import { chromium } from '@playwright/test';
 * const clipPath = await writeClip(genuine({ identity: IDENTITIES.ada, challenge: [{ action: 'turn-left', cueAtMs: 1_100 }] }));
 * const browser = await chromium.launch({ args: [...fakeCameraArgs({ clipPath })] }); */
export async function writeClip(script: ClipScript, options: WriteClipOptions = {}): Promise<string> {
  const folder = resolve(options.cacheFolder ?? join('.cache', 'clips'));
  const renderer = createRenderer(script.widthPx, script.heightPx);
  const path = join(folder, `${script.name}-${clipHash(script, renderer)}.${script.container}`);
  if (await exists(path)) return path;
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await writeFrames(script, renderer, unfinished);
    // Two processes may render the same clip at once; each replaces the other's equal file.
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  return path;
}

/** Of the script's scenes, of what was done to its pictures, and of some pictures as they come out, so that a change
 * to the renderer or to an effect makes new clips. An effect may act for a second only, so it is looked at more often. */
function clipHash(script: ClipScript, renderer: SceneRenderer): string {
  const times = frameTimesMs(script);
  const { sceneAt, develop, ...format } = script;
  const hash = createHash('sha256').update(JSON.stringify([format, times.map((timeMs) => sceneAt(timeMs))]));
  for (const share of develop === undefined ? PLAIN_SAMPLES : DEVELOPED_SAMPLES) {
    hash.update(pictureAt(renderer, script, times[Math.floor(times.length * share)] ?? 0).rgb);
  }
  return hash.digest('hex').slice(0, 16);
}

async function writeFrames(script: ClipScript, renderer: SceneRenderer, path: string): Promise<void> {
  const encode = await encoderFor(script);
  const file = await open(path, 'w');
  try {
    if (script.container === 'y4m') {
      await file.writeFile(y4mHeader(script.widthPx, script.heightPx, script.framesPerSecond));
    }
    const encoding: Promise<Uint8Array>[] = [];
    const times = frameTimesMs(script).slice(0, script.tornAfterFrames);
    for (const timeMs of times) {
      encoding.push(encode(pictureAt(renderer, script, timeMs)));
      if (encoding.length >= ENCODES_AT_ONCE) await file.writeFile((await encoding.shift()) ?? '');
    }
    for (const bytes of encoding) await file.writeFile(await bytes);
    if (script.tornAfterFrames !== undefined) {
      const torn = await encode(pictureAt(renderer, script, times.at(-1) ?? 0));
      await file.writeFile(torn.subarray(0, torn.length >> 1));
    }
  } finally {
    await file.close();
  }
}

async function encoderFor(script: ClipScript): Promise<(picture: Picture) => Promise<Uint8Array>> {
  return script.container === 'mjpeg' ? jpegEncoder() : async (picture) => y4mFrame(picture);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
