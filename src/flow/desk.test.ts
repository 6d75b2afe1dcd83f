import { describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { StoredRecord } from '../envelope/wire.js';
import type { KeptClip, WaitingEnvelope } from '../vault/vault.js';
import { startDesk } from './desk.js';
import type { DeskPorts } from './desk-ports.js';
import { Stages } from './port-doubles.fixture.js';
import { OUTCOME } from './samples.fixture.js';
import type { VerificationReceipt } from './state.js';

const RECEIPT: VerificationReceipt = {
  version: 1,
  endpoint: 'https://verify.example',
  outcome: OUTCOME,
  consent: {},
  consentHash: 'h',
  noticeVersion: '1',
};
const RECORD = { state: 'stored' } as StoredRecord; // opaque here
const CONTROLLER = { name: 'Shop Ltd', contact: 'privacy@shop.example', address: '1 Street' };
const OBJECTION = { objectionId: 'o-1', at: '2026-01-02T00:00:00.000Z', objectionsLeft: 4 };
const CLIP: KeptClip = {
  sessionId: 's1',
  clip: { blob: new Blob(['clip']), mimeType: 'video/webm', durationMs: 5_000 },
  keptAt: '2026-01-01T00:00:00.000Z',
  deleteAfter: '2026-01-31T00:00:00.000Z',
};

type TransportOf = ReturnType<DeskPorts['transport']>;
const silent = () => Promise.reject(new CandorError('internal'));
const TRANSPORT = { read: silent, withdraw: silent, contest: silent, endSession: silent };

function deskOver(change: Partial<DeskPorts> = {}) {
  const asked: string[] = [];
  const dropped: string[] = [];
  let clips: readonly KeptClip[] = [CLIP];
  const vault = {
    ...new Stages().ports.vault,
    kept: async () => ({ receipts: [{ receipt: RECEIPT, sessionId: 's1' }], clips }),
    dropReceipt: async (id: string) => void dropped.push(id),
    dropClip: async () => {
      clips = [];
    },
  };
  const ports: DeskPorts = {
    read: () => RECEIPT,
    maxBytes: 10,
    clock: { now: () => new Date(0), stated: () => null },
    vault,
    transport: (endpoint) => ({
      read: async () => {
        asked.push(`GET ${endpoint}`);
        return RECORD;
      },
      withdraw: async ({ verificationId }) => {
        asked.push(`DELETE ${endpoint}`);
        return { verificationId, state: 'withdrawn', deletedAt: '2026-01-02T00:00:00.000Z' };
      },
      contest: async ({ verificationId }, text) => {
        asked.push(`POST ${endpoint} ${text}`);
        return { ...OBJECTION, verificationId };
      },
      endSession: async ({ sessionId }) => {
        asked.push(`DELETE ${endpoint} ${sessionId}`);
        return { sessionId, state: 'ended', verificationId: null, endedAt: OBJECTION.at };
      },
    }),
    controller: () => CONTROLLER,
    endpoint: 'https://verify.example',
    asksAtOnce: false,
    ...change,
  };
  return { desk: startDesk(ports), asked, dropped };
}

const FILE = new Blob(['{}']);

async function opened(change: Partial<DeskPorts> = {}) {
  const made = deskOver(change);
  made.desk.send({ type: 'open-file', file: FILE });
  await vi.waitFor(() => expect(made.desk.getState().kind).toBe('open'));
  return made;
}

describe('the desk', () => {
  it('lists what this browser keeps, and asks no receiver for it', async () => {
    const { desk, asked } = deskOver();
    await vi.waitFor(() =>
      expect(desk.getState()).toMatchObject({ kept: { receipts: [RECEIPT], clips: [CLIP] } }),
    );
    desk.send({ type: 'open-kept', verificationId: OUTCOME.verificationId });
    expect(desk.getState()).toMatchObject({ kind: 'open', receipt: RECEIPT });
    expect(asked).toEqual([]);
  });

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

  it('deletes a clip', async () => {
    const { desk } = deskOver();
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kept: { clips: [CLIP] } }));
    desk.send({ type: 'delete-clip', sessionId: 's1' });
    await vi.waitFor(() => expect(desk.getState()).toMatchObject({ kept: { clips: [] } }));
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
    stages.waiting = { envelope: { header: { createdAt: since } } } as WaitingEnvelope; // opaque here
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
