/** Every type that the options, states and commands name, for the doors of the page: a host can write each of them down
 * (`import type { Hint } from 'candor'`). docs/api shows what is left out. */

export type { ConsentAct } from '../consent/receipt.js';
export type { CameraChoice, Clip, RecordedClip } from '../core/capture.js';
export type { DoneReceipt, ReceiptWithoutToken } from '../core/record.js';
export type { BytesLoaded } from '../core/types.js';
export type * from '../core/vocabulary.js';
export type { AfterVerdict } from '../liveness/after-verdict.js';
export type { DeskOptions } from './desk-state.js';
export type {
  Aftermath,
  Choices,
  ClipKept,
  Contest,
  EnvelopeKept,
  Flow,
  FlowCommand,
  FlowOptions,
  FlowState,
  FlowStateKind,
  Hint,
  NoticeView,
  Offers,
  OptOutDelivery,
  PayloadField,
  PayloadPreview,
  ToldState,
  Undelivered,
  WantedChoices,
} from './state.js';
export type { StepEvent, StepTiming } from './steps.js';
