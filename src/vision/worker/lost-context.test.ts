import { afterEach, describe, expect, it, vi } from 'vitest';
import { byWebGl } from './readback.js';

/** A GPU that goes away at a moment of the test's choosing. */
function stubGpu(): { lose(): void; loseWhileReading: boolean } {
  let isLost = false;
  const gpu = {
    lose: () => {
      isLost = true;
    },
    loseWhileReading: false,
  };
  const calls = {
    isContextLost: () => isLost,
    readPixels: () => {
      if (gpu.loseWhileReading) gpu.lose();
    },
  };
  const gl = new Proxy(calls, { get: (of, name) => Reflect.get(of, name) ?? (() => null) });
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => gl;
    },
  );
  return gpu;
}

const CONTEXT = { canvas: { width: 2, height: 2 } } as OffscreenCanvasRenderingContext2D;

describe('pixels that are read by WebGL', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['before', (gpu: ReturnType<typeof stubGpu>) => gpu.lose()],
    [
      'while they are read',
      (gpu: ReturnType<typeof stubGpu>) => Object.assign(gpu, { loseWhileReading: true }),
    ],
  ])('are nobody’s where the GPU was lost %s: runtime.gpu_lost', (_, lose) => {
    const gpu = stubGpu();
    const read = byWebGl();
    expect(read(CONTEXT)).toHaveLength(16);
    lose(gpu);
    expect(() => read(CONTEXT)).toThrow(expect.objectContaining({ code: 'runtime.gpu_lost' }));
  });
});
