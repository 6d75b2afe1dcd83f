import type { ConsentAct, ConsentReceipt } from '../consent/receipt.js';
import type { Camera, CameraWish, ClipRecording } from '../core/capture.js';
import type { CandorError } from '../core/errors.js';
import type { ReceiverClock } from '../core/receiver-clock.js';
import type { Locale, Notice, Session } from '../core/types.js';
import type { Verdict } from '../core/verdict.js';
import type { Objection } from '../envelope/review.js';
import type { SessionEnd } from '../envelope/session-end.js';
import type { Withdrawal } from '../envelope/stored-record.js';
import type {
  Discovery,
  Envelope,
  OptOut,
  OptOutRequest,
  Outcome,
  SessionRequest,
  StoredRecord,
} from '../envelope/wire.js';
import type { SentSession, Vault } from '../vault/vault.js';
import type { OnDownload } from '../vision/protocol.js';
import type { FinishedCapture, SellerVision } from '../vision/seller-vision.js';
import type { CaptureInput, CaptureResult } from './capture.js';
import type { LivenessPort } from './liveness-port.js';
import type { PositioningInput } from './positioning.js';
import type { PayloadPreview } from './state.js';

/** One small interface per stage. `wire-up.ts` fills them with the stages; tests fill them with doubles. */

export interface TransportPort {
  discover(signal: AbortSignal): Promise<Discovery>;
  /** Where this browser cannot check the signature of the pinned key: for the alternatives alone, and never for a check. */
  discoverUnsigned(signal: AbortSignal): Promise<Discovery>;
  openSession(request: SessionRequest, signal: AbortSignal): Promise<Session>;
  /** One delivery; retries are the flow's. Codes: `submit.*`, `session.expired`, `session.used`, `session.unknown`. */
  submit(envelope: Envelope, signal: AbortSignal): Promise<Outcome>;
  optOut(request: OptOutRequest, signal: AbortSignal): Promise<OptOut>;
  read(outcome: Outcome, signal: AbortSignal): Promise<StoredRecord>;
  withdraw(outcome: Outcome, signal: AbortSignal): Promise<Withdrawal>;
  /** What the seller says against a decision. Codes: `objection.*`. */
  contest(outcome: Outcome, text: string, signal: AbortSignal): Promise<Objection>;
  /** Has whatever arrived of this session deleted; nothing is sent for it. */
  endSession(sent: SentSession, signal: AbortSignal): Promise<SessionEnd>;
}

export interface ConsentPort {
  give(notice: Notice, locale: Locale, act: ConsentAct): ConsentReceipt;
}

export interface CameraPort {
  open(receipt: ConsentReceipt, wish: CameraWish, signal: AbortSignal): Promise<Camera>;
  record(camera: Camera): Promise<ClipRecording>;
}

export interface VisionPort {
  /** What is fetched before the camera opens, bytes. */
  readonly firstBytes: number;
  /** @param discovery - where it names operators, the template is not for the page. */
  start(discovery: Discovery, onDownload: OnDownload, signal: AbortSignal): Promise<SellerVision>;
}

export interface SealRequest {
  readonly discovery: Discovery;
  readonly session: Session;
  readonly notice: Notice;
  readonly noticeHash: string;
  readonly receipt: ConsentReceipt;
  readonly verdict: Verdict;
  /** Wiped by the envelope stage when it returns, whatever happens. */
  readonly capture: FinishedCapture;
  readonly durationMs: number;
  readonly frames: number;
  readonly subject: string | undefined;
}

export interface SealedVerification {
  readonly envelope: Envelope;
  readonly preview: PayloadPreview;
  readonly consent: Readonly<Record<string, unknown>>;
  readonly consentHash: string;
}

export interface EnvelopePort {
  /** base64url SHA-256 of the canonical JSON. */
  hash(value: Notice): Promise<string>;
  seal(request: SealRequest): Promise<SealedVerification>;
}

/** `hidden`: behind another tab or window, perhaps for a moment. `gone`: left or frozen, nothing runs here any more. */
export type Presence = 'shown' | 'hidden' | 'gone';

/** What the flow asks of its page. */
export interface PagePort {
  uuid(): string;
  presence(): Presence;
  /** Calls back at once and on every change with whether anyone can see the page. Returns the unsubscriber. */
  onPresence(listener: (presence: Presence) => void): () => void;
  /** Calls back at once and on every change with whether the system asks for less motion. Returns the unsubscriber. */
  onMotionPreference(listener: (reduced: boolean) => void): () => void;
  /** Calls back whenever the browser believes to be online again. Returns the unsubscriber. */
  onOnline(listener: () => void): () => void;
  /** 0 up to, not including, 1: for pauses alone. */
  random(): number;
}

/** The embedding model that this build carries: a threshold for another one is refused (requirement M-06). */
export interface ModelIdentity {
  readonly modelId: string;
  readonly modelSha256: string;
}

/** What the flow itself does between the camera and the sealed envelope. */
export interface CheckingPort {
  watchPosition(input: PositioningInput, signal: AbortSignal): Promise<never>;
  capture(input: CaptureInput, signal: AbortSignal): Promise<CaptureResult>;
}

export interface Ports {
  readonly model: ModelIdentity;
  /** What this browser, on this page, lacks for the check; null: nothing that can be told before consent. */
  preflight(): CandorError | null;
  readonly transport: TransportPort;
  readonly consent: ConsentPort;
  readonly camera: CameraPort;
  readonly vision: VisionPort;
  /** Loaded with the first use, after consent. */
  checking(): Promise<CheckingPort>;
  /** Loaded with the first use, after consent. */
  liveness(): Promise<LivenessPort>;
  readonly envelope: EnvelopePort;
  readonly vault: Vault;
  /** The receiver's time, in which every time is said, and by which, once it is stated, every deadline is judged. */
  readonly clock: Pick<ReceiverClock, 'now' | 'stated'>;
  readonly page: PagePort;
}
