import { assign, setup } from 'xstate';
import type { ConsentReceipt } from '../consent/receipt.js';
import type { Camera, CameraChoice } from '../core/capture.js';
import type { Session } from '../core/types.js';
import type { Discovery, OptOut, Outcome, StoredRecord, Withdrawal } from '../envelope/wire.js';
import type { Vision } from '../vision/protocol.js';
import * as actors from './actors.js';
import * as change from './assignments.js';
import type { CaptureProgress, CaptureResult } from './capture.js';
import type { FlowContext, FlowEvent, FlowInput, Prepared } from './context.js';
import type { WaitingEnvelope } from './ports.js';
import { resumesAt } from './resume.js';
import type { Choices, Hint } from './state.js';

/** How long the browser may stay silent before the seller is told that it may be asking elsewhere, ms. */
const WAITING_LONG_MS = 10_000;

export interface Accepted {
  readonly receipt: ConsentReceipt;
  readonly noticeHash: string;
  readonly waiting: WaitingEnvelope | null;
}

/** The machine's vocabulary: its actors, guards and actions, typed once. */
export const machineSetup = setup({
  types: {} as { context: FlowContext; events: FlowEvent; input: FlowInput },
  actors: { ...actors },
  delays: { waitingLong: WAITING_LONG_MS },
  guards: {
    canOptOut: ({ context }) => context.discovery !== null,
    canPosition: ({ context }) => context.camera !== null && context.vision !== null,
    mayStart: ({ context }) => context.ready,
    startsAlone: ({ context }) => context.ready && context.options.autoStart === true,
    mayRedo: ({ context }) => (context.session?.attemptsLeft ?? 0) > 0,
    maySend: ({ context }) => context.waiting !== null,
    retriesLoading: ({ context }) => resumesAt(context) === 'loading',
    retriesChecking: ({ context }) => resumesAt(context) === 'checking',
    retriesSending: ({ context }) => resumesAt(context) === 'sending',
  },
  actions: {
    rememberDiscovery: assign(({ context }, discovery: Discovery) => change.discovered(context, discovery)),
    chooseLocale: assign(({ context }, locale: string) => change.localeChosen(context, locale)),
    rememberConsent: assign((_, accepted: Accepted) => change.consented(accepted)),
    rememberVision: assign((_, vision: Vision) => ({ vision })),
    forgetVision: assign({ vision: null }),
    rememberCamera: assign((_, camera: Camera) => change.cameraOpened(camera)),
    rememberChoices: assign((_, cameras: readonly CameraChoice[]) => ({ cameras })),
    switchCamera: assign((_, cameraId: string) => ({ cameraId })),
    forgetCamera: assign({ camera: null, cameras: [], hint: 'preparing', ready: false }),
    forgetAttempt: assign(change.attemptForgotten),
    rememberHint: assign((_, { hint, ready }: { hint: Hint; ready: boolean }) => ({ hint, ready })),
    rememberSession: assign((_, session: Session) => change.sessionOpened(session)),
    rememberProgress: assign((_, progress: CaptureProgress) => ({ progress })),
    choose: assign(({ context }, wanted: Partial<Choices>) => change.choiceMade(context, wanted)),
    hearMotion: assign(({ context }, reduced: boolean) => change.motionHeard(context, reduced)),
    rememberCapture: assign((_, captured: CaptureResult) => ({ captured })),
    rememberPrepared: assign((_, prepared: Prepared) => change.prepared(prepared)),
    toggleClipKept: assign({ clipKept: ({ context }) => !context.clipKept }),
    storeClip: ({ context }) => change.storeClip(context),
    countAttempt: assign((_, attempt: number) => ({ attempt })),
    rememberReceipt: assign(({ context }, outcome: Outcome) => change.accepted(context, outcome)),
    storeReceipt: ({ context }) => change.storeReceipt(context),
    dropWaiting: ({ context }) => change.dropWaiting(context),
    forgetWaiting: assign({ waiting: null }),
    rememberRecord: assign((_, record: StoredRecord) => ({ record, error: null })),
    rememberWithdrawal: assign((_, withdrawal: Withdrawal) => ({ withdrawal })),
    chooseAlternative: assign(({ context }, id: string | undefined) => change.alternativeChosen(context, id)),
    rememberOptOut: assign((_, answer: OptOut) => change.optedOut(answer)),
    rememberUndelivered: assign((_, error: unknown) => change.optOutUndelivered(error)),
    rememberFailure: assign((_, error: unknown) => change.failed(error)),
    rememberInterruption: assign(change.interrupted),
    clearFailure: assign({ error: null }),
  },
});
