import type { ConsentReceipt } from '../consent/receipt.js';
import type { Camera } from '../core/capture.js';
import { asCandorError, CandorError } from '../core/errors.js';
import type { Alternative, Locale, Session } from '../core/types.js';
import type { Discovery, OptOut, Outcome } from '../envelope/wire.js';
import type { CaptureProgress } from './capture.js';
import { chosen, firstChoices, offersOf } from './choices.js';
import type { FlowContext, FlowInput, Prepared } from './context.js';
import { chooseLocale } from './locale.js';
import type { WaitingEnvelope } from './ports.js';
import type { Choices, OptOutDelivery, VerificationReceipt } from './state.js';

/** How the machine's memory changes, one function per report; each gives only the fields that change. */

type Change = Partial<FlowContext>;

const NOT_BEGUN: CaptureProgress = { elapsedMs: 0, cue: null, colour: null };

export function initial({ ports, options }: FlowInput): FlowContext {
  return {
    ports,
    options,
    discovery: null,
    locale: options.locale ?? 'en',
    consent: null,
    vision: null,
    camera: null,
    cameraId: undefined,
    cameras: [],
    hint: 'preparing',
    ready: false,
    choices: firstChoices(options),
    motionReduced: true,
    session: null,
    progress: NOT_BEGUN,
    captured: null,
    verdict: null,
    reviewOutcome: null,
    preview: null,
    waiting: null,
    clipKept: false,
    attempt: 1,
    receipt: null,
    record: null,
    withdrawal: null,
    alternative: null,
    delivery: { kind: 'posting' },
    error: null,
  };
}

export function discovered(context: FlowContext, discovery: Discovery): Change {
  const locale = chooseLocale(context.options.locale, Object.keys(discovery.notices));
  return locale === null ? { discovery } : { discovery, locale };
}

/** Only a language in which there is a notice can be chosen: the seller must be able to read what they agree to. */
export function localeChosen(context: FlowContext, locale: Locale): Change {
  const offered = context.discovery?.notices ?? {};
  return Object.hasOwn(offered, locale) ? { locale } : {};
}

export function consented(accepted: {
  readonly receipt: ConsentReceipt;
  readonly noticeHash: string;
  readonly waiting: WaitingEnvelope | null;
}): Change {
  const { receipt, noticeHash, waiting } = accepted;
  return { consent: { receipt, noticeHash }, waiting };
}

export function cameraOpened(camera: Camera): Change {
  return { camera, cameraId: camera.deviceId };
}

/** Whoever chooses is looking at the choices: the face must be steady anew before the recording may start. */
export function choiceMade(context: FlowContext, wanted: Partial<Choices>): Change {
  return { choices: chosen(context.choices, wanted, offersOf(context)), ready: false };
}

/** Whoever asks for less motion gets no colours, also in the middle of a recording (requirement C-10). */
export function motionHeard({ choices }: FlowContext, reduced: boolean): Change {
  return { motionReduced: reduced, choices: { ...choices, light: choices.light && !reduced } };
}

export function attemptForgotten(): Change {
  return {
    session: null,
    captured: null,
    verdict: null,
    reviewOutcome: null,
    preview: null,
    waiting: null,
    clipKept: false,
    attempt: 1,
    progress: NOT_BEGUN,
  };
}

export function sessionOpened(session: Session): Change {
  return { session, progress: NOT_BEGUN };
}

export function prepared({ verdict, outcome, preview, waiting }: Prepared): Change {
  return { verdict, reviewOutcome: outcome, preview, waiting };
}

export function accepted(context: FlowContext, outcome: Outcome): Change {
  if (context.waiting === null) return {};
  const { consent, consentHash, noticeVersion, endpoint } = context.waiting;
  const receipt: VerificationReceipt = { version: 1, endpoint, outcome, consent, consentHash, noticeVersion };
  return { receipt, error: null };
}

/** Without an id, the first alternative: one step, no questions. */
export function alternativeChosen(context: FlowContext, alternativeId: string | undefined): Change {
  const offered: readonly Alternative[] = context.discovery?.alternatives ?? [];
  const alternative = offered.find(({ id }) => id === alternativeId) ?? offered[0] ?? null;
  return { alternative, delivery: { kind: 'posting' } };
}

export function optedOut(answer: OptOut): Change {
  const { caseId, next } = answer;
  return { delivery: { kind: 'confirmed', caseId, next } satisfies OptOutDelivery };
}

export function optOutUndelivered(error: unknown): Change {
  return { delivery: { kind: 'undelivered', error: asCandorError(error, 'optout.unreachable') } };
}

export function failed(error: unknown): Change {
  return { error: asCandorError(error) };
}

export function interrupted(): Change {
  return { error: new CandorError('capture.interrupted') };
}

/** Keeps or drops the seller's own clip in this browser, as they chose. */
export function storeClip({ ports, captured, session, clipKept }: FlowContext): void {
  if (captured === null || session === null) return;
  if (clipKept) void ports.vault.keepClip(session.sessionId, captured.clip);
  else void ports.vault.dropClip(session.sessionId);
}

export function storeReceipt({ ports, receipt }: FlowContext): void {
  if (receipt !== null) void ports.vault.keepReceipt(receipt);
}

/** An envelope that will not be sent any more must not stay behind. */
export function dropWaiting({ ports, waiting }: FlowContext): void {
  if (waiting !== null) void ports.vault.dropEnvelope(waiting.envelope.header.sessionId);
}
