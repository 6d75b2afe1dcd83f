import type { Session } from '../core/types.js';
import type { WaitingEnvelope } from '../vault/vault.js';
import type { CaptureProgress, CaptureResult } from './capture.js';
import type { Attempt, Prepared } from './context.js';
import type { ClipKept } from './state.js';

/** How an attempt becomes the next kind of itself. One that is not of the kind that a step needs stays what it is. */

const NOT_BEGUN: CaptureProgress = { elapsedMs: 0, cue: null, colour: null };

export function begun(session: Session): Attempt {
  return { kind: 'recording', session, progress: NOT_BEGUN };
}

export function progressed(attempt: Attempt | null, progress: CaptureProgress): Attempt | null {
  return attempt?.kind === 'recording' ? { ...attempt, progress } : attempt;
}

export function captured(attempt: Attempt | null, result: CaptureResult): Attempt | null {
  if (attempt?.kind !== 'recording') return attempt;
  return { kind: 'captured', session: attempt.session, captured: result, clipKept: 'no' };
}

export function judged(attempt: Attempt | null, prepared: Prepared): Attempt | null {
  return attempt?.kind === 'captured' ? { ...attempt, ...prepared, kind: 'judged' } : attempt;
}

export function clipStored(attempt: Attempt | null, clipKept: ClipKept): Attempt | null {
  if (attempt?.kind !== 'captured' && attempt?.kind !== 'judged') return attempt;
  return { ...attempt, clipKept };
}

/** The clips of a visit, once this attempt's is kept, or not any more. One that is being written or deleted may be there. */
export function clipsKept(
  before: readonly string[],
  attempt: Attempt | null,
  clipKept: ClipKept,
): readonly string[] {
  const session = sessionOf(attempt);
  if (session === null) return before;
  const others = before.filter((sessionId) => sessionId !== session.sessionId);
  return clipKept === 'no' || clipKept === 'refused' ? others : [...others, session.sessionId];
}

/** The seller has pressed send: what is left is the sealed envelope. */
export function sent(attempt: Attempt | null): Attempt | null {
  if (attempt?.kind !== 'judged' || attempt.sealed === null) return attempt;
  const { verdict, sealed } = attempt;
  return { kind: 'delivery', waiting: sealed.waiting, verdict, tries: 1, isStored: false };
}

/** An envelope of an earlier visit takes the way from sending on. */
export function resumed(waiting: WaitingEnvelope): Attempt {
  return { kind: 'delivery', waiting, verdict: null, tries: 1, isStored: true };
}

export function tried(attempt: Attempt | null, tries: number): Attempt | null {
  return attempt?.kind === 'delivery' ? { ...attempt, tries } : attempt;
}

export function stored(attempt: Attempt | null, isStored: boolean): Attempt | null {
  return attempt?.kind === 'delivery' ? { ...attempt, isStored } : attempt;
}

/** The session of a recording that runs or is looked at. */
export function sessionOf(attempt: Attempt | null): Session | null {
  return attempt === null || attempt.kind === 'delivery' ? null : attempt.session;
}

/** The sealed envelope, once there is one. */
export function waitingOf(attempt: Attempt | null): WaitingEnvelope | null {
  if (attempt?.kind === 'delivery') return attempt.waiting;
  return attempt?.kind === 'judged' ? (attempt.sealed?.waiting ?? null) : null;
}
