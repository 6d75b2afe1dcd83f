import { hostHeaders } from '../core/host-headers.js';
import { createReceiverClock, type ReceiverClock } from '../core/receiver-clock.js';
import type { Objection } from '../envelope/review.js';
import type { SessionEnd } from '../envelope/session-end.js';
import type { Withdrawal } from '../envelope/stored-record.js';
import type {
  Discovery,
  Envelope,
  OptOut,
  OptOutRequest,
  Outcome,
  Session,
  SessionRequest,
  StoredRecord,
} from '../envelope/wire.js';
import type { Receiver } from './call.js';
import { discover, type PinnedKey } from './discovery.js';
import { optOut } from './opt-out.js';
import { openSession } from './session.js';

/** How long a discovery document is good for, by either clock, in memory only, ms. */
const DISCOVERY_LIFETIME_MS = 60_000;

export interface TransportOptions {
  /** Absolute address without a closing slash. */
  readonly endpoint: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly pinnedKey?: PinnedKey | undefined;
  /** Learns the receiver's time from its answers. */
  readonly clock?: ReceiverClock | undefined;
  /** Of the lifetime of what is remembered: a clock that nobody sets, which stops while the device sleeps, ms from anywhere. */
  readonly monotonicMs?: (() => number) | undefined;
  /** The device's time of day, which goes on, since 1970. */
  readonly deviceMs?: (() => number) | undefined;
}

/** All that the widget says to the receiver: one method per request of docs/protocol.md, each an attempt, not a retry. */
export interface Transport {
  discover(signal: AbortSignal): Promise<Discovery>;
  /** Without the pinned key's signature, and without remembering it: for a browser that lacks Ed25519, whose seller is shown
   * the alternatives and asked nothing. */
  discoverUnsigned(signal: AbortSignal): Promise<Discovery>;
  openSession(request: SessionRequest, signal: AbortSignal): Promise<Session>;
  submit(envelope: Envelope, signal: AbortSignal): Promise<Outcome>;
  optOut(request: OptOutRequest, signal: AbortSignal): Promise<OptOut>;
  read(outcome: Outcome, signal: AbortSignal): Promise<StoredRecord>;
  withdraw(outcome: Outcome, signal: AbortSignal): Promise<Withdrawal>;
  /** One objection for each call. */
  contest(outcome: Outcome, text: string, signal: AbortSignal): Promise<Objection>;
  endSession(sent: SentSession, signal: AbortSignal): Promise<SessionEnd>;
}

/** What is remembered of a message that may have arrived: enough to have it deleted, nothing of what was in it. */
export type SentSession = Pick<Session, 'sessionId' | 'nonce'>;

/** What is said after the consent. By itself: the notice does not wait for it. */
export type AfterConsent = typeof import('./after-consent.js');

/** @param afterConsent - fetches it, when it is first wanted. What that throws, the methods throw. */
export function assembleTransport(
  options: TransportOptions,
  afterConsent: (signal: AbortSignal) => Promise<AfterConsent>,
): Transport {
  const { endpoint, headers = {}, pinnedKey, monotonicMs = () => performance.now() } = options;
  const receiver: Receiver = {
    endpoint,
    headers: hostHeaders(headers),
    clock: options.clock ?? createReceiverClock(),
  };
  const { deviceMs = () => Date.now() } = options;
  const agesFrom = (): (() => number) => {
    const [sinceMs, sinceDeviceMs] = [monotonicMs(), deviceMs()];
    // A device that was set back is no younger for it.
    return () => Math.max(monotonicMs() - sinceMs, Math.abs(deviceMs() - sinceDeviceMs));
  };
  let known: { readonly discovery: Discovery; readonly ageMs: () => number } | undefined;
  return {
    async discover(signal) {
      signal.throwIfAborted();
      if (known !== undefined && known.ageMs() < DISCOVERY_LIFETIME_MS) return known.discovery;
      const ageMs = agesFrom();
      const discovery = await discover(receiver, pinnedKey, signal);
      known = { discovery, ageMs };
      return discovery;
    },
    discoverUnsigned: (signal) => discover(receiver, undefined, signal),
    openSession: (request, signal) => openSession(receiver, request, signal),
    optOut: (request, signal) => optOut(receiver, request, signal),
    submit: async (envelope, signal) => (await afterConsent(signal)).submit(receiver, envelope, signal),
    read: async (outcome, signal) => (await afterConsent(signal)).read(receiver, outcome, signal),
    withdraw: async (outcome, signal) => (await afterConsent(signal)).withdraw(receiver, outcome, signal),
    contest: async (outcome, text, signal) =>
      (await afterConsent(signal)).contest(receiver, outcome, text, signal),
    endSession: async (sent, signal) => (await afterConsent(signal)).endSession(receiver, sent, signal),
  };
}
