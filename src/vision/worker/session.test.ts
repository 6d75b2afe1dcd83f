import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseFaster, type ModelSession } from './session.js';

/** A session that takes this long, on a clock that only it moves, and always gives this vector. */
function session(tookMs: number, vector: readonly number[]): ModelSession {
  return {
    runtime: { backend: 'wasm', threads: 1 },
    run: async () => {
      vi.advanceTimersByTime(tookMs);
      return Float32Array.from(vector);
    },
    release: vi.fn(async () => {}),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('chooseFaster', () => {
  it('does not even start the other one where WebAssembly is quick', async () => {
    const safe = session(0, [1, 0]);
    const startOther = vi.fn(async () => session(0, [1, 0]));
    expect(await chooseFaster(safe, startOther)).toBe(safe);
    expect(startOther).not.toHaveBeenCalled();
  });

  it('takes the faster one that says the same, and releases the other', async () => {
    const [safe, other] = [session(150, [1, 0]), session(1, [2, 0.00002])];
    expect(await chooseFaster(safe, async () => other)).toBe(other);
    expect(safe.release).toHaveBeenCalledOnce();
  });

  it('keeps WebAssembly when the other one says something else', async () => {
    const [safe, other] = [session(150, [1, 0]), session(1, [1, 0.1])];
    expect(await chooseFaster(safe, async () => other)).toBe(safe);
    expect(other.release).toHaveBeenCalledOnce();
  });

  it.each([
    ['NaN', [Number.NaN, 0]],
    ['zeros', [0, 0]],
  ])('keeps WebAssembly when the other one gives %s', async (_, vector) => {
    const [safe, other] = [session(150, [1, 0]), session(1, vector)];
    expect(await chooseFaster(safe, async () => other)).toBe(safe);
  });

  it('keeps WebAssembly when the other one is slower, does not start or fails', async () => {
    const safe = session(60, [1, 0]);
    const failing: ModelSession = {
      ...session(0, []),
      run: () => Promise.reject(new Error('device lost')),
    };
    expect(await chooseFaster(safe, async () => session(300, [1, 0]))).toBe(safe);
    expect(await chooseFaster(safe, () => Promise.reject(new Error('no device')))).toBe(safe);
    expect(await chooseFaster(safe, async () => null)).toBe(safe);
    expect(await chooseFaster(safe, async () => failing)).toBe(safe);
    expect(failing.release).toHaveBeenCalledOnce();
  });
});
