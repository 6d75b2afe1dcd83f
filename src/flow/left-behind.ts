import { fromCallback } from 'xstate';
import { asCandorError, CandorError } from '../core/errors.js';
import type { Notice } from '../core/types.js';
import type { LeftBehind, LookedAt, SentSession, Vault } from '../vault/vault.js';
import type { FlowEvent } from './context.js';
import type { Ports, TransportPort } from './ports.js';
import type { Aftermath, Undelivered } from './state.js';

/** What earlier visits of the same seller left, and how it is made good: nothing of it is sent without the seller's own
 * press, and what may have arrived is deleted at the receiver before anybody says that nothing is there. */

export const NOTHING_LEFT: LeftBehind = { waiting: null, sent: [] };

/** Looks back once the receiver is known. An envelope that was made for a notice that the receiver no longer shows is
 * deleted unsent: the seller agreed to something else. */
async function lookBack(
  { vault, envelope, clock }: Ports,
  notices: Readonly<Record<string, Notice>>,
): Promise<LeftBehind> {
  const left = inTime(await vault.lookBack(clock.stated()), clock.stated());
  if (left.waiting === null) return left;
  const current = await Promise.all(Object.values(notices).map((notice) => envelope.hash(notice)));
  if (current.includes(left.waiting.envelope.header.noticeHash)) return left;
  await vault.dropEnvelopes();
  return { ...left, waiting: null };
}

/** What could not be deleted in time can be sent no more all the same. */
function inTime<Left extends LeftBehind>(left: Left, stated: Date | null): Left {
  const isOver = left.waiting !== null && stated !== null && stated >= new Date(left.waiting.submitBy);
  return isOver ? { ...left, waiting: null } : left;
}

/** Longest wait that a browser's timer takes, ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface DeadlineInput {
  readonly ports: Pick<Ports, 'clock'>;
  readonly left: LeftBehind;
}

/** Looks again once what waits can be sent no more: it is deleted then, and the notice must not go on offering it. */
export const deadlineWatch = fromCallback<FlowEvent, DeadlineInput, FlowEvent>(
  ({ input: { ports, left }, sendBack }) => {
    const stated = ports.clock.stated();
    if (left.waiting === null || stated === null) return;
    const leftMs = Date.parse(left.waiting.submitBy) - stated.getTime();
    const timer = setTimeout(
      () => sendBack({ type: 'look-again' }),
      Math.min(Math.max(0, leftMs), LONGEST_TIMER_MS),
    );
    return () => clearTimeout(timer);
  },
);

/** What is in this browser of the seller's. */
export interface Found {
  readonly left: LeftBehind;
  /** Receipts or clips are kept. */
  readonly keeps: boolean;
  /** False: the storage did not answer, and there may be more. */
  readonly readable: boolean;
}

export async function look(ports: Ports, notices: Readonly<Record<string, Notice>>): Promise<Found> {
  const [left, readable] = await Promise.all([lookBack(ports, notices), ports.vault.isReadable()]);
  const { receipts, clips } = await ports.vault.kept(ports.clock.stated());
  return { left, keeps: receipts.length + clips.length > 0, readable };
}

interface SettlePorts {
  readonly vault: Vault;
  readonly transport: Pick<TransportPort, 'endSession'>;
}

export interface SettleInput {
  readonly ports: SettlePorts;
  /** What this visit knows of, should the browser keep nothing. */
  readonly sent: readonly SentSession[];
  readonly before: Aftermath;
  /** Sessions whose clips go too. */
  readonly clips: readonly string[];
  /** What has its receipt by now, because another tab was delivering it: whoever agrees anew has not asked for its end. */
  readonly delivered: 'stays' | 'goes';
}

export interface Settled {
  readonly left: LeftBehind;
  readonly aftermath: Aftermath;
  /** Those that were to be deleted. */
  readonly clips: readonly string[];
  /** Those of them that may still be there. */
  readonly clipsLeft: readonly string[];
}

/** Deletes what waits, here, and what may have arrived, at the receiver. Rejects only when it is stopped. */
export async function settle(input: SettleInput, signal: AbortSignal): Promise<Settled> {
  const { vault } = input.ports;
  const [dropped, readable] = await Promise.all([vault.dropEnvelopes(), vault.isReadable()]);
  const clipsLeft: string[] = [];
  for (const sessionId of input.clips) if (!(await vault.dropClip(sessionId))) clipsLeft.push(sessionId);
  const settled = await settleSent(input, signal);
  const isKnown = (dropped && readable) || settled.aftermath.kind === 'may-have-arrived';
  const aftermath: Aftermath = isKnown ? settled.aftermath : { kind: 'unknown' };
  return { ...settled, aftermath, clips: input.clips, clipsLeft };
}

async function settleSent(
  input: SettleInput,
  signal: AbortSignal,
): Promise<Pick<Settled, 'left' | 'aftermath'>> {
  const { vault } = input.ports;
  const known = new Map([...input.sent, ...(await vault.sent())].map((sent) => [sent.sessionId, sent]));
  if (known.size === 0) return { left: NOTHING_LEFT, aftermath: withoutAny(input.before) };
  const refused: SentSession[] = [];
  let failure: CandorError | null = null;
  let hasEnded = false;
  for (const sent of known.values()) {
    const ended = await end(input, sent, signal);
    if (ended === 'ended') hasEnded = true;
    if (!(ended instanceof CandorError)) continue;
    refused.push(sent);
    failure = ended;
  }
  const left = { waiting: null, sent: refused };
  if (failure !== null) return { left, aftermath: { kind: 'may-have-arrived', error: failure } };
  return { left, aftermath: hasEnded ? { kind: 'nothing-stored' } : withoutAny(input.before) };
}

/** What the receiver has confirmed before stays confirmed. */
function withoutAny(before: Aftermath): Aftermath {
  return before.kind === 'nothing-stored' ? before : { kind: 'nothing-sent' };
}

async function end(
  { ports: { vault, transport }, delivered }: SettleInput,
  sent: SentSession,
  signal: AbortSignal,
): Promise<'ended' | 'left' | CandorError> {
  const { sessionId } = sent;
  try {
    return await vault.alone(sessionId, signal, async () => {
      if (delivered === 'stays' && (await vault.receiptOf(sessionId)) !== null) return 'left';
      await transport.endSession(sent, signal);
      const receipt = await vault.receiptOf(sessionId);
      if (receipt !== null) await vault.dropReceipt(receipt);
      await vault.forgetSent(sessionId);
      return 'ended';
    });
  } catch (thrown) {
    signal.throwIfAborted();
    return asCandorError(thrown, 'withdrawal.unreachable');
  }
}

export interface UndeliveredInput {
  readonly left: LeftBehind & Partial<LookedAt>;
  readonly aftermath: Aftermath;
  readonly deleting: boolean;
  /** The receiver's time; null where it has stated none. */
  readonly stated: Date | null;
}

export function undeliveredOf({ left, aftermath, deleting, stated }: UndeliveredInput): Undelivered | null {
  const since = left.waiting?.envelope.header.createdAt ?? left.sent[0]?.sentAt;
  if (since === undefined) return null;
  if (deleting) return { kind: 'deleting', since };
  if (aftermath.kind === 'may-have-arrived') return { kind: 'undeleted', since, error: aftermath.error };
  // While another page goes on delivering it, nobody can say that it waits.
  if (left.waiting === null || left.isReleased === true)
    return { kind: isOver(left, stated) ? 'expired' : 'unanswered', since };
  return { kind: 'waiting', since, until: left.waiting.submitBy };
}

/** Nothing of it can be sent any more. */
function isOver({ waiting, sent }: LeftBehind, stated: Date | null): boolean {
  if (waiting !== null || stated === null) return false;
  return sent.every(({ submitBy }) => submitBy !== undefined && stated >= new Date(submitBy));
}

/** While the receiver is asked: only where there is something to ask about. */
export function whileAsking(left: LeftBehind, aftermath: Aftermath): Aftermath {
  if (left.sent.length > 0) return { kind: 'asking' };
  return aftermath.kind === 'unknown' ? aftermath : withoutAny(aftermath);
}
