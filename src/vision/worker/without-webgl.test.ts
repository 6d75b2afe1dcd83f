import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bytes } from '../../core/bytes.js';
import { createRenderer, IDENTITIES, personAt, sceneWith } from '../../testing/index.js';
import type { FrameImage } from '../protocol.js';
import type { LandmarkModel } from './landmarks.js';
import { MemoryGl, memoryCanvas } from './memory-gl.fixture.js';

/** What MediaPipe's CPU delegate needs WebGL2 for (docs/phones.md): the model's own landmarks, in Node, where there is none. */

const [WIDTH_PX, HEIGHT_PX] = [640, 480];
const WASM = 'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm';
const bytesOf = async (file: string): Promise<Bytes> => new Uint8Array(await readFile(file));

/** Pixels, as a worker without WebGL could have them from a 2D canvas. */
function picture(yawDeg: number): FrameImage {
  const { rgb } = createRenderer(WIDTH_PX, HEIGHT_PX).render(
    sceneWith([personAt(IDENTITIES.ada, { yawDeg })]),
  );
  const data = new Uint8ClampedArray(4 * WIDTH_PX * HEIGHT_PX).fill(255);
  for (let at = 0; at < rgb.length; at += 1) data[4 * Math.floor(at / 3) + (at % 3)] = rgb[at] ?? 0;
  // MediaPipe hands it to `texImage2D` and asks nothing of it but its size.
  return { width: WIDTH_PX, height: HEIGHT_PX, data } as unknown as FrameImage;
}

describe('the landmarks without a GPU', () => {
  const gl = new MemoryGl();
  let model: LandmarkModel;

  beforeAll(async () => {
    vi.stubGlobal('OffscreenCanvas', memoryCanvas(gl));
    vi.stubGlobal('WebGLRenderingContext', class {});
    vi.stubGlobal('self', globalThis);
    const { LandmarkModel: Model } = await import('./landmarks.js');
    model = await Model.start(await bytesOf(WASM), await bytesOf('public/models/face_landmarker.task'));
  }, 60_000);
  afterAll(() => vi.unstubAllGlobals());

  it.each([-16, 0, 12])('find a head that is turned by %s°, from pixels in memory', (yawDeg) => {
    const [face, ...others] = model.find(picture(yawDeg), WIDTH_PX, HEIGHT_PX);
    expect(others).toEqual([]);
    expect(face?.pointsPx).toHaveLength(2 * 478);
    expect(Math.abs((face?.yawDeg ?? Number.NaN) - yawDeg)).toBeLessThan(6);
  });

  it('take each picture in once and read it back once, and draw nothing', () => {
    const before = { ...gl.counts };
    model.find(picture(0), WIDTH_PX, HEIGHT_PX);
    expect(gl.counts).toEqual({ taken: before.taken + 1, read: before.read + 1 });
  });
});
