import type { ConsentMethod } from '../consent/receipt.js';
import type { CameraChoice, RecordedClip } from '../core/capture.js';
import type { CandorError } from '../core/errors.js';
import type { ByOperator, DoneReceipt, Kem, Objection, ShareRemoval, StoredRecord } from '../core/record.js';
import type {
  Action,
  Alternative,
  BytesLoaded,
  LightStep,
  Locale,
  Notice,
  Profile,
  Search,
  Threshold,
} from '../core/types.js';
import type { PositionHint, Verdict } from '../core/verdict.js';
import type { AfterVerdict } from '../liveness/after-verdict.js';
import type { Aftermath, Undelivered } from './aftermath.js';

export type { Aftermath, Undelivered } from './aftermath.js';
export type { FlowOptions } from './flow-options.js';

/** The flow as its users see it: a state holds exactly what exists in it. `kind` is also `data-state` on the root. */

/** What the notice screen shows: the receiver's own words in one language, its published threshold and the ways around. */
export interface NoticeView {
  readonly notice: Notice;
  readonly locale: Locale;
  readonly locales: readonly Locale[];
  readonly threshold: Threshold;
  /** Null: the receiver is of before it said so. */
  readonly search: Search | null;
  readonly alternatives: readonly Alternative[];
}

/** One hint at a time. `preparing` = models still loading; `hold_still` = good, keep it; `ready` = steady for long enough. */
export type Hint = PositionHint | 'preparing' | 'hold_still' | 'ready';

/** How the seller wants to be checked. Nothing of it needs a reason. */
export interface Choices {
  readonly profile: Profile;
  /** One movement instead of two (requirement A-08). */
  readonly moreTime: boolean;
  /** The screen shows slow colours while it records (requirement C-09). */
  readonly colourCheck: boolean;
}

/** What a press chooses; what is absent stays as it is. */
export type WantedChoices = { readonly [Name in keyof Choices]?: Choices[Name] | undefined };

/** Which choices there are here and now. */
export interface Offers {
  /** Both profiles: the seller may go to and fro between them. */
  readonly profile: boolean;
  readonly moreTime: boolean;
  /** Only where the integrator allows it, and never while the seller's system asks for less motion. */
  readonly colourCheck: boolean;
}

/** One field of what would be sent, with its size in the sealed plaintext. Never a value. */
export interface PayloadField {
  readonly name: 'embedding' | 'liveness' | 'capture' | 'consent' | 'padding';
  readonly sizeBytes: number;
}

/** Exactly what would be sent, as the review shows it. */
export interface PayloadPreview {
  readonly fields: readonly PayloadField[];
  /** Size of the whole request body. */
  readonly bodyBytes: number;
  readonly kem: Kem;
  readonly origin: string;
  /** Names of the three who each get a part of the template; empty where the receiver's key opens all of it. */
  readonly operators: readonly string[];
}

/** Whether the seller's clip is in this browser's storage. `kept`, and `no` after that, only once the storage has said so.
 * `undeleted`: it was to be deleted, and may still be there; `keep-clip` tries again. */
export type ClipKept = 'no' | 'keeping' | 'kept' | 'refused' | 'deleting' | 'undeleted';

/** Where a sealed envelope lies that could not be delivered. `in-page`: this browser keeps nothing, and a reload loses it. */
export type EnvelopeKept = 'no' | 'in-page' | 'in-browser';

/** What became of what the seller says against a decision. */
export type Contest =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending' }
  /** The receiver has confirmed it: a person looks again. */
  | { readonly kind: 'received'; readonly objection: Objection };

/** Whether the receiver knows that the seller said no. The seller need not wait for it. */
export type OptOutDelivery =
  | { readonly kind: 'posting' }
  | { readonly kind: 'confirmed'; readonly caseId: string; readonly next: string }
  | { readonly kind: 'undelivered'; readonly error: CandorError };

/** Where a verification is, by `kind`, with what there is to show in it. Typed by `HandsOver`: whether `done` carries the seller’s token. */
export type FlowState<HandsOver extends boolean = boolean> =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'notice';
      readonly view: NoticeView;
      readonly undelivered: Undelivered | null;
      /** This browser keeps receipts or clips of this seller's: they can be shown (`createDesk`, `<SellerData>`). */
      readonly keeps: boolean;
    }
  /** What must be there before the camera opens is on its way. */
  | ({ readonly kind: 'downloading' } & BytesLoaded)
  /** `waitingLong`: the browser has not answered for a while; cancel and the alternative still work. */
  | { readonly kind: 'permission'; readonly waitingLong: boolean }
  | {
      readonly kind: 'positioning';
      readonly stream: MediaStream;
      readonly hint: Hint;
      /** The start button is enabled; exactly when the hint is `ready`. */
      readonly ready: boolean;
      /** What has stood in the way for eight seconds and more: it is said what else to try. */
      readonly stuckFor: PositionHint | null;
      /** `start-anyway` works: there is a face, and what stands in the way is recorded with the check. */
      readonly mayStartAnyway: boolean;
      /** The session is being opened; recording is about to start. */
      readonly starting: boolean;
      /** What must be there before the recording may start is on its way; null = it is there, or has not begun. */
      readonly download: BytesLoaded | null;
      readonly cameras: readonly CameraChoice[];
      /** Of the camera that is open; empty where the browser does not tell. */
      readonly cameraId: string;
      /** The camera that is open because the wanted one could not be; null where that one is. */
      readonly standIn: { readonly label: string } | null;
      readonly choices: Choices;
      readonly offers: Offers;
    }
  | {
      readonly kind: 'recording';
      readonly stream: MediaStream;
      readonly elapsedMs: number;
      readonly durationMs: number;
      /** What the seller is asked to do now; null = look straight ahead. */
      readonly cue: Action | null;
      /** What the screen shows around the preview now, sRGB, 0–255 each; null = nothing, which is the default. */
      readonly colour: LightStep['rgb'] | null;
      readonly choices: Choices;
    }
  | {
      readonly kind: 'review';
      /** `preparing`: the payload is being sealed: well under a second, on a slow machine up to ten. */
      readonly preparing: boolean;
      /** Without one, there is nothing to watch or to keep; the check is the same. */
      readonly clip: RecordedClip;
      readonly clipKept: ClipKept;
      /** For whom a kept clip is: for the seller for 30 days, or, without the option `subject`, for this tab until it is closed,
       * and for one day at most. */
      readonly keepsFor: 'seller' | 'tab';
      readonly verdict: Verdict | null;
      readonly afterVerdict: AfterVerdict | null;
      readonly preview: PayloadPreview | null;
      /** Until when the receiver takes it, by its clock, ISO 8601. */
      readonly submitBy: string;
      readonly attemptsLeft: number;
      /** Those of the next recording, should there be one. */
      readonly choices: Choices;
      readonly offers: Offers;
    }
  /** `attempt` counts from 1; `error` is why the last one failed. */
  | {
      readonly kind: 'sending';
      readonly sizeBytes: number;
      readonly attempt: number;
      readonly verdict: Verdict | null;
    }
  | {
      readonly kind: 'done';
      /** What was decided. Without the token, but with the option `handOverToken`. */
      readonly receipt: DoneReceipt<HandsOver>;
      /** The receipt as the seller's own file, JSON, token and all: for their download, and for nobody else. Callbacks and events are
       * told without it ({@link ToldState}). */
      readonly receiptFile: Blob;
      /** False: this browser keeps nothing, and the seller's own copy of the receipt is the only one. */
      readonly receiptKept: boolean;
      /** What the receiver is being asked. */
      readonly step: 'idle' | 'reading' | 'withdrawing';
      readonly record: StoredRecord | null;
      readonly contest: Contest;
      /** What the last withdraw, my-data or contest click ran into, if anything. */
      readonly problem: CandorError | null;
      readonly verdict: Verdict | null;
    }
  | {
      readonly kind: 'opted-out';
      readonly alternative: Alternative;
      readonly alternatives: readonly Alternative[];
      readonly delivery: OptOutDelivery;
      readonly aftermath: Aftermath;
      /** Clips that the seller kept were to be deleted, and may still be in this browser; `withdraw` tries again. */
      readonly clipsLeft: boolean;
      readonly locale: Locale;
    }
  /** `clipsLeft` as in `opted-out`, of the clips and the receipt. */
  | {
      readonly kind: 'withdrawn';
      readonly verificationId: string;
      readonly deletedAt: string;
      /** What became of the three parts, where operators kept them. */
      readonly shares?: ByOperator<ShareRemoval> | undefined;
      readonly clipsLeft: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly error: CandorError;
      /** Whether the retry button is shown. */
      readonly retryable: boolean;
      /** Where there is a sealed envelope, retry sends that one, without a new recording. */
      readonly envelopeKept: EnvelopeKept;
      readonly alternatives: readonly Alternative[];
      /** This browser keeps receipts or clips of this seller's. */
      readonly keeps: boolean;
      readonly locale: Locale;
    }
  /** `clipsLeft` as in `opted-out`. */
  | { readonly kind: 'cancelled'; readonly aftermath: Aftermath; readonly clipsLeft: boolean };

/** Every name of a state, for a table or a `switch` over all of them. */
export type FlowStateKind = FlowState['kind'];

/** A state as callbacks and events are told it: `done` is without the seller’s file, which holds their token, unless `handOverToken`
 * hands that over. Only who draws the screens has the file: in what `useVerification` returns, and in a flow’s `getState()`. */
export type ToldState<HandsOver extends boolean = boolean> = HandsOver extends true
  ? FlowState<true>
  :
      | Exclude<FlowState<false>, { readonly kind: 'done' }>
      | Omit<Extract<FlowState<false>, { readonly kind: 'done' }>, 'receiptFile'>;

/** What a person (or a host) can ask of the flow; ignored where the state does not know it. As an event it has a `type`, where a state has a `kind`. */
export type FlowCommand =
  | { readonly type: 'consent'; readonly method: ConsentMethod; readonly purposeIds: readonly string[] }
  /** Works in every state before `done`. Without an id, the first alternative. */
  | { readonly type: 'opt-out'; readonly alternativeId?: string | undefined }
  | { readonly type: 'set-locale'; readonly locale: Locale }
  | { readonly type: 'switch-camera'; readonly deviceId: string }
  /** Works while positioning and, for the next recording, in `review`. What is not offered is not taken. */
  | { readonly type: 'choose'; readonly choices: WantedChoices }
  | { readonly type: 'start' }
  /** Records although the picture is not good enough: the check says so, and a person looks. */
  | { readonly type: 'start-anyway' }
  | { readonly type: 'stop' }
  | { readonly type: 'redo' }
  /** In `review`, and in `notice` for what an earlier visit could not deliver. */
  | { readonly type: 'send' }
  /** In `notice`: deletes what an earlier visit could not deliver, here and at the receiver. */
  | { readonly type: 'discard' }
  | { readonly type: 'keep-clip' }
  /** In `notice` and `failed`: after what this browser keeps was changed elsewhere on the page. */
  | { readonly type: 'look-again' }
  | { readonly type: 'retry' }
  | { readonly type: 'cancel' }
  | { readonly type: 'my-data' }
  /** In `done`: an objection, or facts; a person reads it. 1 to 2,000 UTF-16 units, not blank. */
  | { readonly type: 'contest'; readonly text: string }
  /** In `done`; in `opted-out`, `cancelled` and `withdrawn`, where something may have arrived or is left here, asks again for
   * its deletion. */
  | { readonly type: 'withdraw' };

/** The flow without React: one per widget. `destroy` releases camera, worker and timers and is final. */
export interface Flow<HandsOver extends boolean = boolean> {
  getState(): FlowState<HandsOver>;
  subscribe(listener: () => void): () => void;
  send(command: FlowCommand): void;
  destroy(): void;
}
