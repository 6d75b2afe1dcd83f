import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startFlow } from './create-flow.js';
import { Stages } from './port-doubles.fixture.js';
import type { Flow } from './state.js';

/** `candor/headless`: its one callback is a subscriber. */

const FAULT = new ReferenceError('analytics is not defined');
const FAILING: Readonly<Record<string, () => unknown>> = {
  throws: () => {
    throw FAULT;
  },
  rejects: () => Promise.reject(FAULT),
};

let flow: Flow | null = null;
const reportError = vi.fn();

/** At its very beginning: subscribe before the first `await`. */
function start(): Flow {
  flow = startFlow({ endpoint: 'https://market.example' }, new Stages().ports);
  return flow;
}

beforeEach(() => {
  reportError.mockClear();
  vi.stubGlobal('reportError', reportError);
});

afterEach(() => {
  flow?.destroy();
  vi.unstubAllGlobals();
});

describe('subscribers of a flow', () => {
  it.each(Object.entries(FAILING))(
    'one that %s stops neither the flow nor the others',
    async (_, failing) => {
      const seen: string[] = [];
      const flow = start();
      flow.subscribe(failing);
      flow.subscribe(() => seen.push(flow.getState().kind));
      await vi.waitFor(() => expect(flow.getState().kind).toBe('notice'));
      flow.send({ type: 'cancel' });
      await vi.waitFor(() => expect(flow.getState().kind).toBe('cancelled'));
      expect(seen).toContain('notice');
      expect(seen).toContain('cancelled');
      expect(reportError).toHaveBeenCalledWith(FAULT);
    },
  );

  it('hear nothing once another of them has ended the flow', async () => {
    const ending = vi.fn(() => flow.destroy());
    const after = vi.fn();
    const flow = start();
    flow.subscribe(ending);
    flow.subscribe(after);
    await vi.waitFor(() => expect(ending).toHaveBeenCalled());
    expect(after).not.toHaveBeenCalled();
  });
});
