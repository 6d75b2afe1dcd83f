import type { SnapshotFrom } from 'xstate';
import { CandorError } from '../core/errors.js';
import { type BytesLoaded, CLIP_DURATION_MS } from '../core/types.js';
import { offersOf } from './choices.js';
import type { Ending, FlowContext } from './context.js';
import { handedReceipt, receiptFile } from './handed-receipt.js';
import { undeliveredOf, whileAsking } from './left-behind.js';
import type { flowMachine } from './machine.js';
import { envelopeKept, resumesAt } from './resume.js';
import type { Aftermath, Contest, FlowState } from './state.js';

type Snapshot = SnapshotFrom<typeof flowMachine>;

/** The machine's snapshot as the union that users see. A snapshot without what its state needs cannot come from the
 * machine; it reads as `failed` with `internal` rather than as a half-filled screen. */
export function toFlowState(snapshot: Snapshot): FlowState {
  return view(snapshot) ?? failedState(snapshot.context, new CandorError('internal'));
}

function view(snapshot: Snapshot): FlowState | null {
  const { context } = snapshot;
  if (snapshot.matches('loading')) return { kind: 'loading' };
  if (snapshot.matches('notice')) return noticeState(snapshot);
  if (snapshot.matches('consenting')) return downloadingState(context);
  if (snapshot.matches('checking')) return checkingState(snapshot);
  if (snapshot.matches('sending')) return sendingState(context);
  if (snapshot.matches('done')) return doneState(snapshot);
  if (snapshot.matches('withdrawn')) return withdrawnState(context);
  if (snapshot.matches('optedOut')) return optedOutState(snapshot);
  if (snapshot.matches('cancelled')) {
    return { kind: 'cancelled', aftermath: aftermathOf(snapshot), clipsLeft: context.clipsLeft };
  }
  return failedState(context, context.error ?? new CandorError('internal'));
}

function aftermathOf(snapshot: Snapshot): Aftermath {
  const { left, aftermath } = snapshot.context;
  const isAsking =
    snapshot.matches({ optedOut: { settling: 'asking' } }) || snapshot.matches({ cancelled: 'asking' });
  return isAsking ? whileAsking(left, aftermath) : aftermath;
}

function noticeState(snapshot: Snapshot): FlowState | null {
  const { discovery, locale, left, aftermath, keeps, ports } = snapshot.context;
  const notice = discovery?.notices[locale];
  if (discovery === null || notice === undefined) return null;
  const { threshold, alternatives, search = null } = discovery;
  return {
    kind: 'notice',
    view: { notice, locale, locales: Object.keys(discovery.notices), threshold, search, alternatives },
    undelivered: undeliveredOf({
      left,
      aftermath,
      deleting: snapshot.matches({ notice: 'deleting' }),
      stated: ports.clock.stated(),
    }),
    keeps,
  };
}

function checkingState(snapshot: Snapshot): FlowState | null {
  const { context } = snapshot;
  if (snapshot.matches({ checking: 'downloading' })) return downloadingState(context);
  if (snapshot.matches({ checking: 'review' })) return reviewState(snapshot);
  if (snapshot.matches({ checking: { capturing: 'recording' } })) return recordingState(context);
  if (snapshot.matches({ checking: { capturing: 'positioning' } })) return positioningState(snapshot);
  const waitingLong = snapshot.matches({ checking: { capturing: { permission: 'waitingLong' } } });
  return { kind: 'permission', waitingLong };
}

function downloadingState({ download, ports }: FlowContext): FlowState {
  const { firstBytes: totalBytes } = ports.vision;
  if (download === null) return { kind: 'downloading', loadedBytes: 0, totalBytes };
  const loadedBytes = download.stage === 'landmarks' ? download.loadedBytes : totalBytes;
  return { kind: 'downloading', loadedBytes, totalBytes };
}

/** What the recording still waits for. */
function restOf({ download }: FlowContext): BytesLoaded | null {
  if (download?.stage !== 'embedding' || download.loadedBytes === download.totalBytes) return null;
  const { loadedBytes, totalBytes } = download;
  return { loadedBytes, totalBytes };
}

function positioningState(snapshot: Snapshot): FlowState | null {
  const { opened, choices } = snapshot.context;
  if (opened === null) return null;
  const { camera, readiness } = opened;
  const { hint, ready, stuckFor, acceptable } = readiness;
  const starting = snapshot.matches({ checking: { capturing: { positioning: 'starting' } } });
  return {
    kind: 'positioning',
    stream: camera.stream,
    hint,
    ready: ready && !starting,
    stuckFor,
    mayStartAnyway: !starting && acceptable !== null,
    starting,
    download: restOf(snapshot.context),
    cameras: opened.choices,
    cameraId: camera.deviceId,
    standIn: camera.isStandIn ? { label: camera.label } : null,
    choices,
    offers: offersOf(snapshot.context),
  };
}

function recordingState({ opened, attempt, choices }: FlowContext): FlowState | null {
  if (opened === null || attempt?.kind !== 'recording') return null;
  const { elapsedMs, cue, colour } = attempt.progress;
  return {
    kind: 'recording',
    stream: opened.camera.stream,
    elapsedMs,
    durationMs: CLIP_DURATION_MS,
    cue,
    // The choice may have been taken back since the recording began.
    colour: choices.colourCheck ? colour : null,
    choices,
  };
}

function reviewState({ context }: Snapshot): FlowState | null {
  const { attempt, choices, options } = context;
  if (attempt?.kind !== 'captured' && attempt?.kind !== 'judged') return null;
  const judged = attempt.kind === 'judged' ? attempt : null;
  return {
    kind: 'review',
    preparing: judged === null,
    clip: attempt.captured.clip,
    clipKept: attempt.clipKept,
    keepsFor: (options.subject ?? undefined) === undefined ? 'tab' : 'seller',
    verdict: judged?.verdict ?? null,
    afterVerdict: judged?.afterVerdict ?? null,
    preview: judged?.sealed?.preview ?? null,
    submitBy: attempt.session.submitBy,
    attemptsLeft: attempt.session.attemptsLeft,
    choices,
    offers: offersOf(context),
  };
}

function sendingState({ attempt }: FlowContext): FlowState | null {
  if (attempt?.kind !== 'delivery') return null;
  const sizeBytes = new TextEncoder().encode(JSON.stringify(attempt.waiting.envelope)).length;
  return { kind: 'sending', sizeBytes, attempt: attempt.tries, verdict: attempt.verdict };
}

function doneState(snapshot: Snapshot): FlowState | null {
  const { ending, error, options } = snapshot.context;
  if (ending?.kind !== 'accepted') return null;
  const { receipt, receiptKept, record, verdict } = ending;
  const contest = contestOf(ending, snapshot.matches({ done: 'contesting' }));
  const step = stepOf(snapshot);
  return {
    kind: 'done',
    receipt: handedReceipt(receipt, options.handOverToken === true),
    receiptFile: receiptFile(receipt),
    receiptKept,
    step,
    record,
    contest,
    problem: error,
    verdict,
  };
}

function stepOf(snapshot: Snapshot): Extract<FlowState, { readonly kind: 'done' }>['step'] {
  if (snapshot.matches({ done: 'reading' })) return 'reading';
  return snapshot.matches({ done: 'withdrawing' }) ? 'withdrawing' : 'idle';
}

function contestOf({ objection }: Extract<Ending, { kind: 'accepted' }>, isSending: boolean): Contest {
  if (isSending) return { kind: 'sending' };
  return objection === null ? { kind: 'none' } : { kind: 'received', objection };
}

function withdrawnState({ ending, clipsLeft }: FlowContext): FlowState | null {
  if (ending?.kind !== 'withdrawn') return null;
  const { verificationId, deletedAt, shares } = ending.withdrawal;
  return { kind: 'withdrawn', verificationId, deletedAt, ...(shares && { shares }), clipsLeft };
}

function optedOutState(snapshot: Snapshot): FlowState | null {
  const { ending, discovery, locale, clipsLeft } = snapshot.context;
  if (ending?.kind !== 'opted-out' || discovery === null) return null;
  const { alternative, delivery } = ending;
  const { alternatives } = discovery;
  const aftermath = aftermathOf(snapshot);
  return { kind: 'opted-out', alternative, alternatives, delivery, aftermath, clipsLeft, locale };
}

function failedState(context: FlowContext, error: CandorError): FlowState {
  const { attempt, discovery, keeps, locale } = context;
  return {
    kind: 'failed',
    error,
    retryable: resumesAt(context) !== null,
    envelopeKept: envelopeKept(attempt, error),
    alternatives: discovery?.alternatives ?? [],
    keeps,
    locale,
  };
}
