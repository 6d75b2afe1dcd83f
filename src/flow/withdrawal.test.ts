import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVault } from '../vault/vault.js';
import { consented, endAll, until, untilReview } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { session } from './samples.fixture.js';
import type { Flow } from './state.js';

/** What a withdrawal deletes in this browser, and what is said where it could not. */

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  endAll();
  vi.unstubAllGlobals();
});

const SELLER = { endpoint: 'https://market.example', subject: 'ada' };

/** Each recording has a session of its own. */
function withSessions(stages: Stages): void {
  let opened = 0;
  stages.ports.transport.openSession = async () => {
    opened += 1;
    return { ...session(3 - opened), sessionId: `s${opened}` };
  };
}

async function keepClip(flow: Flow): Promise<void> {
  flow.send({ type: 'keep-clip' });
  await vi.waitFor(() => expect(flow.getState()).toMatchObject({ clipKept: 'kept' }));
}

async function withdraw(flow: Flow): Promise<void> {
  flow.send({ type: 'withdraw' });
  await until(flow, 'withdrawn');
}

describe('a withdrawal', () => {
  it('deletes the clip of a recording that was made again, too', async () => {
    const stages = new Stages();
    withSessions(stages);
    const vault = createVault(SELLER);
    Object.assign(stages.ports, { vault });
    const flow = await consented(stages, SELLER);
    await untilReview(flow);
    await keepClip(flow);
    flow.send({ type: 'redo' });
    await untilReview(flow);
    await keepClip(flow);
    flow.send({ type: 'send' });
    await until(flow, 'done');
    const kept = async (): Promise<unknown> =>
      (await vault.kept(null)).clips.map(({ sessionId }) => sessionId).sort();
    expect(await kept()).toEqual(['s1', 's2']);
    await withdraw(flow);
    expect(flow.getState()).toMatchObject({ clipsLeft: false });
    expect(await kept()).toEqual([]);
  });

  it('names the agreement under which a clip is kept', async () => {
    const stages = new Stages();
    const keep = vi.spyOn(stages.ports.vault, 'keepClip');
    const flow = await consented(stages);
    await untilReview(flow);
    await keepClip(flow);
    expect(keep.mock.calls[0]?.[0]).toEqual({ sessionId: 's1', consentReceiptId: 'uuid' });
  });

  it('does not say that what is kept is gone where the storage did not, and deletes it when it is told to again', async () => {
    const stages = new Stages();
    const drop = vi.spyOn(stages.ports.vault, 'dropReceipt');
    const flow = await consented(stages);
    await untilReview(flow);
    await keepClip(flow);
    flow.send({ type: 'send' });
    await until(flow, 'done');
    stages.dropsClips = false;
    await withdraw(flow);
    expect(flow.getState()).toMatchObject({ kind: 'withdrawn', clipsLeft: true });
    stages.dropsClips = true;
    flow.send({ type: 'withdraw' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'withdrawn', clipsLeft: false }));
    expect(drop.mock.calls.map(([, sessions]) => sessions)).toEqual([['s1'], ['s1']]);
    flow.send({ type: 'withdraw' });
    expect(drop).toHaveBeenCalledTimes(2);
  });
});

describe('a clip that is kept while what an earlier visit left is being deleted', () => {
  it('is known when the seller says no afterwards', async () => {
    const stages = new Stages();
    let settle = (): void => {};
    stages.ports.vault.dropEnvelopes = () =>
      new Promise((resolve) => {
        settle = () => resolve(true);
      });
    const flow = await consented(stages);
    await untilReview(flow);
    await keepClip(flow);
    settle();
    await new Promise((resolve) => setTimeout(resolve, 20));
    stages.ports.vault.dropEnvelopes = async () => true;
    flow.send({ type: 'cancel' });
    await vi.waitFor(() => expect(stages.clipsDropped).toBe(1));
  });
});
