import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bytes } from '../../core/bytes.js';
import { createRenderer, IDENTITIES, personAt, sceneWith } from '../../testing/index.js';
import type { LandmarkModel } from './landmarks.js';

/** The model's landmarks of pixels in memory, in Node, where there is neither WebGL nor a canvas: what MediaPipe's CPU delegate asks of
 * WebGL2 is all in memory-gl.ts, also in the next version. */

const [WIDTH_PX, HEIGHT_PX] = [640, 480];
const WASM = 'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm';
const bytesOf = async (file: string): Promise<Bytes> => new Uint8Array(await readFile(file));

function picture(yawDeg: number): ImageData {
  const { rgb } = createRenderer(WIDTH_PX, HEIGHT_PX).render(
    sceneWith([personAt(IDENTITIES.ada, { yawDeg })]),
  );
  const data = new Uint8ClampedArray(4 * WIDTH_PX * HEIGHT_PX).fill(255);
  for (let at = 0; at < rgb.length; at += 1) data[4 * Math.floor(at / 3) + (at % 3)] = rgb[at] ?? 0;
  return { width: WIDTH_PX, height: HEIGHT_PX, data, colorSpace: 'srgb' };
}

describe('the landmarks without WebGL2', () => {
  let model: LandmarkModel;

  beforeAll(async () => {
    vi.stubGlobal('self', globalThis);
    const { LandmarkModel: Model } = await import('./landmarks.js');
    model = await Model.start(await bytesOf(WASM), await bytesOf('public/models/face_landmarker.task'));
  }, 60_000);
  afterAll(() => vi.unstubAllGlobals());

  it.each([-16, 0, 12])('find a head that is turned by %s°, from pixels in memory', (yawDeg) => {
    const [face, ...others] = model.find(picture(yawDeg));
    expect(others).toEqual([]);
    expect(face?.pointsPx).toHaveLength(2 * 478);
    expect(Math.abs((face?.yawDeg ?? Number.NaN) - yawDeg)).toBeLessThan(6);
  });

  it('are refused with a code where there is no picture', () => {
    expect(() => model.find({ ...picture(0), width: 0, height: 0 })).toThrow(
      expect.objectContaining({ code: 'runtime.model_failed' }),
    );
  });
});
