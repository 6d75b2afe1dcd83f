import { expect } from '@playwright/test';
import { HEIGHT_PX, WIDTH_PX } from './pictures.js';
import type { LandmarkStage } from './stage.js';
import { faceOf, observe, test } from './vision-test.js';

/** What the worker measures of one picture, against what was rendered. */

test('the landmark model that the build makes finds 478 points on a rendered person', async ({ open }) => {
  const page = await open();
  const points = await page.evaluate(
    async ([width, height]) => {
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (context === null) throw new Error('there is a canvas');
      context.drawImage(await window.bench.picture('person'), 0, 0);
      const { LandmarkModel }: LandmarkStage = await import(new URL('/landmarks.js', location.href).href);
      const bytes = async (name: string): Promise<Uint8Array> =>
        new Uint8Array(await (await fetch(`/assets/${name}`)).arrayBuffer());
      const model = await LandmarkModel.start(
        await bytes('vision_wasm_module_internal.wasm'),
        await bytes('face_landmarker.task'),
      );
      const faces = model.find(context.getImageData(0, 0, width, height));
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

/** In the worker: how many frames were given back. */
const COUNT_CLOSED = `
  globalThis.closedFrames = 0;
  const { close } = VideoFrame.prototype;
  VideoFrame.prototype.close = function () {
    if (this.format !== null) closedFrames += 1;
    close.call(this);
  };
`;

test('sixty frames go through, every one is closed, and nothing is written to the console', {
  tag: '@slow',
}, async ({ launch }) => {
  const page = await (await launch())('plain');
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.once('worker', (worker) => void worker.evaluate(COUNT_CLOSED));
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
    return took.toSorted((a, b) => a - b);
  });
  expect(await page.workers()[0]?.evaluate('closedFrames')).toBe(72);
  console.log(
    `vision: ${workMs.length} frames, median ${workMs[30]?.toFixed(1)} ms, p95 ${workMs[57]?.toFixed(1)} ms`,
  );
  expect(workMs).toHaveLength(60);
  expect(said).toEqual([]);
});
