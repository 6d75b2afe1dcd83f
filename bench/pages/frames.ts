import { Human } from '@vladmandic/human';
import { proxy, type Remote, transfer, wrap } from 'comlink';
import { readClip } from './mjpeg.js';

/** Both on the same pictures, one after the other: Candor's worker, and @vladmandic/human with detection and mesh only. */

export interface FrameTimes {
  /** Round trip to the worker and back, ms. */
  readonly candorMs: number;
  /** What the worker itself took, ms. */
  readonly candorWorkMs: number;
  readonly humanMs: number;
  readonly candorFound: boolean;
  readonly humanFound: boolean;
}

/** As much of the worker's interface as is measured. */
interface CandorWorker {
  load(assets: Readonly<Record<string, string | null>>, onDownload: () => void): Promise<Reply<void>>;
  observe(image: ImageBitmap, frameId: number, mediaTimeMs: number): Promise<Reply<Observed>>;
}

interface Observed {
  readonly workMs: number;
  readonly face: object | null;
}

type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly code: string };

declare global {
  interface Window {
    /** @param count - how many pictures are measured. */
    measure(count: number): Promise<readonly FrameTimes[]>;
    /** What Candor's worker alone took for each, ms. */
    observe(count: number): Promise<readonly number[]>;
  }
}

const WARM_UP_FRAMES = 10;

async function startCandor(): Promise<Remote<CandorWorker>> {
  const asset = (file: string): string => new URL(`/candor/${file}`, location.href).href;
  const worker = wrap<CandorWorker>(new Worker(asset('candor-worker.js'), { type: 'module' }));
  const assets = {
    visionWasm: asset('vision_wasm_module_internal.wasm'),
    ortWasm: asset('ort-wasm-simd-threaded.wasm'),
    ortWebgpuWasm: null,
    landmarksModel: asset('face_landmarker.task'),
    embeddingModel: asset('face_embedding.onnx'),
  };
  const loaded = await worker.load(
    assets,
    proxy(() => {}),
  );
  if (loaded.kind === 'failed') throw new Error(loaded.code);
  return worker;
}

async function startHuman(): Promise<Human> {
  const human = new Human({
    backend: 'wasm',
    wasmPath: '/tfjs/',
    modelBasePath: '/human/',
    // Every frame is worth a look: no answer from the last one.
    cacheSensitivity: 0,
    filter: { enabled: false },
    face: {
      enabled: true,
      detector: { maxDetected: 2 },
      mesh: { enabled: true },
      attention: { enabled: false },
      iris: { enabled: false },
      emotion: { enabled: false },
      description: { enabled: false },
      antispoof: { enabled: false },
      liveness: { enabled: false },
    },
    body: { enabled: false },
    hand: { enabled: false },
    object: { enabled: false },
    gesture: { enabled: false },
  });
  await human.load();
  return human;
}

async function measureFrame(candor: Remote<CandorWorker>, human: Human, picture: Blob, id: number) {
  const [forCandor, forHuman] = await Promise.all([createImageBitmap(picture), createImageBitmap(picture)]);
  const startedMs = performance.now();
  const reply = await candor.observe(transfer(forCandor, [forCandor]), id, id * 33);
  const betweenMs = performance.now();
  const result = await human.detect(forHuman);
  const endedMs = performance.now();
  forHuman.close();
  if (reply.kind === 'failed') throw new Error(reply.code);
  return {
    candorMs: betweenMs - startedMs,
    candorWorkMs: reply.value.workMs,
    humanMs: endedMs - betweenMs,
    candorFound: reply.value.face !== null,
    humanFound: result.face.length > 0,
  };
}

/** The clip's pictures, those that warm up first. */
async function readPictures(count: number): Promise<readonly Blob[]> {
  return (await readClip('/clip.mjpeg')).slice(0, WARM_UP_FRAMES + count);
}

window.measure = async (count) => {
  const [candor, human, pictures] = await Promise.all([startCandor(), startHuman(), readPictures(count)]);
  const times: FrameTimes[] = [];
  for (const [id, picture] of pictures.entries()) times.push(await measureFrame(candor, human, picture, id));
  return times.slice(WARM_UP_FRAMES);
};

window.observe = async (count) => {
  const [candor, pictures] = await Promise.all([startCandor(), readPictures(count)]);
  const worksMs: number[] = [];
  for (const [id, picture] of pictures.entries()) {
    const image = await createImageBitmap(picture);
    const reply = await candor.observe(transfer(image, [image]), id, id * 33);
    if (reply.kind === 'failed') throw new Error(reply.code);
    worksMs.push(reply.value.workMs);
  }
  return worksMs.slice(WARM_UP_FRAMES);
};
