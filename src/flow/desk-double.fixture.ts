import { expect, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { Receipt, StoredRecord } from '../core/record.js';
import type { KeptClip } from '../vault/vault.js';
import { startDesk } from './desk.js';
import type { DeskPorts } from './desk-ports.js';
import { Stages } from './port-doubles.fixture.js';
import { OUTCOME } from './samples.fixture.js';

/** A desk over doubles: one receipt and one clip are kept, and the receiver answers everything. */

export const RECEIPT: Receipt = {
  version: 1,
  endpoint: 'https://verify.example',
  outcome: OUTCOME,
  consent: {},
  consentHash: 'h',
  noticeVersion: '1',
};
export const RECORD = { state: 'stored' } as StoredRecord; // opaque here
export const CONTROLLER = { name: 'Shop Ltd', contact: 'privacy@shop.example', address: '1 Street' };
export const OBJECTION = { objectionId: 'o-1', at: '2026-01-02T00:00:00.000Z', objectionsLeft: 4 };
export const CLIP: KeptClip = {
  sessionId: 's1',
  clip: { blob: new Blob(['clip']), mimeType: 'video/webm', durationMs: 5_000 },
  keptAt: '2026-01-01T00:00:00.000Z',
  deleteAfter: '2026-01-31T00:00:00.000Z',
};

export type TransportOf = ReturnType<DeskPorts['transport']>;
const silent = () => Promise.reject(new CandorError('internal'));
export const TRANSPORT = { read: silent, withdraw: silent, contest: silent, endSession: silent };

export function deskOver(change: Partial<DeskPorts> = {}) {
  const asked: string[] = [];
  const dropped: string[] = [];
  let clips: readonly KeptClip[] = [CLIP];
  const vault = {
    ...new Stages().ports.vault,
    kept: async () => ({ receipts: [{ receipt: RECEIPT, sessionId: 's1' }], clips }),
    dropReceipt: async ({ outcome }: Pick<Receipt, 'outcome'>) => {
      dropped.push(outcome.verificationId);
      return true;
    },
    dropClip: async () => {
      clips = [];
      return true;
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

export const FILE = new Blob(['{}']);

export async function opened(change: Partial<DeskPorts> = {}) {
  const made = deskOver(change);
  made.desk.send({ type: 'open-file', file: FILE });
  await vi.waitFor(() => expect(made.desk.getState().kind).toBe('open'));
  return made;
}
