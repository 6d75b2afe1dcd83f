import type { Receipt } from '../../core/record.js';
import type { StoredRecord } from '../../envelope/wire.js';
import type { Desk, DeskState } from '../../flow/desk-state.js';
import { VIEW } from '../screens.fixture.js';
import type { StateOf } from '../widget.js';

/** What the tests of a desk show: one check, with everything that may be kept and held of it. */

export const STORED: StoredRecord = {
  verificationId: 'v-1',
  state: 'stored',
  status: 'needs_review',
  receivedAt: '2026-03-01T10:01:00.500Z',
  decidedAt: '2026-03-01T10:01:01.000Z',
  deleteAfter: '2027-03-01T10:01:01.000Z',
  fields: ['embedding', 'liveness'],
  locale: 'en',
  purposeIds: ['duplicate-check'],
  threshold: { ...VIEW.threshold, metric: 'cosine' },
  liveness: { verdict: 'live', profile: 'standard', checks: [] },
  asked: ['turn-left', 'turn-right'],
  reviewOutcome: null,
  review: null,
  objections: [],
  test: false,
};

export const RECEIPT: Receipt = {
  version: 1,
  endpoint: 'https://verify.example',
  outcome: {
    verificationId: 'v-1',
    status: 'needs_review',
    decidedAt: '2026-03-01T10:01:01.000Z',
    deleteAfter: '2027-03-01T10:01:01.000Z',
    removalToken: 'SECRET-TOKEN',
  },
  consent: { processing: { language: 'en', purposes: [{ purpose: 'PURPOSE' }] } },
  consentHash: 'h',
  noticeVersion: 'v-7',
};

export const DONE: StateOf<'done'> = {
  kind: 'done',
  step: 'idle',
  receipt: RECEIPT,
  receiptFile: new Blob(),
  receiptKept: true,
  record: STORED,
  contest: { kind: 'none' },
  problem: null,
  verdict: null,
};

type DeskStateOf<Kind extends DeskState['kind']> = Extract<DeskState, { readonly kind: Kind }>;

export const LIST: DeskStateOf<'list'> = {
  kind: 'list',
  looking: false,
  kept: {
    receipts: [RECEIPT],
    clips: [{ sessionId: 's-1', clip: null, keptAt: STORED.receivedAt, deleteAfter: STORED.deleteAfter }],
    undelivered: { kind: 'waiting', since: STORED.receivedAt, until: STORED.deleteAfter },
    readable: true,
  },
  held: { 'v-1': { kind: 'known', record: STORED } },
  problem: null,
};

export const OPEN: DeskStateOf<'open'> = {
  kind: 'open',
  receipt: RECEIPT,
  controller: VIEW.notice.controller,
  step: 'idle',
  record: STORED,
  contest: { kind: 'none' },
  problem: null,
};

export const DESK: Desk = {
  getState: () => LIST,
  subscribe: () => () => {},
  send: () => {},
  takeOut: () => Promise.reject(new Error('nothing to take out')),
  destroy: () => {},
};
