import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorOf, MARK_ROWS, markOf, ReadBack } from './readback.js';

describe('the mark', () => {
  it('is the same each time and differs from pixel to pixel, as a picture does', () => {
    const mark = markOf(150);
    expect(markOf(150)).toEqual(mark);
    const reds = new Set(mark.filter((_, at) => at % 4 === 0));
    expect(reds.size).toBeGreaterThan(200);
    expect(mark.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  it('tells how far it is off', () => {
    const mark = markOf(150);
    expect(errorOf(mark, mark)).toBe(0);
    const byOne = mark.map((value) => value ^ 1);
    expect(errorOf(byOne, mark)).toBe(1);
    expect(errorOf(new Uint8ClampedArray(mark.length), mark)).toBeGreaterThan(100);
  });

  it('is no mark at all where nothing was read', () => {
    expect(errorOf(new Uint8ClampedArray(0), markOf(32))).toBeNaN();
  });
});

const SIDE_PX = 8;

/** A canvas whose picture is grey. `refusing` is what its own reading does. */
function canvasThat(refusing: () => unknown): OffscreenCanvasRenderingContext2D {
  const pixels = new Uint8ClampedArray(4 * SIDE_PX * (SIDE_PX + MARK_ROWS)).fill(128);
  const context = {
    canvas: { width: SIDE_PX, height: SIDE_PX + MARK_ROWS, pixels },
    putImageData: ({ data }: ImageData, _x: number, y: number) => pixels.set(data, 4 * SIDE_PX * y),
    getImageData: refusing,
  };
  return context as unknown as OffscreenCanvasRenderingContext2D; // as far as it is asked
}

/** As much of WebGL as reads a canvas back. */
function fakeWebGl(isLost: () => boolean) {
  let source = new Uint8ClampedArray();
  const take = (...given: readonly unknown[]): void => {
    const canvas = given.at(-1) as { readonly pixels: Uint8ClampedArray<ArrayBuffer> } | null;
    if (canvas !== null) source = canvas.pixels;
  };
  const read = (...given: readonly unknown[]): void => (given[6] as Uint8Array).set(source);
  const nothing = (): void => {};
  const named = { texImage2D: take, readPixels: read, isContextLost: isLost };
  return new Proxy(named, { get: (gl, name) => Reflect.get(gl, name) ?? nothing });
}

describe('a browser that refuses to read a canvas back', () => {
  let isLost = false;
  beforeEach(() => {
    isLost = false;
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = () => fakeWebGl(() => isLost);
      },
    );
    vi.stubGlobal(
      'ImageData',
      class {
        readonly data: unknown;
        constructor(data: unknown) {
          this.data = data;
        }
      },
    );
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each<[string, () => unknown]>([
    ['throws', () => refuse()],
    ['gives nothing', () => undefined],
    ['gives no pixels', () => ({})],
  ])('has it read another way where it %s', (_, refusing) => {
    const read = new ReadBack().read(canvasThat(refusing));
    expect(read).toEqual(new Uint8ClampedArray(4 * SIDE_PX ** 2).fill(128));
  });

  it('is told apart from a GPU that is lost', () => {
    const readBack = new ReadBack();
    isLost = true;
    expect(() => readBack.read(canvasThat(refuse))).toThrow(
      expect.objectContaining({ code: 'runtime.gpu_lost' }),
    );
  });
});

function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}
