import type { ConsentReceipt } from '../consent/receipt.js';
import type { Camera, CameraChoice } from '../core/capture.js';
import type { CandorError } from '../core/errors.js';
import type { Alternative, Locale, Session } from '../core/types.js';
import type { Verdict } from '../core/verdict.js';
import type { Discovery, Outcome, StoredRecord, Withdrawal } from '../envelope/wire.js';
import type { Vision } from '../vision/protocol.js';
import type { CaptureProgress, CaptureResult } from './capture.js';
import type { Ports, WaitingEnvelope } from './ports.js';
import type {
  Choices,
  FlowCommand,
  FlowOptions,
  Hint,
  OptOutDelivery,
  PayloadPreview,
  ReviewOutcome,
  VerificationReceipt,
} from './state.js';

/** What the machine remembers. Fields are null until the state that makes them; `view.ts` turns this into FlowState,
 * where each state holds exactly what exists in it. */
export interface FlowContext {
  readonly ports: Ports;
  readonly options: FlowOptions;
  readonly discovery: Discovery | null;
  readonly locale: Locale;
  readonly consent: { readonly receipt: ConsentReceipt; readonly noticeHash: string } | null;
  readonly vision: Vision | null;
  readonly camera: Camera | null;
  readonly cameraId: string | undefined;
  readonly cameras: readonly CameraChoice[];
  readonly hint: Hint;
  readonly ready: boolean;
  /** What the seller wants for the recording that runs, or for the next. */
  readonly choices: Choices;
  /** The seller's system asks for less motion; taken to be so until the page has said. */
  readonly motionReduced: boolean;
  readonly session: Session | null;
  readonly progress: CaptureProgress;
  readonly captured: CaptureResult | null;
  readonly verdict: Verdict | null;
  readonly reviewOutcome: ReviewOutcome | null;
  readonly preview: PayloadPreview | null;
  readonly waiting: WaitingEnvelope | null;
  readonly clipKept: boolean;
  readonly attempt: number;
  readonly receipt: VerificationReceipt | null;
  readonly record: StoredRecord | null;
  readonly withdrawal: Withdrawal | null;
  readonly alternative: Alternative | null;
  readonly delivery: OptOutDelivery;
  readonly error: CandorError | null;
}

/** What the owners and loops tell the machine, beside the person's commands. */
export type FlowReport =
  | { readonly type: 'vision.ready'; readonly vision: Vision }
  | { readonly type: 'camera.opened'; readonly camera: Camera }
  | { readonly type: 'camera.choices'; readonly cameras: readonly CameraChoice[] }
  | { readonly type: 'positioning.hint'; readonly hint: Hint; readonly ready: boolean }
  | { readonly type: 'capture.progress'; readonly progress: CaptureProgress }
  | { readonly type: 'capture.finished'; readonly result: CaptureResult }
  | { readonly type: 'delivery.attempt'; readonly attempt: number }
  | { readonly type: 'delivery.accepted'; readonly outcome: Outcome }
  | { readonly type: 'stage.failed'; readonly error: CandorError }
  | { readonly type: 'page.hidden' }
  | { readonly type: 'page.motion'; readonly reduced: boolean };

export type FlowEvent = FlowCommand | FlowReport;

export interface FlowInput {
  readonly ports: Ports;
  readonly options: FlowOptions;
}

/** What review needs and what sending takes over. */
export interface Prepared {
  readonly verdict: Verdict;
  readonly outcome: ReviewOutcome;
  readonly preview: PayloadPreview | null;
  readonly waiting: WaitingEnvelope | null;
}
