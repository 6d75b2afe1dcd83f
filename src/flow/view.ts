import type { SnapshotFrom } from 'xstate';
import { CandorError } from '../core/errors.js';
import { CLIP_DURATION_MS } from '../core/types.js';
import { offersOf } from './choices.js';
import type { FlowContext } from './context.js';
import type { flowMachine } from './machine.js';
import { envelopeKept, resumesAt } from './resume.js';
import type { FlowState } from './state.js';

type Snapshot = SnapshotFrom<typeof flowMachine>;

/** The machine's snapshot as the union that users see. A snapshot without what its state needs cannot come from the
 * machine; it reads as `failed` with `internal` rather than as a half-filled screen. */
export function toFlowState(snapshot: Snapshot): FlowState {
  return view(snapshot) ?? failedState(snapshot.context, new CandorError('internal'));
}

function view(snapshot: Snapshot): FlowState | null {
  const { context } = snapshot;
  if (snapshot.matches('loading')) return { kind: 'loading' };
  if (snapshot.matches('notice')) return noticeState(context);
  if (snapshot.matches('consenting')) return { kind: 'permission', waitingLong: false };
  if (snapshot.matches('checking')) return checkingState(snapshot);
  if (snapshot.matches('sending')) return sendingState(context);
  if (snapshot.matches('done')) return doneState(context);
  if (snapshot.matches('withdrawn')) return withdrawnState(context);
  if (snapshot.matches('optedOut')) return optedOutState(context);
  if (snapshot.matches('cancelled')) return { kind: 'cancelled' };
  return failedState(context, context.error ?? new CandorError('internal'));
}

function noticeState({ discovery, locale }: FlowContext): FlowState | null {
  const notice = discovery?.notices[locale];
  if (discovery === null || notice === undefined) return null;
  const { threshold, alternatives } = discovery;
  return {
    kind: 'notice',
    view: { notice, locale, locales: Object.keys(discovery.notices), threshold, alternatives },
  };
}

function checkingState(snapshot: Snapshot): FlowState | null {
  const { context } = snapshot;
  if (snapshot.matches({ checking: 'review' })) return reviewState(snapshot);
  if (snapshot.matches({ checking: { capturing: 'recording' } })) return recordingState(context);
  if (snapshot.matches({ checking: { capturing: 'positioning' } })) return positioningState(snapshot);
  const waitingLong = snapshot.matches({ checking: { capturing: { permission: 'waitingLong' } } });
  return { kind: 'permission', waitingLong };
}

function positioningState(snapshot: Snapshot): FlowState | null {
  const { camera, hint, ready, cameras, cameraId, choices } = snapshot.context;
  if (camera === null) return null;
  const starting = snapshot.matches({ checking: { capturing: { positioning: 'starting' } } });
  return {
    kind: 'positioning',
    stream: camera.stream,
    hint,
    ready: ready && !starting,
    starting,
    cameras,
    cameraId: cameraId ?? camera.deviceId,
    choices,
    offers: offersOf(snapshot.context),
  };
}

function recordingState({ camera, progress, choices }: FlowContext): FlowState | null {
  if (camera === null) return null;
  return {
    kind: 'recording',
    stream: camera.stream,
    elapsedMs: progress.elapsedMs,
    durationMs: CLIP_DURATION_MS,
    cue: progress.cue,
    // The choice may have been taken back since the recording began.
    colour: choices.light ? progress.colour : null,
    choices,
  };
}

function reviewState(snapshot: Snapshot): FlowState | null {
  const { captured, session, clipKept, verdict, reviewOutcome, preview, choices } = snapshot.context;
  if (captured === null || session === null) return null;
  return {
    kind: 'review',
    preparing: snapshot.matches({ checking: { review: 'preparing' } }),
    clip: captured.clip,
    clipKept,
    verdict,
    outcome: reviewOutcome,
    preview,
    attemptsLeft: session.attemptsLeft,
    choices,
    offers: offersOf(snapshot.context),
  };
}

function sendingState({ waiting, attempt, verdict }: FlowContext): FlowState | null {
  if (waiting === null) return null;
  const sizeBytes = new TextEncoder().encode(JSON.stringify(waiting.envelope)).length;
  return { kind: 'sending', sizeBytes, attempt, verdict };
}

function doneState({ receipt, record, error, verdict }: FlowContext): FlowState | null {
  return receipt === null ? null : { kind: 'done', receipt, record, problem: error, verdict };
}

function withdrawnState({ withdrawal }: FlowContext): FlowState | null {
  if (withdrawal === null) return null;
  const { verificationId, deletedAt } = withdrawal;
  return { kind: 'withdrawn', verificationId, deletedAt };
}

function optedOutState({ alternative, discovery, delivery, locale }: FlowContext): FlowState | null {
  if (alternative === null || discovery === null) return null;
  return { kind: 'opted-out', alternative, alternatives: discovery.alternatives, delivery, locale };
}

function failedState(context: FlowContext, error: CandorError): FlowState {
  const { waiting, discovery, locale } = context;
  return {
    kind: 'failed',
    error,
    retryable: resumesAt(context) !== null,
    envelopeKept: envelopeKept({ error, waiting }),
    alternatives: discovery?.alternatives ?? [],
    locale,
  };
}
