import { afterEach, describe, expect, it, vi } from 'vitest';
import { callHost } from './host-call.js';

const FAULT = new ReferenceError('analytics is not defined');

/** A host's function fails in one of these ways. */
const FAILING: Readonly<Record<string, () => unknown>> = {
  throws: () => {
    throw FAULT;
  },
  rejects: () => Promise.reject(FAULT),
  'gives a thenable that rejects': () => ({
    // biome-ignore lint/suspicious/noThenProperty: a host's own promise library.
    then: (_: unknown, reject: (reason: unknown) => void) => reject(FAULT),
  }),
  'gives a thenable whose then throws': () => ({
    // biome-ignore lint/suspicious/noThenProperty: as above.
    get then(): never {
      throw FAULT;
    },
  }),
};

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

describe('callHost', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it.each(Object.entries(FAILING))('reports a function that %s, and goes on', async (_, callback) => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    expect(() => callHost(callback)).not.toThrow();
    await settled();
    expect(reportError.mock.calls).toEqual([[FAULT]]);
  });

  it('tells the console where there is no reportError', async () => {
    vi.stubGlobal('reportError', undefined);
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    callHost(() => {
      throw FAULT;
    });
    expect(error).toHaveBeenCalledWith(expect.any(String), FAULT);
  });

  it('goes on where even the reporter is broken', () => {
    vi.stubGlobal('reportError', () => {
      throw new Error('the monitoring is blocked too');
    });
    expect(() => callHost(FAILING.throws)).not.toThrow();
  });

  it('passes on what it is given, and takes an absent function', () => {
    const callback = vi.fn();
    callHost(callback, 1, 'two');
    callHost(undefined);
    callHost(null);
    expect(callback.mock.calls).toEqual([[1, 'two']]);
  });
});
