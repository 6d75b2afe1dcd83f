import { describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { WaitingEnvelope } from '../vault/vault.js';
import { CLIP, CONTROLLER, deskOver, opened, RECEIPT, RECORD, TRANSPORT } from './desk-double.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { OUTCOME } from './samples.fixture.js';

describe('what this browser keeps, at the desk', () => {
  it('lists what this browser keeps, and asks no receiver for it', async () => {
    const { desk, asked } = deskOver();
    expect(desk.getState()).toMatchObject({ looking: true, kept: { receipts: [], clips: [] } });
    await vi.waitFor(() =>
      expect(desk.getState()).toMatchObject({ looking: false, kept: { receipts: [RECEIPT], clips: [CLIP] } }),
    );
    desk.send({ type: 'open-kept', verificationId: OUTCOME.verificationId });
    expect(desk.getState()).toMatchObject({ kind: 'open', receipt: RECEIPT });
    expect(asked).toEqual([]);
  });

  it('deletes a clip', async () => {
    const { desk } = deskOver();
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kept: { clips: [CLIP] } }));
    desk.send({ type: 'delete-clip', sessionId: 's1' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kept: { clips: [] } }));
  });

  it('goes on listing a clip that the storage would not delete, says that something failed, and deletes it later', async () => {
    const answers = [false, true];
    const vault = {
      ...new Stages().ports.vault,
      kept: async () => ({ receipts: [], clips: answers.length === 0 ? [] : [CLIP] }),
      dropClip: async () => answers.shift() ?? true,
    };
    const { desk } = deskOver({ vault });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kept: { clips: [CLIP] } }));
    desk.send({ type: 'delete-clip', sessionId: 's1' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ problem: { code: 'storage.undeleted' } }));
    expect(desk.getState()).toMatchObject({ kept: { clips: [CLIP] } });
    desk.send({ type: 'delete-clip', sessionId: 's1' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kept: { clips: [] }, problem: null }));
  });

  it('asks at once what is held of each kept receipt, once, where it is told to', async () => {
    const { desk, asked } = deskOver({ asksAtOnce: true });
    const id = OUTCOME.verificationId;
    await vi.waitFor(() =>
      expect(desk.getState()).toMatchObject({ held: { [id]: { kind: 'known', record: RECORD } } }),
    );
    desk.send({ type: 'open-kept', verificationId: id });
    expect(desk.getState()).toMatchObject({ kind: 'open', record: RECORD, controller: CONTROLLER });
    desk.send({ type: 'back' });
    await vi.waitFor(() => expect(desk.getState().kind).toBe('list'));
    expect(asked).toEqual(['GET https://verify.example']);
  });

  it('keeps nothing here of what was withdrawn elsewhere', async () => {
    const read = async () => ({ ...RECORD, state: 'withdrawn' as const });
    const { dropped } = deskOver({ asksAtOnce: true, transport: () => ({ ...TRANSPORT, read }) });
    await vi.waitFor(() => expect(dropped).toEqual([OUTCOME.verificationId]));
  });

  it('says of a receipt that the receiver was not heard, and asks again when it is listed again', async () => {
    const read = vi.fn(() => Promise.reject(new CandorError('withdrawal.unreachable')));
    const { desk } = deskOver({ asksAtOnce: true, transport: () => ({ ...TRANSPORT, read }) });
    const unknown = { held: { [OUTCOME.verificationId]: { kind: 'unknown' } } };
    await vi.waitFor(() => expect(desk.getState()).toMatchObject(unknown));
    desk.send({ type: 'delete-clip', sessionId: 's1' });
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  });

  it('deletes what could not be delivered, at the receiver too', async () => {
    const sent = { sessionId: 's9', nonce: 'n', sentAt: '2026-01-01T00:00:00.000Z' };
    let left = [sent];
    const vault = {
      ...new Stages().ports.vault,
      lookAt: async () => ({ waiting: null, isReleased: false, sent: left }),
      sent: async () => left,
      forgetSent: async () => {
        left = [];
      },
    };
    const { desk, asked } = deskOver({ vault });
    await vi.waitFor(() =>
      expect(desk.getState()).toMatchObject({ kept: { undelivered: { kind: 'unanswered' } } }),
    );
    desk.send({ type: 'discard' });
    expect(desk.getState()).toMatchObject({ kept: { undelivered: { kind: 'deleting' } } });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kept: { undelivered: null } }));
    expect(asked).toEqual(['DELETE https://verify.example s9']);
  });

  it('takes no press back by looking, and says of what another page delivers that it may have arrived', async () => {
    const stages = new Stages();
    const { vault } = stages.ports;
    const since = '2026-01-01T00:00:00.000Z';
    const until = '2026-01-01T00:15:00.000Z';
    stages.waiting = { submitBy: until, envelope: { header: { createdAt: since } } } as WaitingEnvelope; // opaque here
    stages.released = true;
    const lookBack = vi.spyOn(vault, 'lookBack');
    const { desk } = deskOver({ vault });
    const showing = (kind: string) =>
      vi.waitFor(() => expect(desk.getState()).toMatchObject({ kept: { undelivered: { kind, since } } }));
    await showing('unanswered');
    await desk.takeOut();
    stages.released = false;
    desk.send({ type: 'back' });
    await showing('waiting');
    expect(lookBack).not.toHaveBeenCalled();
  });

  it('takes everything out as one object, the clip so that it plays', async () => {
    const { desk } = deskOver();
    const { verifications, clips } = await desk.takeOut();
    expect(verifications).toEqual([{ receipt: RECEIPT, record: RECORD, problem: null }]);
    expect(clips).toMatchObject([{ sessionId: 's1', content: `data:video/webm;base64,${btoa('clip')}` }]);
  });

  it('takes out what it can while the receiver is silent, and says so', async () => {
    const read = () => Promise.reject(new CandorError('withdrawal.unreachable'));
    const { desk } = deskOver({ transport: () => ({ ...TRANSPORT, read }) });
    const { verifications } = await desk.takeOut();
    expect(verifications).toEqual([{ receipt: RECEIPT, record: null, problem: 'withdrawal.unreachable' }]);
  });

  it('does not say that what is kept is gone where the storage did not, and deletes it when it is told to again', async () => {
    const answers = [false, true];
    const dropReceipt = vi.fn(async (_receipt: unknown) => answers.shift() ?? true);
    const { desk } = await opened({ vault: { ...new Stages().ports.vault, dropReceipt } });
    desk.send({ type: 'withdraw' });
    desk.send({ type: 'confirm' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kind: 'withdrawn', clipsLeft: true }));
    desk.send({ type: 'withdraw' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kind: 'withdrawn', clipsLeft: false }));
    desk.send({ type: 'withdraw' });
    expect(dropReceipt.mock.calls).toEqual([[RECEIPT], [RECEIPT]]);
  });
});
