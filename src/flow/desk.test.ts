import { describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import {
  deskOver,
  FILE,
  OBJECTION,
  opened,
  RECORD,
  TRANSPORT,
  type TransportOf,
} from './desk-double.fixture.js';
import { OUTCOME } from './samples.fixture.js';

describe('the desk', () => {
  it('shows what is stored', async () => {
    const { desk, asked } = await opened();
    desk.send({ type: 'my-data' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ record: RECORD, step: 'idle' }));
    expect(asked).toEqual(['GET https://verify.example']);
  });

  it('withdraws after one question, once, and then forgets the receipt', async () => {
    const { desk, asked, dropped } = await opened();
    desk.send({ type: 'confirm' });
    desk.send({ type: 'withdraw' });
    expect(desk.getState()).toMatchObject({ step: 'confirming' });
    desk.send({ type: 'back' });
    expect(desk.getState()).toMatchObject({ kind: 'open', step: 'idle' });
    expect(asked).toEqual([]);
    desk.send({ type: 'withdraw' });
    desk.send({ type: 'confirm' });
    desk.send({ type: 'confirm' });
    await vi.waitFor(() => expect(desk.getState().kind).toBe('withdrawn'));
    expect([asked, dropped]).toEqual([['DELETE https://verify.example'], [OUTCOME.verificationId]]);
    desk.send({ type: 'back' });
    await vi.waitFor(() => expect(desk.getState().kind).toBe('list'));
  });

  it('keeps the receipt while the receiver has not confirmed', async () => {
    const refused = new CandorError('withdrawal.unreachable');
    const { desk, dropped } = await opened({
      transport: () => ({
        read: () => Promise.reject(refused),
        withdraw: () => Promise.reject(refused),
        contest: () => Promise.reject(refused),
        endSession: () => Promise.reject(refused),
      }),
    });
    desk.send({ type: 'withdraw' });
    desk.send({ type: 'confirm' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ problem: refused, step: 'idle' }));
    expect(dropped).toEqual([]);
    desk.send({ type: 'my-data' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ problem: refused, step: 'idle' }));
  });

  it('says why a file is none, and reads no large one', async () => {
    const read = vi.fn(() => {
      throw new CandorError('receipt.other_version');
    });
    const { desk } = deskOver({ read });
    desk.send({ type: 'open-file', file: FILE });
    await vi.waitFor(() =>
      expect(desk.getState()).toMatchObject({ kind: 'list', problem: { code: 'receipt.other_version' } }),
    );
    desk.send({ type: 'open-file', file: new Blob(['x'.repeat(11)]) });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ problem: { code: 'receipt.invalid' } }));
    expect(read).toHaveBeenCalledOnce();
  });

  it('sends an objection once, and shows it in what is stored', async () => {
    const { desk, asked } = await opened();
    desk.send({ type: 'my-data' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ record: RECORD }));
    desk.send({ type: 'contest', text: 'Not me.' });
    desk.send({ type: 'contest', text: 'Not me.' });
    expect(desk.getState()).toMatchObject({ contest: { kind: 'sending' } });
    await vi.waitFor(() =>
      expect(desk.getState()).toMatchObject({
        contest: { kind: 'received', objection: OBJECTION },
        record: { objections: [{ objectionId: 'o-1', text: 'Not me.' }], review: { state: 'open' } },
      }),
    );
    expect(asked).toEqual(['GET https://verify.example', 'POST https://verify.example Not me.']);
  });

  it('shows an objection once that had arrived before, though its answer was lost', async () => {
    const said = { ...RECORD, objections: [{ objectionId: 'o-1', text: 'Not me.', at: OBJECTION.at }] };
    const contest: TransportOf['contest'] = async ({ verificationId }) => ({ ...OBJECTION, verificationId });
    const { desk } = await opened({ transport: () => ({ ...TRANSPORT, read: async () => said, contest }) });
    desk.send({ type: 'my-data' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ record: said }));
    desk.send({ type: 'contest', text: 'Not me.' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ contest: { kind: 'received' } }));
    expect(desk.getState()).toMatchObject({ record: { objections: [{ objectionId: 'o-1' }] } });
  });

  it('says why an objection did not arrive', async () => {
    const refused = new CandorError('objection.exhausted');
    const { desk } = await opened({
      transport: () => ({ ...TRANSPORT, contest: () => Promise.reject(refused) }),
    });
    desk.send({ type: 'contest', text: 'Not me.' });
    await vi.waitFor(() =>
      expect(desk.getState()).toMatchObject({ contest: { kind: 'none' }, problem: refused }),
    );
  });

  it('changes nothing any more once it is taken away', async () => {
    const { desk } = await opened();
    const heard = vi.fn();
    desk.subscribe(heard);
    desk.send({ type: 'my-data' });
    desk.destroy();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(desk.getState()).toMatchObject({ kind: 'open', record: null });
  });

  it.each(['unsubscribes the next', 'destroys the desk'])(
    'tells no more where a listener %s',
    async (how) => {
      const { desk } = await opened();
      const heard = vi.fn();
      let leave: () => void = desk.destroy;
      desk.subscribe(() => leave());
      const unsubscribe = desk.subscribe(heard);
      if (how === 'unsubscribes the next') leave = unsubscribe;
      desk.send({ type: 'withdraw' });
      expect(heard).not.toHaveBeenCalled();
    },
  );
});
