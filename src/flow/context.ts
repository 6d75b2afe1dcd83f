import type { ConsentReceipt } from '../consent/receipt.js';
import type { Camera, CameraChoice } from '../core/capture.js';
import type { CandorError } from '../core/errors.js';
import type { Receipt } from '../core/record.js';
import type { Alternative, Locale, Session } from '../core/types.js';
import type { ReasonCode, Verdict } from '../core/verdict.js';
import type { Objection } from '../envelope/review.js';
import type { Withdrawal } from '../envelope/stored-record.js';
import type { Discovery, StoredRecord } from '../envelope/wire.js';
import type { AfterVerdict } from '../liveness/after-verdict.js';
import type { LeftBehind, WaitingEnvelope } from '../vault/vault.js';
import type { Download } from '../vision/protocol.js';
import type { SellerVision } from '../vision/seller-vision.js';
import type { CaptureProgress, CaptureResult } from './capture.js';
import type { Delivered } from './deliver.js';
import type { Ports } from './ports.js';
import type { Readiness } from './readiness.js';
import type {
  Aftermath,
  Choices,
  ClipKept,
  FlowCommand,
  FlowOptions,
  OptOutDelivery,
  PayloadPreview,
} from './state.js';

/** What the seller agreed to. */
export interface GivenConsent {
  readonly receipt: ConsentReceipt;
  readonly noticeHash: string;
}

/** The open camera, and what was last said about its picture. */
export interface OpenedCamera {
  readonly camera: Camera;
  readonly choices: readonly CameraChoice[];
  readonly readiness: Readiness;
}

/** What would be sent, and what of it can be shown. */
export interface SealedAttempt {
  readonly preview: PayloadPreview;
  readonly waiting: WaitingEnvelope;
}

/** How a capture was judged; `sealed` is null where it must be recorded again. */
export interface Prepared {
  readonly verdict: Verdict;
  readonly afterVerdict: AfterVerdict;
  readonly sealed: SealedAttempt | null;
}

interface Recorded {
  readonly session: Session;
  readonly captured: CaptureResult;
  readonly clipKept: ClipKept;
}

/** One session of the receiver, from its opening to the delivery. Each kind holds what exists by then; the clip goes
 * when the seller presses send. */
export type Attempt =
  | { readonly kind: 'recording'; readonly session: Session; readonly progress: CaptureProgress }
  | ({ readonly kind: 'captured' } & Recorded)
  | ({ readonly kind: 'judged' } & Recorded & Prepared)
  /** `verdict` is null for an envelope of an earlier visit; `tries` counts from 1; `isStored`: a reload does not lose it. */
  | {
      readonly kind: 'delivery';
      readonly waiting: WaitingEnvelope;
      readonly verdict: Verdict | null;
      readonly tries: number;
      readonly isStored: boolean;
    };

/** How the flow ended, where it did. */
export type Ending =
  | {
      readonly kind: 'accepted';
      readonly receipt: Receipt;
      readonly receiptKept: boolean;
      readonly verdict: Verdict | null;
      readonly record: StoredRecord | null;
      readonly objection: Objection | null;
    }
  | { readonly kind: 'withdrawn'; readonly withdrawal: Withdrawal; readonly receipt: Receipt }
  | { readonly kind: 'opted-out'; readonly alternative: Alternative; readonly delivery: OptOutDelivery };

/** What the machine remembers; `view.ts` turns it into FlowState. A part is null while the stage that makes it has not. */
export interface FlowContext {
  readonly ports: Ports;
  readonly options: FlowOptions;
  readonly locale: Locale;
  /** What the seller wants for the recording that runs, or for the next. */
  readonly choices: Choices;
  /** The seller's system asks for less motion; taken to be so until the page has said. */
  readonly motionReduced: boolean;
  /** The camera that the seller chose, or that was open last. */
  readonly cameraId: string | undefined;
  /** The one that last showed a picture: wanted again where {@link cameraId} cannot be used. */
  readonly provenCameraId: string | undefined;
  /** Cameras that were open and showed no picture. */
  readonly silentCameraIds: readonly string[];
  /** What may still be sent or may have arrived, of earlier visits and of this one. */
  readonly left: LeftBehind;
  readonly aftermath: Aftermath;
  /** Sessions of this visit whose clips the seller put into this browser: who says no afterwards has them deleted. Those of earlier
   * checks stay with their receipts. */
  readonly keptClips: readonly string[];
  /** The clips that were to be deleted may still be there. */
  readonly clipsLeft: boolean;
  /** This browser keeps receipts or clips of this seller's. */
  readonly keeps: boolean;
  readonly discovery: Discovery | null;
  readonly consent: GivenConsent | null;
  readonly vision: SellerVision | null;
  /** What the worker last said of what it fetches. */
  readonly download: Download | null;
  readonly opened: OpenedCamera | null;
  /** What the seller's picture has against it, where they record all the same (`start-anyway`). */
  readonly accepted: ReasonCode | null;
  readonly attempt: Attempt | null;
  readonly ending: Ending | null;
  readonly error: CandorError | null;
}

/** What the owners and loops tell the machine, beside the person's commands. */
export type FlowReport =
  | { readonly type: 'vision.download'; readonly download: Download }
  | { readonly type: 'vision.ready'; readonly vision: SellerVision }
  | { readonly type: 'camera.opened'; readonly camera: Camera }
  | { readonly type: 'camera.choices'; readonly cameras: readonly CameraChoice[] }
  | { readonly type: 'positioning.readiness'; readonly readiness: Readiness }
  | { readonly type: 'capture.progress'; readonly progress: CaptureProgress }
  | { readonly type: 'capture.finished'; readonly result: CaptureResult }
  | { readonly type: 'delivery.attempt'; readonly attempt: number }
  | { readonly type: 'delivery.stored'; readonly isStored: boolean }
  | { readonly type: 'delivery.accepted'; readonly delivered: Delivered }
  /** In another tab, where the seller has read that nothing goes out without another press. */
  | { readonly type: 'delivery.taken-back' }
  | { readonly type: 'clip.stored'; readonly clipKept: ClipKept }
  | { readonly type: 'stage.failed'; readonly error: CandorError }
  | { readonly type: 'page.hidden' }
  | { readonly type: 'page.shown' }
  | { readonly type: 'page.motion'; readonly reduced: boolean };

export type FlowEvent = FlowCommand | FlowReport;

export interface FlowInput {
  readonly ports: Ports;
  readonly options: FlowOptions;
}
