import { describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { OneWorker } from './protocol.js';
import { RenewableVision } from './renewable.js';

const died = new CandorError('runtime.worker_failed', { detail: 'out of memory' });

function worker() {
  const close = vi.fn();
  return { close, worker: { close } as unknown as OneWorker }; // only closed
}

describe('RenewableVision', () => {
  it('replaces a worker twice, closes each that it replaces, and then says what it was given up for', async () => {
    const workers = [worker(), worker(), worker()];
    const [first, ...next] = workers;
    const start = vi.fn(async () => next[start.mock.calls.length - 1]?.worker ?? worker().worker);
    const vision = new RenewableVision(first?.worker ?? worker().worker, start);
    await vision.renew(died);
    await vision.renew(died);
    await expect(vision.renew(died)).rejects.toBe(died);
    expect(start).toHaveBeenCalledTimes(2);
    expect(workers.map(({ close }) => close.mock.calls.length)).toEqual([1, 1, 0]);
  });
});
