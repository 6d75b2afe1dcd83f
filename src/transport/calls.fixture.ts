import { seal } from '../envelope/seal.js';
import {
  AUDIENCE,
  EXAMPLE_OUTCOME,
  EXAMPLE_RECORD,
  EXAMPLE_SESSION,
  exampleBinding,
  examplePayload,
  exampleReceiver,
} from '../envelope/wire.fixture.js';
import type { Envelope } from '../envelope/wire.js';
import type { Transport } from './transport.js';

/** Every call to the receiver, with an answer that is right. */

export const REQUEST = {
  profile: 'standard',
  noticeHash: 'A'.repeat(43),
  locale: 'en',
  light: false,
} as const;
export const OPT_OUT = { alternative: 'document', locale: 'en' } as const;
export const WITHDRAWAL = {
  verificationId: EXAMPLE_OUTCOME.verificationId,
  state: 'withdrawn',
  deletedAt: '2026-03-02T10:00:00.000Z',
} as const;
export const SESSION_END = {
  sessionId: EXAMPLE_SESSION.sessionId,
  state: 'ended',
  verificationId: EXAMPLE_OUTCOME.verificationId,
  endedAt: '2026-03-02T10:00:00.000Z',
} as const;
export const OBJECTION = {
  objectionId: '1c9d6a52-0d3e-4c7b-9f59-8e1f0b2f7d31',
  verificationId: EXAMPLE_OUTCOME.verificationId,
  at: '2026-03-02T10:00:00.000Z',
  objectionsLeft: 4,
} as const;
export const never = new AbortController().signal;

export const RECORD = EXAMPLE_RECORD;

/** Of the host page; one of them is not its to set. */
export const HOST_HEADERS = { Authorization: 'Bearer host', 'content-type': 'text/html', 'X-Shop': '7' };

export async function sealExample(): Promise<Envelope> {
  const { key } = await exampleReceiver('x25519');
  return seal({ payload: examplePayload(), binding: exampleBinding(), key, audience: AUDIENCE });
}

/** Who calls, and the envelope that it has to send. */
export interface Sender {
  readonly transport: Transport;
  readonly envelope: Envelope;
}

/** The seven requests after discovery, each with what the receiver says when all is well. */
export const CALLS = {
  session: {
    run: ({ transport }: Sender, signal: AbortSignal) => transport.openSession(REQUEST, signal),
    status: 201,
    body: EXAMPLE_SESSION,
  },
  submit: {
    run: ({ transport, envelope }: Sender, signal: AbortSignal) => transport.submit(envelope, signal),
    status: 201,
    body: EXAMPLE_OUTCOME,
  },
  'opt-out': {
    run: ({ transport }: Sender, signal: AbortSignal) => transport.optOut(OPT_OUT, signal),
    status: 201,
    body: { caseId: 'case-1', alternative: 'document', next: 'We write to you.' },
  },
  withdraw: {
    run: ({ transport }: Sender, signal: AbortSignal) => transport.withdraw(EXAMPLE_OUTCOME, signal),
    status: 200,
    body: WITHDRAWAL,
  },
  'session end': {
    run: ({ transport }: Sender, signal: AbortSignal) => transport.endSession(EXAMPLE_SESSION, signal),
    status: 200,
    body: SESSION_END,
  },
  contest: {
    run: ({ transport }: Sender, signal: AbortSignal) =>
      transport.contest(EXAMPLE_OUTCOME, 'My sister sells here as well.', signal),
    status: 201,
    body: OBJECTION,
  },
  read: {
    run: ({ transport }: Sender, signal: AbortSignal) => transport.read(EXAMPLE_OUTCOME, signal),
    status: 200,
    body: RECORD,
  },
} as const;
export type CallName = keyof typeof CALLS;
export const NAMES = Object.keys(CALLS) as CallName[];
