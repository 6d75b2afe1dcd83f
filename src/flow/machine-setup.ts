import { assign, setup } from 'xstate';
import type { Camera, CameraChoice } from '../core/capture.js';
import { asCandorError, CandorError } from '../core/errors.js';
import { chooseLocale } from '../core/locale.js';
import type { Locale, Session } from '../core/types.js';
import type { Discovery, OptOut, StoredRecord } from '../envelope/wire.js';
import type { LeftBehind } from '../vault/vault.js';
import type { Download } from '../vision/protocol.js';
import * as actors from './actors.js';
import type { Agreement, Known } from './agreement.js';
import * as agreement from './agreement.js';
import * as attempts from './attempt.js';
import type { CaptureProgress, CaptureResult } from './capture.js';
import { chosen, firstChoices, offersOf } from './choices.js';
import type { Ending, FlowContext, FlowEvent, FlowInput, OpenedCamera, Prepared } from './context.js';
import { type Delivered, sentSession } from './deliver.js';
import { deadlineWatch, type Found, NOTHING_LEFT, type Settled } from './left-behind.js';
import { withObjection } from './objected.js';
import { NOT_READY, type Readiness } from './readiness.js';
import type { Contested, Withdrawn } from './receipt-actors.js';
import * as receiptActors from './receipt-actors.js';
import { resumesAt } from './resume.js';
import type { Aftermath, ClipKept, WantedChoices } from './state.js';
import { silentAfterFailure, wantedAfterFailure, wantedAfterPicture, wantedAnew } from './which-camera.js';

/** How long the browser may stay silent before the seller is told that it may be asking elsewhere, ms. */
const WAITING_LONG_MS = 10_000;

export function initialContext({ ports, options }: FlowInput): FlowContext {
  return {
    ports,
    options,
    locale: options.locale ?? 'en',
    choices: firstChoices(options),
    motionReduced: true,
    cameraId: undefined,
    provenCameraId: undefined,
    silentCameraIds: [],
    left: NOTHING_LEFT,
    aftermath: NOTHING_SENT,
    clipsLeft: false,
    keeps: false,
    keptClips: [],
    discovery: null,
    consent: null,
    vision: null,
    download: null,
    opened: null,
    accepted: null,
    attempt: null,
    ending: null,
    error: null,
  };
}

/** The first language of the notice; without one that is usable, `view.ts` says so. */
function localeOf({ options, locale }: FlowContext, { notices }: Discovery): Locale {
  return chooseLocale(options.locale, Object.keys(notices)) ?? locale;
}

const NOTHING_SENT: Aftermath = { kind: 'nothing-sent' };
const UNKNOWN: Aftermath = { kind: 'unknown' };

/** What the storage did not tell is not said to be nothing. */
function foundBy({ aftermath }: FlowContext, { left, keeps, readable }: Found) {
  if (!readable && aftermath.kind !== 'may-have-arrived') return { left, keeps, aftermath: UNKNOWN };
  return { left, keeps, aftermath: aftermath.kind === 'unknown' ? NOTHING_SENT : aftermath };
}

/** Another notice is read in the language that the seller chose for the one before. */
function agreedTo(context: FlowContext, agreement: Agreement): Partial<FlowContext> {
  if (agreement.kind === 'given') return { discovery: agreement.discovery, consent: agreement.consent };
  const { known } = agreement;
  const { discovery } = known;
  const isOffered = Object.hasOwn(discovery.notices, context.locale);
  const locale = isOffered ? context.locale : localeOf(context, discovery);
  return { discovery, ...foundBy(context, known), locale, consent: null };
}

function acceptedEnding({ attempt }: FlowContext, delivered: Delivered): Ending {
  const verdict = attempt?.kind === 'delivery' ? attempt.verdict : null;
  return { kind: 'accepted', ...delivered, verdict, record: null, objection: null };
}

/** What goes out from here on may have arrived; what has its receipt has. */
function withSent({ left, attempt, ports }: FlowContext): LeftBehind {
  const waiting = attempts.waitingOf(attempt);
  if (waiting === null) return left;
  const sent = sentSession(waiting, ports.clock.stated());
  return {
    waiting: null,
    sent: [...left.sent.filter(({ sessionId }) => sessionId !== sent.sessionId), sent],
  };
}

function withoutSent({ left, attempt }: FlowContext): LeftBehind {
  const id = attempts.waitingOf(attempt)?.envelope.header.sessionId;
  return { ...left, sent: left.sent.filter(({ sessionId }) => sessionId !== id) };
}

/** Without an id, the first alternative: one step, no questions. */
function optedOutEnding({ discovery }: FlowContext, alternativeId: string | undefined): Ending | null {
  const offered = discovery?.alternatives ?? [];
  const alternative = offered.find(({ id }) => id === alternativeId) ?? offered[0];
  return alternative === undefined ? null : { kind: 'opted-out', alternative, delivery: { kind: 'posting' } };
}

/** Changes the part of the ending that a later answer belongs to. */
function settled(ending: Ending | null, kind: Ending['kind'], change: Partial<Ending>): Ending | null {
  return ending?.kind === kind ? ({ ...ending, ...change } as Ending) : ending; // the kind was looked at
}

function seen(opened: OpenedCamera | null, change: Partial<OpenedCamera>): OpenedCamera | null {
  return opened === null ? null : { ...opened, ...change };
}

/** Keeps or drops the seller's own clip in this browser; which of both it came to is said once the storage has said so. */
async function storeClip({ ports, attempt, consent }: FlowContext): Promise<ClipKept> {
  if (attempt?.kind !== 'captured' && attempt?.kind !== 'judged') return 'no';
  const { clipKept, session, captured } = attempt;
  const { clip } = captured;
  if (clipKept === 'keeping' && clip.kind === 'recorded' && consent !== null) {
    // The session's own times are the receiver's: it began at most three minutes before `captureBy`.
    const now = ports.clock.stated() ?? new Date(session.captureBy);
    const of = { sessionId: session.sessionId, consentReceiptId: consent.receipt.act.consentReceiptId };
    const kept = await ports.vault.keepClip(of, clip, now);
    return kept ? 'kept' : 'refused';
  }
  return (await ports.vault.dropClip(session.sessionId)) ? 'no' : 'undeleted';
}

function clipStored({ attempt, keptClips }: FlowContext, clipKept: ClipKept) {
  return {
    attempt: attempts.clipStored(attempt, clipKept),
    keptClips: attempts.clipsKept(keptClips, attempt, clipKept),
  };
}

function toggled({ attempt }: FlowContext): ClipKept {
  if (attempt?.kind !== 'captured' && attempt?.kind !== 'judged') return 'no';
  if (attempt.captured.clip.kind === 'none') return 'no';
  return ['kept', 'keeping', 'undeleted'].includes(attempt.clipKept) ? 'deleting' : 'keeping';
}

/** Nobody is recorded on a page that they do not see. */
function isReady({ opened, ports }: FlowContext): boolean {
  return opened?.readiness.ready === true && ports.page.presence() === 'shown';
}

function isStuck({ opened, ports }: FlowContext): boolean {
  return opened !== null && opened.readiness.acceptable !== null && ports.page.presence() === 'shown';
}

/** The machine's vocabulary: its actors, guards and actions, typed once. */
export const machineSetup = setup({
  types: {} as { context: FlowContext; events: FlowEvent; input: FlowInput },
  actors: { ...actors, ...agreement, ...receiptActors, deadlineWatch },
  delays: { waitingLong: WAITING_LONG_MS },
  guards: {
    lacksSomething: (_, { lack }: Known) => lack !== null,
    isReplaced: (_, { kind }: Agreement) => kind === 'replaced',
    knowsReceiver: ({ context }) => context.discovery !== null,
    canOptOut: ({ context }) => context.discovery !== null,
    /** Nobody's camera is opened on a page that they do not see. */
    mayOpenCamera: ({ context }) => context.vision !== null && context.ports.page.presence() === 'shown',
    mayStart: ({ context }) => isReady(context),
    mayStartAnyway: ({ context }) => isStuck(context),
    startsAlone: ({ context }) => isReady(context) && context.options.autoStart === true,
    mayRedo: ({ context }) => (attempts.sessionOf(context.attempt)?.attemptsLeft ?? 0) > 0,
    hasLeftBehind: ({ context: { left } }) => left.waiting !== null || left.sent.length > 0,
    maySendEarlier: ({ context }) => context.left.waiting !== null,
    maySettleAgain: ({ context: { aftermath, clipsLeft } }) =>
      clipsLeft || aftermath.kind === 'may-have-arrived' || aftermath.kind === 'unknown',
    hasClipsLeft: ({ context: { clipsLeft } }) => clipsLeft,
    maySend: ({ context }) => attempts.waitingOf(context.attempt) !== null,
    retriesLoading: ({ context }) => resumesAt(context) === 'loading',
    retriesChecking: ({ context }) => resumesAt(context) === 'checking',
    retriesSending: ({ context }) => resumesAt(context) === 'sending',
  },
  actions: {
    rememberDiscovery: assign(({ context }, { discovery, lack, ...found }: Known) => ({
      discovery,
      error: lack,
      ...foundBy(context, found),
      locale: localeOf(context, discovery),
    })),
    rememberFound: assign(({ context }, found: Found) => foundBy(context, found)),
    /** Only a language in which there is a notice can be chosen: the seller must be able to read what they agree to. */
    chooseLocale: assign(({ context }, locale: Locale) =>
      Object.hasOwn(context.discovery?.notices ?? {}, locale) ? { locale } : {},
    ),
    rememberAgreement: assign(({ context }, agreement: Agreement) => agreedTo(context, agreement)),
    resumeEarlier: assign(({ context: { left, attempt } }) => ({
      attempt: left.waiting === null ? attempt : attempts.resumed(left.waiting),
    })),
    /** A clip that the seller kept while the earlier ones were being deleted stays known. */
    rememberSettled: assign(({ context }, { left, aftermath, clips, clipsLeft }: Settled) => ({
      left,
      aftermath,
      keptClips: [...context.keptClips.filter((id) => !clips.includes(id)), ...clipsLeft],
      clipsLeft: clipsLeft.length > 0,
    })),
    rememberVision: assign((_, vision: FlowContext['vision']) => ({ vision })),
    rememberDownload: assign((_, download: Download) => ({ download })),
    forgetVision: assign({ vision: null, download: null }),
    rememberCamera: assign((_, camera: Camera) => ({
      cameraId: camera.deviceId === '' ? undefined : camera.deviceId,
      opened: { camera, choices: [], readiness: NOT_READY },
    })),
    rememberChoices: assign(({ context }, choices: readonly CameraChoice[]) => ({
      opened: seen(context.opened, { choices }),
    })),
    switchCamera: assign((_, cameraId: string) => ({ cameraId })),
    wantProvenCamera: assign(({ context }) => wantedAnew(context)),
    forgetCamera: assign({ opened: null }),
    forgetAttempt: assign({ attempt: null }),
    rememberReadiness: assign(({ context }, readiness: Readiness) => ({
      opened: seen(context.opened, { readiness }),
      ...wantedAfterPicture(context, readiness),
    })),
    acceptPicture: assign(({ context }) => ({
      accepted: context.opened?.readiness.acceptable ?? null,
    })),
    acceptNothing: assign({ accepted: null }),
    rememberSession: assign((_, session: Session) => ({ attempt: attempts.begun(session) })),
    rememberProgress: assign(({ context }, progress: CaptureProgress) => ({
      attempt: attempts.progressed(context.attempt, progress),
    })),
    /** Whoever chooses is looking at the choices: the face must be steady anew before the recording may start. */
    choose: assign(({ context }, wanted: WantedChoices) => ({
      choices: chosen(context.choices, wanted, offersOf(context)),
      opened: seen(context.opened, { readiness: NOT_READY }),
    })),
    /** Whoever asks for less motion gets no colours, also in the middle of a recording (requirement C-10). */
    hearMotion: assign(({ context: { choices } }, reduced: boolean) => ({
      motionReduced: reduced,
      choices: { ...choices, colourCheck: choices.colourCheck && !reduced },
    })),
    rememberCapture: assign(({ context }, result: CaptureResult) => ({
      attempt: attempts.captured(context.attempt, result),
    })),
    rememberPrepared: assign(({ context }, prepared: Prepared) => ({
      attempt: attempts.judged(context.attempt, prepared),
    })),
    toggleClipKept: assign(({ context }) => clipStored(context, toggled(context))),
    storeClip: ({ context, self }) => {
      void storeClip(context).then((clipKept) => self.send({ type: 'clip.stored', clipKept }));
    },
    rememberClipStored: assign(({ context }, clipKept: ClipKept) => clipStored(context, clipKept)),
    rememberSent: assign(({ context }) => ({ attempt: attempts.sent(context.attempt) })),
    noteSending: assign(({ context }) => ({ left: withSent(context) })),
    countTry: assign(({ context }, tries: number) => ({ attempt: attempts.tried(context.attempt, tries) })),
    rememberStored: assign(({ context }, isStored: boolean) => ({
      attempt: attempts.stored(context.attempt, isStored),
    })),
    rememberAccepted: assign(({ context }, delivered: Delivered) => ({
      ending: acceptedEnding(context, delivered),
      left: withoutSent(context),
      attempt: null,
      error: null,
    })),
    rememberRecord: assign(({ context }, record: StoredRecord) => ({
      ending: settled(context.ending, 'accepted', { record }),
      error: null,
    })),
    rememberObjection: assign(({ context: { ending } }, { text, objection }: Contested) => ({
      ending: settled(ending, 'accepted', {
        objection,
        record: ending?.kind === 'accepted' ? withObjection(ending.record, text, objection) : null,
      }),
      error: null,
    })),
    rememberWithdrawal: assign(({ context: { ending } }, { withdrawal }: Withdrawn) =>
      ending?.kind === 'accepted'
        ? { ending: { kind: 'withdrawn' as const, withdrawal, receipt: ending.receipt } }
        : {},
    ),
    rememberDeleted: assign(({ context: { keptClips } }, isDeleted: boolean) => ({
      keptClips: isDeleted ? [] : keptClips,
      clipsLeft: !isDeleted,
    })),
    chooseAlternative: assign(({ context }, id: string | undefined) => ({
      ending: optedOutEnding(context, id),
    })),
    rememberOptOut: assign(({ context }, { caseId, next }: OptOut) => ({
      ending: settled(context.ending, 'opted-out', { delivery: { kind: 'confirmed', caseId, next } }),
    })),
    rememberUndelivered: assign(({ context }, thrown: unknown) => {
      const error = asCandorError(thrown, 'optout.unreachable');
      return { ending: settled(context.ending, 'opted-out', { delivery: { kind: 'undelivered', error } }) };
    }),
    rememberFailure: assign(({ context }, error: unknown) => ({
      error: asCandorError(error),
      ...wantedAfterFailure(context, error),
      silentCameraIds: silentAfterFailure(context, error),
    })),
    rememberInterruption: assign(() => ({ error: new CandorError('capture.interrupted') })),
    clearFailure: assign({ error: null }),
  },
});
