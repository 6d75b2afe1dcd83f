import { describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { StoredRecord } from '../envelope/wire.js';
import type { KeptClip } from '../vault/vault.js';
import { type DeskPorts, startDesk } from './desk.js';
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
const CLIP: KeptClip = {
  sessionId: 's1',
  clip: { blob: new Blob(['clip']), mimeType: 'video/webm', durationMs: 5_000 },
  keptAt: '2026-01-01T00:00:00.000Z',
  deleteAfter: '2026-01-31T00:00:00.000Z',
};

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
    now: () => new Date(0),
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
    }),
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
      transport: () => ({ read: () => Promise.reject(refused), withdraw: () => Promise.reject(refused) }),
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

  it('changes nothing any more once it is taken away', async () => {
    const { desk } = await opened();
    const heard = vi.fn();
    desk.subscribe(heard);
    desk.send({ type: 'my-data' });
    desk.destroy();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(desk.getState()).toMatchObject({ kind: 'open', record: null });
  });
});
