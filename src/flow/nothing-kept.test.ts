import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import { ADA, emptyStorage, fill } from '../vault/kept.fixture.js';
import { VAULT_NAME } from '../vault/name.js';
import { createVault } from '../vault/vault.js';
import { deskOver } from './desk-double.fixture.js';
import { consented, endAll, start, until, untilReview } from './flow-steps.fixture.js';
import { lazyVault } from './lazy-vault.js';
import { Stages } from './port-doubles.fixture.js';

/** What a seller is told where the storage's own code does not arrive: that nothing is kept, as in a private window, and never
 * that there is nothing of before. */

beforeEach(() => {
  emptyStorage();
});
afterEach(() => {
  endAll();
  vi.unstubAllGlobals();
});

const outOfReach = () => lazyVault(() => Promise.reject(new TypeError('Failed to fetch')), VAULT_NAME);

function stagesOutOfReach(): Stages {
  const stages = new Stages();
  Object.assign(stages.ports, { vault: outOfReach() });
  return stages;
}

describe('storage whose code does not arrive', () => {
  it('keeps neither the clip nor the sealed result nor the receipt, and each is said', async () => {
    const stages = stagesOutOfReach();
    const flow = await consented(stages);
    await untilReview(flow);
    flow.send({ type: 'keep-clip' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'refused' }));
    stages.submitFailures = Array.from({ length: 4 }, () => new CandorError('submit.network'));
    flow.send({ type: 'send' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ envelopeKept: 'in-page' }), 15_000);
    flow.send({ type: 'retry' });
    await until(flow, 'done');
    expect(flow.getState()).toMatchObject({ receiptKept: false });
  });

  it.each(['opt-out', 'cancel'] as const)(
    'is not taken for one in which nothing was: %s claims nothing about an earlier visit',
    async (type) => {
      await fill(createVault(ADA));
      const flow = start(stagesOutOfReach());
      await until(flow, 'notice');
      flow.send({ type });
      expect(flow.getState()).toMatchObject({ aftermath: { kind: 'unknown' } });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(flow.getState()).toMatchObject({ aftermath: { kind: 'unknown' } });
    },
  );

  it('is not called empty at the desk', async () => {
    await fill(createVault(ADA));
    const { desk } = deskOver({ vault: outOfReach() });
    const list = { looking: false, kept: { receipts: [], readable: false } };
    await vi.waitFor(() => expect(desk.getState()).toMatchObject(list));
  });
});
