import { assign, setup } from 'xstate';
import type { Camera, CameraChoice } from '../core/capture.js';
import { asCandorError, CandorError } from '../core/errors.js';
import type { Locale, Session } from '../core/types.js';
import type { Discovery, OptOut, Outcome, StoredRecord, Withdrawal } from '../envelope/wire.js';
import type { WaitingEnvelope } from '../vault/vault.js';
import type { Vision } from '../vision/protocol.js';
import * as actors from './actors.js';
import * as attempts from './attempt.js';
import type { CaptureProgress, CaptureResult } from './capture.js';
import { chosen, firstChoices, offersOf } from './choices.js';
import type {
  Ending,
  FlowContext,
  FlowEvent,
  FlowInput,
  GivenConsent,
  OpenedCamera,
  Prepared,
} from './context.js';
import { chooseLocale } from './locale.js';
import { resumesAt } from './resume.js';
import type { Hint, WantedChoices } from './state.js';

/** How long the browser may stay silent before the seller is told that it may be asking elsewhere, ms. */
const WAITING_LONG_MS = 10_000;

export interface Accepted extends GivenConsent {
  /** The sealed envelope that an earlier visit could not deliver. */
  readonly waiting: WaitingEnvelope | null;
}

export function initialContext({ ports, options }: FlowInput): FlowContext {
  return {
    ports,
    options,
    locale: options.locale ?? 'en',
    choices: firstChoices(options),
    motionReduced: true,
    cameraId: undefined,
    discovery: null,
    consent: null,
    vision: null,
    opened: null,
    attempt: null,
    ending: null,
    error: null,
  };
}

/** The first language of the notice; without one that is usable, `view.ts` says so. */
function localeOf({ options, locale }: FlowContext, { notices }: Discovery): Locale {
  return chooseLocale(options.locale, Object.keys(notices)) ?? locale;
}

function acceptedEnding({ attempt }: FlowContext, outcome: Outcome): Ending | null {
  if (attempt?.kind !== 'delivery') return null;
  const { consent, consentHash, noticeVersion, endpoint } = attempt.waiting;
  const receipt = { version: 1, endpoint, outcome, consent, consentHash, noticeVersion } as const;
  return { kind: 'accepted', receipt, verdict: attempt.verdict, record: null };
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

/** Keeps or drops the seller's own clip in this browser, as they chose. */
function storeClip({ ports, attempt }: FlowContext): void {
  if (attempt?.kind !== 'captured' && attempt?.kind !== 'judged') return;
  const { clipKept, session, captured } = attempt;
  if (clipKept) void ports.vault.keepClip(session.sessionId, captured.clip);
  else void ports.vault.dropClip(session.sessionId);
}

/** An envelope that will not be sent any more must not stay behind. */
function dropWaiting({ ports, attempt }: FlowContext): void {
  const waiting = attempts.waitingOf(attempt);
  if (waiting !== null) void ports.vault.dropEnvelope(waiting.envelope.header.sessionId);
}

/** The machine's vocabulary: its actors, guards and actions, typed once. */
export const machineSetup = setup({
  types: {} as { context: FlowContext; events: FlowEvent; input: FlowInput },
  actors: { ...actors },
  delays: { waitingLong: WAITING_LONG_MS },
  guards: {
    canOptOut: ({ context }) => context.discovery !== null,
    canPosition: ({ context }) => context.opened !== null && context.vision !== null,
    mayStart: ({ context }) => context.opened?.ready === true,
    startsAlone: ({ context }) => context.opened?.ready === true && context.options.autoStart === true,
    mayRedo: ({ context }) => (attempts.sessionOf(context.attempt)?.attemptsLeft ?? 0) > 0,
    maySend: ({ context }) => attempts.waitingOf(context.attempt) !== null,
    retriesLoading: ({ context }) => resumesAt(context) === 'loading',
    retriesChecking: ({ context }) => resumesAt(context) === 'checking',
    retriesSending: ({ context }) => resumesAt(context) === 'sending',
  },
  actions: {
    rememberDiscovery: assign(({ context }, discovery: Discovery) => ({
      discovery,
      locale: localeOf(context, discovery),
    })),
    /** Only a language in which there is a notice can be chosen: the seller must be able to read what they agree to. */
    chooseLocale: assign(({ context }, locale: Locale) =>
      Object.hasOwn(context.discovery?.notices ?? {}, locale) ? { locale } : {},
    ),
    rememberConsent: assign((_, { receipt, noticeHash, waiting }: Accepted) => ({
      consent: { receipt, noticeHash },
      attempt: attempts.resumed(waiting),
    })),
    rememberVision: assign((_, vision: Vision) => ({ vision })),
    forgetVision: assign({ vision: null }),
    rememberCamera: assign((_, camera: Camera) => ({
      cameraId: camera.deviceId,
      opened: { camera, choices: [], hint: 'preparing' as const, ready: false },
    })),
    rememberChoices: assign(({ context }, choices: readonly CameraChoice[]) => ({
      opened: seen(context.opened, { choices }),
    })),
    switchCamera: assign((_, cameraId: string) => ({ cameraId })),
    forgetCamera: assign({ opened: null }),
    forgetAttempt: assign({ attempt: null }),
    rememberHint: assign(({ context }, { hint, ready }: { hint: Hint; ready: boolean }) => ({
      opened: seen(context.opened, { hint, ready }),
    })),
    rememberSession: assign((_, session: Session) => ({ attempt: attempts.begun(session) })),
    rememberProgress: assign(({ context }, progress: CaptureProgress) => ({
      attempt: attempts.progressed(context.attempt, progress),
    })),
    /** Whoever chooses is looking at the choices: the face must be steady anew before the recording may start. */
    choose: assign(({ context }, wanted: WantedChoices) => ({
      choices: chosen(context.choices, wanted, offersOf(context)),
      opened: seen(context.opened, { ready: false }),
    })),
    /** Whoever asks for less motion gets no colours, also in the middle of a recording (requirement C-10). */
    hearMotion: assign(({ context: { choices } }, reduced: boolean) => ({
      motionReduced: reduced,
      choices: { ...choices, light: choices.light && !reduced },
    })),
    rememberCapture: assign(({ context }, result: CaptureResult) => ({
      attempt: attempts.captured(context.attempt, result),
    })),
    rememberPrepared: assign(({ context }, prepared: Prepared) => ({
      attempt: attempts.judged(context.attempt, prepared),
    })),
    toggleClipKept: assign(({ context }) => ({ attempt: attempts.clipToggled(context.attempt) })),
    storeClip: ({ context }) => storeClip(context),
    rememberSent: assign(({ context }) => ({ attempt: attempts.sent(context.attempt) })),
    countTry: assign(({ context }, tries: number) => ({ attempt: attempts.tried(context.attempt, tries) })),
    rememberAccepted: assign(({ context }, outcome: Outcome) => ({
      ending: acceptedEnding(context, outcome),
      attempt: null,
      error: null,
    })),
    storeReceipt: ({ context: { ports, ending } }) => {
      if (ending?.kind === 'accepted') void ports.vault.keepReceipt(ending.receipt);
    },
    dropWaiting: ({ context }) => dropWaiting(context),
    rememberRecord: assign(({ context }, record: StoredRecord) => ({
      ending: settled(context.ending, 'accepted', { record }),
      error: null,
    })),
    rememberWithdrawal: assign((_, withdrawal: Withdrawal) => ({
      ending: { kind: 'withdrawn' as const, withdrawal },
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
    rememberFailure: assign((_, error: unknown) => ({ error: asCandorError(error) })),
    rememberInterruption: assign(() => ({ error: new CandorError('capture.interrupted') })),
    clearFailure: assign({ error: null }),
  },
});
