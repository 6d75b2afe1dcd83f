import { afterEach, describe, expect, it } from 'vitest';
import { consented, endAll, until, untilReview } from './flow-steps.fixture.js';
import { toldState } from './handed-receipt.js';
import { Stages } from './port-doubles.fixture.js';
import { OUTCOME } from './samples.fixture.js';
import type { FlowOptions, FlowState } from './state.js';

afterEach(endAll);

type Done = Extract<FlowState, { readonly kind: 'done' }>;

async function doneState(stages: Stages, options: Partial<FlowOptions> = {}): Promise<Done> {
  const flow = await consented(stages, options);
  await untilReview(flow);
  flow.send({ type: 'send' });
  await until(flow, 'done');
  const state = flow.getState();
  if (state.kind !== 'done') throw new Error('it was done before');
  return state;
}

describe('the token of a confirmed check', () => {
  it('is the seller’s: in their file and in this browser’s storage, and in nothing else of the state', async () => {
    const stages = new Stages();
    const state = await doneState(stages);
    const { removalToken, ...told } = OUTCOME;
    expect(state.receipt.outcome).toEqual(told);
    expect(JSON.stringify(state)).not.toContain(removalToken);
    expect(toldState(state)).not.toHaveProperty('receiptFile');
    expect(state.receiptFile.type).toBe('application/json');
    expect(JSON.parse(await state.receiptFile.text())).toEqual({ ...state.receipt, outcome: OUTCOME });
    expect([...stages.receipts.values()].map(({ outcome }) => outcome)).toEqual([OUTCOME]);
  });

  it('is handed to a page that asks for it', async () => {
    const state = await doneState(new Stages(), { handOverToken: true });
    expect(state.receipt.outcome).toEqual(OUTCOME);
    expect(toldState(state)).toBe(state);
  });

  it('still withdraws, whoever has it', async () => {
    const flow = await consented(new Stages());
    await untilReview(flow);
    flow.send({ type: 'send' });
    await until(flow, 'done');
    flow.send({ type: 'withdraw' });
    await until(flow, 'withdrawn');
  });
});
