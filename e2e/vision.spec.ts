import { readFile } from 'node:fs/promises';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { createRenderer, IDENTITIES, personAt, type Scene, sceneWith } from '../src/testing/index.js';
import { bundleExports } from './support/bundle-exports.js';
import { type ServedFile, type StaticServer, serveFiles } from './support/static-server.js';

/** The built worker in a real browser, under the strict policy, on rendered persons. */

/** The stage has no door of its own, so its shape is written down once more. */
interface Observation {
  readonly faceCount: number;
  readonly secondFaceAreaRatio: number;
  readonly face: {
    readonly iedPx: number;
    readonly eyeMidpointPx: readonly [number, number];
    readonly yawDeg: number;
    readonly pitchDeg: number;
    readonly rollDeg: number;
    readonly lidGapRatio: number;
    readonly lipGapRatio: number;
    readonly sharpness: number;
    readonly illuminationUniformity: number;
  } | null;
  readonly sceneLuminance: number;
  readonly workMs: number;
}
interface TextureReading {
  readonly kind: 'absent' | 'failed' | 'measured';
  readonly liveProbabilities?: readonly number[];
}
interface Vision {
  readonly embeddingReady: Promise<{ readonly backend: string; readonly threads: number }>;
  observe(image: VideoFrame | ImageBitmap, frameId: number, mediaTimeMs: number): Promise<Observation>;
  embed(frameId: number): Promise<boolean>;
  finish(): Promise<{
    embedding: Float32Array;
    count: number;
    lowestSimilarity: number;
    texture: TextureReading;
  }>;
  reset(): Promise<void>;
  close(): void;
}
interface VisionStage {
  startVision(
    options: { readonly assetsUrl?: string; readonly backend: 'auto' | 'wasm' | 'webgpu' },
    signal: AbortSignal,
  ): Promise<Vision>;
}
interface LandmarkStage {
  readonly LandmarkModel: {
    start(
      wasm: Uint8Array,
      model: Uint8Array,
    ): Promise<{
      find(image: ImageBitmap, width: number, height: number): readonly { readonly pointsPx: Float32Array }[];
    }>;
  };
}
/** What page.js adds to the page. */
interface Bench {
  readonly stage: VisionStage;
  readonly never: AbortSignal;
  /** A rendered picture, by its name in {@link SCENES}, or `phone`. */
  picture(name: string): Promise<ImageBitmap>;
  /** The code and detail that starting the worker or its embedding model fails with; null when both start. */
  startingFailure(assetsUrl?: string): Promise<{ code: string; detail: string | undefined } | null>;
  /** Embeds these pictures as one capture. */
  capture(vision: Vision, names: readonly string[]): Promise<Capture>;
}
interface Capture {
  readonly embedding: readonly number[];
  readonly count: number;
  readonly lowestSimilarity: number;
  readonly texture: TextureReading;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const WIDTH_PX = 640;
const HEIGHT_PX = 480;
const { ada: PERSON, chidi: OTHER } = IDENTITIES;

const TURNING = Array.from({ length: 12 }, (_, index) => -22 + 4 * index);
const SCENES: Readonly<Record<string, Scene>> = {
  person: sceneWith([personAt(PERSON)]),
  'person-later': sceneWith([personAt(PERSON, { distanceCm: 46, yawDeg: 6, offsetPx: [20, -10] })], {
    backdrop: 2,
    noise: { seed: 7, sigma: 3 },
  }),
  other: sceneWith([personAt(OTHER)]),
  left: sceneWith([personAt(PERSON, { yawDeg: 34 })]),
  right: sceneWith([personAt(PERSON, { yawDeg: -34 })]),
  up: sceneWith([personAt(PERSON, { pitchDeg: 20 })]),
  tilted: sceneWith([personAt(PERSON, { rollDeg: 15 })]),
  'eyes-shut': sceneWith([personAt(PERSON, { blink: 1 })]),
  'mouth-open': sceneWith([personAt(PERSON, { mouthOpen: 1 })]),
  'off-centre': sceneWith([personAt(PERSON, { offsetPx: [-120, 40] })]),
  far: sceneWith([personAt(PERSON, { distanceCm: 84 })]),
  two: sceneWith([
    personAt(PERSON, { offsetPx: [-110, 0], distanceCm: 60 }),
    personAt(OTHER, { offsetPx: [150, 0], distanceCm: 80 }),
  ]),
  nobody: sceneWith([]),
  dark: sceneWith([personAt(PERSON)], {
    light: { direction: [0.3, 0.5, 0.8], ambient: 0.5, level: 0.25, tint: [1, 1, 1] },
  }),
  'half-lit': sceneWith([personAt(PERSON)], {
    light: { direction: [1, 0, 0.1], ambient: 0.06, level: 1, tint: [1, 1, 1] },
  }),
  ...Object.fromEntries(
    TURNING.map((yawDeg, index) => [`turning-${index}`, sceneWith([personAt(PERSON, { yawDeg })])]),
  ),
};

const PAGE_SCRIPT = `
  const stage = await import('/stage.js');
  const never = new AbortController().signal;
  const picture = async (name) => {
    const pixels = new Uint8ClampedArray(await (await fetch('/pictures/' + name)).arrayBuffer());
    return createImageBitmap(new ImageData(pixels, ${WIDTH_PX}, ${HEIGHT_PX}));
  };
  const startingFailure = async (assetsUrl) => {
    let vision;
    try {
      vision = await stage.startVision({ assetsUrl, backend: 'wasm' }, never);
      await vision.observe(await picture('person'), 1, 0);
      await vision.embeddingReady;
      return null;
    } catch ({ code, detail }) {
      return { code, detail };
    } finally {
      vision?.close();
    }
  };
  const capture = async (vision, names) => {
    await vision.observe(await picture(names[0]), 0, 0);
    await vision.embeddingReady;
    await vision.reset();
    for (const [index, name] of names.entries()) {
      await vision.observe(await picture(name), index, index * 33);
      await vision.embed(index);
    }
    const { embedding, ...rest } = await vision.finish();
    return { embedding: [...embedding], ...rest };
  };
  window.bench = { stage, never, picture, startingFailure, capture };
  document.documentElement.dataset.loaded = '';
`;

const ASSETS = {
  'candor-worker.js': 'text/javascript',
  'vision_wasm_module_internal.wasm': 'application/wasm',
  'ort-wasm-simd-threaded.wasm': 'application/wasm',
  'ort-wasm-simd-threaded.asyncify.wasm': 'application/wasm',
  'face_landmarker.task': 'application/octet-stream',
  'face_embedding.onnx': 'application/octet-stream',
  'built.json': 'application/json',
  // Empty where the build has none.
  'spoof_v2.onnx': 'application/octet-stream',
  'spoof_v1se.onnx': 'application/octet-stream',
};
type AssetName = keyof typeof ASSETS;

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'";
const STRICT = { 'content-security-policy': POLICY };
const ISOLATED = {
  ...STRICT,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

async function readAssets(): Promise<ReadonlyMap<AssetName, Buffer>> {
  const names = Object.keys(ASSETS) as AssetName[]; // the keys of a literal
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(`dist/assets/${name}`)] as const)),
  );
}

/** A folder of assets under `prefix`, all as built but for `changed`. */
function assetFolder(
  prefix: string,
  assets: ReadonlyMap<AssetName, Buffer>,
  headers: Readonly<Record<string, string>>,
  changed: Partial<Record<AssetName, Buffer | null>> = {},
): Record<string, ServedFile> {
  const served: Record<string, ServedFile> = {};
  for (const [name, built] of assets) {
    const body = name in changed ? changed[name] : built;
    if (body) served[`${prefix}${name}`] = { body, type: ASSETS[name], headers };
  }
  return served;
}

function flipByte(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  const middle = flipped.length >> 1;
  flipped.writeUInt8(flipped.readUInt8(middle) ^ 1, middle);
  return flipped;
}

/** The person as on a phone that is held before a wall: small enough that its dark edge is inside the models' crops. */
function onPhone(rgb: Uint8ClampedArray): Uint8ClampedArray {
  const shown = new Uint8ClampedArray(rgb.length);
  const [left, top, side, edge] = [140, 60, 360, 16];
  for (let y = 0; y < HEIGHT_PX; y += 1) {
    for (let x = 0; x < WIDTH_PX; x += 1) {
      const [inX, inY] = [x - left, y - top];
      const isScreen = inX >= 0 && inX < side && inY >= 0 && inY < side;
      const isEdge = inX >= -edge && inX < side + edge && inY >= -edge && inY < side + edge;
      // The middle square of the picture, shrunk to the screen.
      const [fromX, fromY] = [80 + Math.floor((inX * 480) / side), Math.floor((inY * 480) / side)];
      const from = 3 * (fromY * WIDTH_PX + fromX);
      const wall = [138, 131, 120];
      const colour = isScreen ? rgb.subarray(from, from + 3) : isEdge ? [10, 10, 12] : wall;
      shown.set(colour, 3 * (y * WIDTH_PX + x));
    }
  }
  return shown;
}

function renderedPictures(headers: Readonly<Record<string, string>>): Record<string, ServedFile> {
  const renderer = createRenderer(WIDTH_PX, HEIGHT_PX);
  const served: Record<string, ServedFile> = {};
  const serve = (name: string, rgb: Uint8ClampedArray): void => {
    const rgba = Buffer.alloc(WIDTH_PX * HEIGHT_PX * 4, 255);
    for (let pixel = 0; pixel < WIDTH_PX * HEIGHT_PX; pixel += 1)
      rgba.set(rgb.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
    served[`/pictures/${name}`] = { body: rgba, type: 'application/octet-stream', headers };
  };
  for (const [name, scene] of Object.entries(SCENES)) serve(name, renderer.render(scene).rgb);
  serve('phone', onPhone(renderer.render(sceneWith([personAt(PERSON)])).rgb));
  return served;
}

interface Sites {
  /** Under the strict policy, not isolated. */
  readonly plain: StaticServer;
  /** The same with COOP and COEP, so that there may be threads. */
  readonly isolated: StaticServer;
}
type Flaw =
  | 'worker-missing'
  | 'worker-broken'
  | 'worker-older'
  | 'worker-csp'
  | AssetName
  | `missing-${AssetName}`;

async function serveSites(): Promise<Sites> {
  const assets = await readAssets();
  const pictures = renderedPictures(STRICT);
  const scripts = {
    '/stage.js': await bundleExports({ startVision: 'src/vision/client.ts' }),
    '/landmarks.js': await bundleExports({ LandmarkModel: 'src/vision/worker/landmarks.ts' }),
    '/page.js': PAGE_SCRIPT,
  };
  const html = '<!doctype html><title>vision</title><script type="module" src="/page.js"></script>';
  const site = (headers: Readonly<Record<string, string>>): Record<string, ServedFile> => ({
    '/': { body: html, type: 'text/html', headers },
    ...Object.fromEntries(
      Object.entries(scripts).map(([path, body]) => [path, { body, type: 'text/javascript', headers }]),
    ),
    ...pictures,
    ...assetFolder('/assets/', assets, headers),
  });
  const flawed: Record<string, ServedFile> = {
    ...assetFolder('/worker-missing/', assets, STRICT, { 'candor-worker.js': null }),
    ...assetFolder('/worker-broken/', assets, STRICT, {
      'candor-worker.js': Buffer.from('throw new Error("broken")'),
    }),
  };
  const older = Buffer.from(
    `${assets.get('candor-worker.js')}`.replaceAll(/candor\/\d+\.\d+\.\d+/g, 'candor/0.0.1'),
  );
  Object.assign(flawed, assetFolder('/worker-older/', assets, STRICT, { 'candor-worker.js': older }));
  for (const [name, bytes] of assets) {
    if (name === 'candor-worker.js' || bytes.length === 0) continue;
    Object.assign(flawed, assetFolder(`/${name}/`, assets, STRICT, { [name]: flipByte(bytes) }));
    Object.assign(flawed, assetFolder(`/missing-${name}/`, assets, STRICT, { [name]: null }));
  }
  const withoutTexture = { 'built.json': Buffer.from('{"version":1,"roles":{"texture":"absent"}}') };
  Object.assign(flawed, assetFolder('/texture-absent/', assets, STRICT, withoutTexture));
  const workerOnly = { 'content-security-policy': POLICY.replace(" 'wasm-unsafe-eval'", '') };
  Object.assign(flawed, assetFolder('/worker-csp/', assets, workerOnly));
  const [plain, isolated] = await Promise.all([
    serveFiles({ ...site(STRICT), ...flawed }),
    serveFiles(site(ISOLATED)),
  ]);
  return { plain, isolated };
}

type OpenBrowser = (args?: readonly string[]) => Promise<(site: keyof Sites) => Promise<Page>>;

const test = base.extend<
  { open: (site?: keyof Sites) => Promise<Page>; launch: OpenBrowser },
  { sites: Sites }
>({
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const sites = await serveSites();
      await use(sites);
      await Promise.all([sites.plain.close(), sites.isolated.close()]);
    },
    { scope: 'worker' },
  ],
  open: async ({ page, sites }, use) => {
    await use((site = 'plain') => load(page, sites[site]));
  },
  launch: async ({ playwright, launchOptions, sites }, use) => {
    const browsers: Browser[] = [];
    await use(async (args = []) => {
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), ...args],
      });
      browsers.push(browser);
      return async (site) => load(await browser.newPage(), sites[site]);
    });
    await Promise.all(browsers.map((browser) => browser.close()));
  },
});

async function load(page: Page, server: StaticServer): Promise<Page> {
  await page.goto(`http://localhost:${server.port}/`);
  await page.waitForSelector('html[data-loaded]', { state: 'attached' });
  return page;
}

/** Observes each picture once, in this order. */
async function observe(page: Page, names: readonly string[]): Promise<Record<string, Observation>> {
  return page.evaluate(async (wanted) => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const seen: Record<string, Observation> = {};
    for (const [index, name] of wanted.entries()) {
      // The tracker needs a few frames to let go of the face of the picture before.
      for (const repeat of [0, 1, 2, 3]) {
        const id = 4 * index + repeat;
        seen[name] = await vision.observe(await window.bench.picture(name), id, id * 33);
      }
    }
    vision.close();
    return seen;
  }, names);
}

/** The embedding of one capture of these pictures. */
async function embeddingOf(
  page: Page,
  names: readonly string[],
  backend: 'auto' | 'wasm' | 'webgpu' = 'wasm',
) {
  return page.evaluate(
    async ([wanted, preference]) => {
      const vision = await window.bench.stage.startVision({ backend: preference }, window.bench.never);
      const captured = await window.bench.capture(vision, wanted);
      const runtime = await vision.embeddingReady;
      vision.close();
      return { ...captured, runtime };
    },
    [names, backend] as const,
  );
}

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);
}

const faceOf = (observation: Observation | undefined): NonNullable<Observation['face']> => {
  if (!observation?.face) throw new Error('no face was found');
  return observation.face;
};

test('the landmark model that the build makes finds 478 points on a rendered person', async ({ open }) => {
  const page = await open();
  const points = await page.evaluate(
    async ([width, height]) => {
      const { LandmarkModel }: LandmarkStage = await import(new URL('/landmarks.js', location.href).href);
      const bytes = async (name: string): Promise<Uint8Array> =>
        new Uint8Array(await (await fetch(`/assets/${name}`)).arrayBuffer());
      const model = await LandmarkModel.start(
        await bytes('vision_wasm_module_internal.wasm'),
        await bytes('face_landmarker.task'),
      );
      const faces = model.find(await window.bench.picture('person'), width, height);
      return faces.map(({ pointsPx }) => [...pointsPx]);
    },
    [WIDTH_PX, HEIGHT_PX] as const,
  );
  expect(points).toHaveLength(1);
  expect(points[0]).toHaveLength(2 * 478);
  expect(points[0]?.every((value) => value > 0 && value < WIDTH_PX)).toBe(true);
});

test('the worker measures pose, eyes, mouth, place and light as they were rendered', async ({ open }) => {
  const page = await open();
  const names = [
    'person',
    'left',
    'right',
    'up',
    'tilted',
    'eyes-shut',
    'mouth-open',
    'off-centre',
    'far',
    'dark',
    'half-lit',
  ];
  const seen = await observe(page, names);
  const rest = faceOf(seen.person);
  expect(Math.abs(rest.yawDeg)).toBeLessThan(10);
  expect(faceOf(seen.left).yawDeg - rest.yawDeg).toBeGreaterThan(18);
  expect(faceOf(seen.right).yawDeg - rest.yawDeg).toBeLessThan(-18);
  expect(faceOf(seen.up).pitchDeg - rest.pitchDeg).toBeGreaterThan(8);
  expect(Math.abs(faceOf(seen.tilted).rollDeg - rest.rollDeg)).toBeGreaterThan(10);
  expect(faceOf(seen['eyes-shut']).lidGapRatio).toBeLessThan(rest.lidGapRatio * 0.6);
  expect(faceOf(seen['mouth-open']).lipGapRatio).toBeGreaterThan(rest.lipGapRatio + 0.1);
  expect(faceOf(seen['off-centre']).eyeMidpointPx[0]).toBeLessThan(rest.eyeMidpointPx[0] - 80);
  expect(rest.iedPx / faceOf(seen.far).iedPx).toBeCloseTo(2, 0);
  expect(seen.dark?.sceneLuminance).toBeLessThan(0.4 * (seen.person?.sceneLuminance ?? 0));
  expect(faceOf(seen['half-lit']).illuminationUniformity).toBeLessThan(0.6 * rest.illuminationUniformity);
});

test('nobody is no face, and of two persons the larger one is measured and the other one counted', async ({
  open,
}) => {
  const page = await open();
  const { nobody, two } = await observe(page, ['nobody', 'two']);
  expect(nobody).toMatchObject({ faceCount: 0, face: null, secondFaceAreaRatio: 0 });
  expect(nobody?.sceneLuminance).toBeGreaterThan(10);
  expect(two?.faceCount).toBe(2);
  expect(faceOf(two).eyeMidpointPx[0]).toBeLessThan(WIDTH_PX / 2);
  expect(two?.secondFaceAreaRatio).toBeGreaterThan(0.2);
  expect(two?.secondFaceAreaRatio).toBeLessThan(1);
});

test('one person is alike across captures and unlike another, in vectors of unit length', async ({
  open,
}) => {
  const page = await open();
  const once = await embeddingOf(page, ['person', 'turning-5', 'turning-6']);
  const again = await embeddingOf(page, ['person-later']);
  const other = await embeddingOf(page, ['other']);
  for (const { embedding } of [once, again, other]) {
    expect(embedding).toHaveLength(128);
    expect(cosine(embedding, embedding)).toBeCloseTo(1, 5);
  }
  expect(once.count).toBe(3);
  expect(once.lowestSimilarity).toBeGreaterThan(0.919);
  expect(once.lowestSimilarity).toBeLessThan(1);
  expect(again.lowestSimilarity).toBe(1);
  const [same, different] = [
    cosine(once.embedding, again.embedding),
    cosine(once.embedding, other.embedding),
  ];
  console.log(`vision: same person ${same.toFixed(4)}, another ${different.toFixed(4)}`);
  expect(same).toBeGreaterThan(0.919);
  expect(different).toBeLessThan(0.919);
});

test('a capture holds only what was embedded since the reset, and forgets it when finished', async ({
  open,
}) => {
  const page = await open();
  const seen = await page.evaluate(async () => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const watch = async (id: number): Promise<unknown> =>
      vision.observe(await window.bench.picture('person'), id, id * 33);
    await watch(1);
    await vision.embeddingReady;
    const embedded = [await vision.embed(1), await vision.embed(2)];
    await vision.reset();
    const afterReset = await vision.embed(1);
    const empty = await vision.finish().catch((error: { code: string }) => error.code);
    for (const id of [10, 11, 12, 13, 14, 15]) await watch(id);
    const kept = [await vision.embed(10), await vision.embed(13), await vision.embed(15)];
    const { count } = await vision.finish();
    const finishedTwice = await vision.finish().catch((error: { code: string }) => error.code);
    vision.close();
    return { embedded, afterReset, empty, kept, count, finishedTwice };
  });
  expect(seen).toEqual({
    embedded: [true, false],
    afterReset: false,
    empty: 'embedding.low_quality',
    kept: [false, true, true],
    count: 2,
    finishedTwice: 'embedding.low_quality',
  });
});

test('sixty frames go through, every one is closed, and nothing is written to the console', async ({
  launch,
}) => {
  const page = await (await launch(['--js-flags=--expose-gc']))('plain');
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const workMs = await page.evaluate(async () => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const pictures: ImageBitmap[] = [];
    for (let index = 0; index < 12; index += 1) pictures.push(await window.bench.picture(`turning-${index}`));
    const took: number[] = [];
    for (let id = 0; id < 72; id += 1) {
      const sway = [...pictures, ...pictures.toReversed()][id % 24];
      if (sway === undefined) throw new Error('there are 24');
      const frame = new VideoFrame(sway, { timestamp: id * 33_000 });
      const { workMs } = await vision.observe(frame, id, id * 33);
      if (frame.format !== null) throw new Error('the frame was not given away');
      // The second model starts after the first frame, and the first ones warm the code up.
      if (id === 0) await vision.embeddingReady;
      if (id >= 12) took.push(workMs);
    }
    for (let round = 0; round < 3; round += 1) {
      (Reflect.get(window, 'gc') as () => void)();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    vision.close();
    return took.toSorted((a, b) => a - b);
  });
  console.log(
    `vision: ${workMs.length} frames, median ${workMs[30]?.toFixed(1)} ms, p95 ${workMs[57]?.toFixed(1)} ms`,
  );
  expect(workMs).toHaveLength(60);
  expect(said).toEqual([]);
});

test('threads, where the page is isolated, give the same embedding', async ({ page, sites }) => {
  const names = ['person', 'person-later'];
  const single = await embeddingOf(await load(page, sites.plain), names);
  await load(page, sites.isolated);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const threaded = await embeddingOf(page, names);
  expect(single.runtime).toEqual({ backend: 'wasm', threads: 1 });
  expect(threaded.runtime.threads).toBeGreaterThan(1);
  expect(Math.abs(1 - cosine(single.embedding, threaded.embedding))).toBeLessThan(1e-3);
});

// An emulated GPU takes longer for it than all other tests of this file for theirs.
test('WebGPU, where an adapter answers, gives the same embedding', { tag: '@slow' }, async ({ launch }) => {
  const page = await (await launch(['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader']))('plain');
  const adapter = await page.evaluate(async () => {
    const { gpu } = navigator as Navigator & { gpu?: { requestAdapter(): Promise<object | null> } };
    return gpu === undefined ? null : String(await gpu.requestAdapter());
  });
  if (adapter === null || adapter === 'null')
    console.log('vision: WebGPU was skipped: no adapter answers here');
  test.skip(adapter === null || adapter === 'null', 'no WebGPU adapter answers here');
  const plain = await embeddingOf(page, ['person']);
  const onGpu = await embeddingOf(page, ['person'], 'webgpu');
  expect(onGpu.runtime.backend).toBe('webgpu');
  const difference = Math.abs(1 - cosine(plain.embedding, onGpu.embedding));
  console.log(`vision: WebGPU differs by ${difference.toExponential(1)} in cosine`);
  expect(difference).toBeLessThan(1e-3);
});

test('without a WebGPU adapter its 27 MB are not fetched, and whoever demands it is told', async ({
  launch,
}) => {
  const page = await (await launch(['--disable-features=WebGPU,WebGPUService']))('plain');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const codes = await page.evaluate(async () => {
    const start = async (backend: 'auto' | 'webgpu'): Promise<string> => {
      const vision = await window.bench.stage.startVision({ backend }, window.bench.never);
      await vision.observe(await window.bench.picture('person'), 1, 0);
      const outcome = await vision.embeddingReady.then(
        (runtime) => runtime.backend,
        (error: { code: string }) => error.code,
      );
      vision.close();
      return outcome;
    };
    return { auto: await start('auto'), webgpu: await start('webgpu') };
  });
  expect(codes).toEqual({ auto: 'wasm', webgpu: 'env.unsupported' });
  expect(fetched.some((url) => url.endsWith('ort-wasm-simd-threaded.wasm'))).toBe(true);
  expect(fetched.some((url) => url.includes('asyncify'))).toBe(false);
});

const CHECKED: readonly AssetName[] = [
  'vision_wasm_module_internal.wasm',
  'face_landmarker.task',
  'ort-wasm-simd-threaded.wasm',
  'face_embedding.onnx',
];

for (const name of CHECKED) {
  test(`a flipped byte in ${name} is refused, naming the file`, async ({ open }) => {
    const page = await open();
    const failure = await page.evaluate((flaw) => window.bench.startingFailure(`/${flaw}/`), name);
    expect(failure?.code).toBe('assets.integrity_failed');
    expect(failure?.detail).toContain(name);
  });

  test(`without ${name} the failure names the file`, async ({ open }) => {
    const page = await open();
    const failure = await page.evaluate(
      (flaw) => window.bench.startingFailure(`/${flaw}/`),
      `missing-${name}`,
    );
    expect(failure?.code).toBe('assets.load_failed');
    expect(failure?.detail).toContain(name);
  });
}

/** Whether this build has the optional models. */
const { texture: TEXTURE } = JSON.parse(await readFile('dist/assets/built.json', 'utf8')).roles;
const textureTest = TEXTURE === 'present' ? test : test.skip;
if (TEXTURE !== 'present')
  console.log('vision: the texture tests were skipped: this build has no texture models');

const SPREAD = ['person', 'person-later', 'turning-4', 'turning-5', 'turning-6', 'turning-7'];

/** What is said of the texture of one capture with the assets of this folder, and which model files were fetched. */
async function textureWith(page: Page, assetsUrl: string, names = SPREAD) {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const { texture, count } = await page.evaluate(
    async ([url, wanted]) => {
      const vision = await window.bench.stage.startVision(
        { assetsUrl: url, backend: 'wasm' },
        window.bench.never,
      );
      const captured = await window.bench.capture(vision, wanted);
      vision.close();
      return captured;
    },
    [assetsUrl, names] as const,
  );
  return { texture, count, models: fetched.filter((path) => path.includes('spoof')) };
}

textureTest('the texture models give one probability per embedded frame', async ({ open }) => {
  const { texture, count, models } = await textureWith(await open(), '/assets/');
  expect(models.toSorted()).toEqual(['/assets/spoof_v1se.onnx', '/assets/spoof_v2.onnx']);
  expect(texture.kind).toBe('measured');
  const probabilities = texture.liveProbabilities ?? [];
  expect(probabilities).toHaveLength(count);
  expect(count).toBe(SPREAD.length);
  console.log(`vision: live probabilities ${probabilities.map((value) => value.toFixed(3)).join(' ')}`);
  for (const value of probabilities) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  // Clean renderings were measured at 0.73 and more: a wrong crop, channel order or range is not near that.
  expect(Math.min(...probabilities)).toBeGreaterThan(0.7);
});

textureTest('a face on a phone that is held up does not read as live', async ({ open }) => {
  const { texture } = await textureWith(
    await open(),
    '/assets/',
    SPREAD.map(() => 'phone'),
  );
  console.log(`vision: of a phone ${texture.liveProbabilities?.map((value) => value.toFixed(3)).join(' ')}`);
  expect(Math.max(...(texture.liveProbabilities ?? [1]))).toBeLessThan(0.5);
});

test('a build without texture models fetches none and says so', async ({ open }) => {
  const { texture, models } = await textureWith(await open(), '/texture-absent/');
  expect(texture).toEqual({ kind: 'absent' });
  expect(models).toEqual([]);
});

test('a copy whose built.json cannot be read is no build without texture models', async ({ open }) => {
  const { texture, models } = await textureWith(await open(), '/missing-built.json/');
  expect(texture).toEqual({ kind: 'failed' });
  expect(models).toEqual([]);
});

for (const name of ['spoof_v2.onnx', 'spoof_v1se.onnx'] as const) {
  textureTest(`a flipped byte in ${name} is refused, naming the file`, async ({ open }) => {
    const page = await open();
    const failure = await page.evaluate((flaw) => window.bench.startingFailure(`/${flaw}/`), name);
    expect(failure?.code).toBe('assets.integrity_failed');
    expect(failure?.detail).toContain(name);
  });

  textureTest(`without ${name} the capture goes on and says that its texture failed`, async ({ open }) => {
    const { texture, count } = await textureWith(await open(), `/missing-${name}/`);
    expect(texture).toEqual({ kind: 'failed' });
    expect(count).toBe(SPREAD.length);
  });
}

const FLAWS: readonly { readonly flaw: Flaw; readonly says: string; readonly code: string }[] = [
  { flaw: 'worker-missing', says: 'a worker file that is not there', code: 'runtime.worker_failed' },
  { flaw: 'worker-broken', says: 'a worker file that throws', code: 'runtime.worker_failed' },
  { flaw: 'worker-older', says: 'a worker of another version', code: 'assets.integrity_failed' },
  { flaw: 'worker-csp', says: "a worker served without 'wasm-unsafe-eval'", code: 'env.csp_blocked' },
];
for (const { flaw, says, code } of FLAWS) {
  test(`${says} is ${code} and no hang`, async ({ open }) => {
    const page = await open();
    expect(await page.evaluate((folder) => window.bench.startingFailure(`/${folder}/`), flaw)).toMatchObject({
      code,
    });
  });
}

test('a browser without WebGL2 says so', async ({ launch }) => {
  const page = await (await launch(['--disable-gpu', '--disable-software-rasterizer']))('plain');
  expect(await page.evaluate(() => window.bench.startingFailure())).toMatchObject({
    code: 'env.webgl_unavailable',
  });
});

test('a worker that dies rejects what waits for it and every later call', async ({ open }) => {
  const page = await open();
  const vision = await page.evaluateHandle(() =>
    window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never),
  );
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('there is a worker');
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of memory');
    }, 500);
  });
  const waiting = await vision.evaluate(async (started) => {
    for (let id = 1; ; id += 1) {
      const picture = await window.bench.picture('person');
      const code = await started.observe(picture, id, id).then(
        () => null,
        (error: { code: string }) => error.code,
      );
      if (code !== null) return code;
    }
  });
  expect(waiting).toBe('runtime.worker_failed');
  const later = await vision.evaluate(async (started) =>
    started.embed(1).catch((error: { code: string }) => error.code),
  );
  expect(later).toBe('runtime.worker_failed');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('an abort while the worker starts leaves no worker behind', async ({ open }) => {
  const page = await open();
  const reason = await page.evaluate(async () => {
    const stop = new AbortController();
    const starting = window.bench.stage.startVision({ backend: 'wasm' }, stop.signal);
    setTimeout(() => stop.abort('the seller left'), 50);
    return starting.then(
      () => 'started',
      (error: unknown) => error,
    );
  });
  expect(reason).toBe('the seller left');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('closing ends the worker and rejects what waits', async ({ open }) => {
  const page = await open();
  const code = await page.evaluate(async () => {
    const vision = await window.bench.stage.startVision({ backend: 'wasm' }, window.bench.never);
    const waiting = vision.observe(await window.bench.picture('person'), 1, 0);
    vision.close();
    vision.close();
    return waiting.then(
      () => 'answered',
      (error: { code: string }) => error.code,
    );
  });
  expect(code).toBe('runtime.worker_failed');
  await expect.poll(() => page.workers().length).toBe(0);
});
