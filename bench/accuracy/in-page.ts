import * as faceapi from '@vladmandic/face-api/dist/face-api.esm.js';
import { Human } from '@vladmandic/human';
import type { startVision } from '../../src/vision/client.js';

/** The page's half of engines.ts: embeds pictures with Candor's worker and with the rivals, each as its own users would. */

export type EngineName = 'candor' | 'human' | 'face-api';

export interface Reading {
  /** Null where no face was found. */
  readonly vector: readonly number[] | null;
  readonly ms: number;
}

type Embed = (picture: ImageBitmap) => Promise<readonly number[] | null>;

declare global {
  interface Window {
    readonly startVision: typeof startVision;
    readonly openEngine: typeof openEngine;
    readonly readPictures: typeof readPictures;
  }
}

interface TensorFlowRuntime {
  setWasmPaths(folder: string): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
}

const opened = new Map<EngineName, Embed>();
/** The same picture twice: the first finds the face, the second has it tracked, as in a video. */
const LOOKS = 2;
const DAY_MS = 86_400_000;

async function candor(): Promise<Embed> {
  const vision = await window.startVision(
    { assetsUrl: '/assets/', backend: 'wasm' },
    AbortSignal.timeout(DAY_MS),
  );
  let frameId = 0;
  const look = (picture: ImageBitmap) => {
    frameId += 1;
    return vision.observe(picture, frameId, frameId * 33);
  };
  const nobody = new OffscreenCanvas(64, 64);
  nobody.getContext('2d')?.fillRect(0, 0, 64, 64);
  await look(await createImageBitmap(nobody));
  await vision.embeddingReady;
  return async (picture) => {
    await vision.reset();
    // Without this the tracker would look for the face of the picture before.
    await look(await createImageBitmap(nobody));
    let found = false;
    for (let times = 0; times < LOOKS; times += 1)
      found = (await look(await createImageBitmap(picture))).face !== null;
    if (!found || !(await vision.embed(frameId))) return null;
    return [...(await vision.finish()).embedding];
  };
}

async function human(): Promise<Embed> {
  const engine = new Human({
    backend: 'wasm',
    wasmPath: '/tfjs/',
    modelBasePath: '/human/',
    cacheSensitivity: 0,
    filter: { enabled: false },
    face: {
      enabled: true,
      detector: { maxDetected: 1, rotation: true },
      description: { enabled: true },
      iris: { enabled: false },
      emotion: { enabled: false },
      antispoof: { enabled: false },
      liveness: { enabled: false },
    },
    body: { enabled: false },
    hand: { enabled: false },
    object: { enabled: false },
    gesture: { enabled: false },
  });
  await engine.load();
  return async (picture) => (await engine.detect(picture)).face[0]?.embedding ?? null;
}

async function faceApi(): Promise<Embed> {
  const { nets } = faceapi;
  // Its types leave out what its own bundle of TensorFlow.js has.
  const tf = faceapi.tf as unknown as TensorFlowRuntime;
  tf.setWasmPaths('/tfjs/');
  await tf.setBackend('wasm');
  await tf.ready();
  const models = [nets.ssdMobilenetv1, nets.faceLandmark68Net, nets.faceRecognitionNet];
  await Promise.all(models.map((net) => net.loadFromUri('/face-api/')));
  const canvas = document.createElement('canvas');
  return async (picture) => {
    Object.assign(canvas, { width: picture.width, height: picture.height });
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    const found = await faceapi.detectSingleFace(canvas).withFaceLandmarks().withFaceDescriptor();
    return found === undefined ? null : [...found.descriptor];
  };
}

const OPEN: Readonly<Record<EngineName, () => Promise<Embed>>> = { candor, human, 'face-api': faceApi };

export async function openEngine(name: EngineName): Promise<void> {
  opened.set(name, await OPEN[name]());
}

/** @returns for each address what was read; null for a file that is no picture.
 * @throws Error naming the picture at which the engine failed. */
export async function readPictures(
  name: EngineName,
  urls: readonly string[],
): Promise<readonly (Reading | null)[]> {
  const embed = opened.get(name);
  if (embed === undefined) throw new Error(`${name} is not open`);
  const readings: (Reading | null)[] = [];
  for (const url of urls) {
    const picture = await decoded(url);
    readings.push(picture === null ? null : await readOne(embed, picture, url));
    picture?.close();
  }
  return readings;
}

async function decoded(url: string): Promise<ImageBitmap | null> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
  return createImageBitmap(await answer.blob()).catch(() => null);
}

async function readOne(embed: Embed, picture: ImageBitmap, url: string): Promise<Reading> {
  const startedMs = performance.now();
  try {
    return { vector: await embed(picture), ms: performance.now() - startedMs };
  } catch (cause) {
    throw new Error(`the engine failed at ${url}`, { cause });
  }
}
