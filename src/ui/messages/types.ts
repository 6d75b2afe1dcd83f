import type { ErrorCode } from '../../core/errors.js';
import type { Action } from '../../core/types.js';
import type { Band, CheckId, PlaceHint, PositionHint, ReasonCode } from '../../core/verdict.js';
import type { DeskMessageKey } from './desk-keys.js';

/** Texts with one meaning each. `{name}` marks what is filled in. */
export type FirstScreenKey =
  | 'widget.name'
  | 'widget.language'
  | 'widget.optOut'
  | 'widget.optOutTime'
  | 'widget.cancel'
  | 'widget.questions'
  | 'widget.newTab'
  | 'loading.title'
  | 'loading.body'
  | 'notice.title'
  | 'notice.asks'
  | 'notice.brief.stays'
  | 'notice.brief.sent'
  | 'notice.brief.compared'
  | 'notice.brief.gallery'
  | 'notice.brief.galleryWorst'
  | 'notice.brief.galleryShare'
  | 'notice.brief.galleryWorstShare'
  | 'notice.brief.groups'
  | 'notice.brief.deleted'
  | 'notice.stays'
  | 'notice.sent'
  | 'notice.threshold.value'
  | 'notice.threshold.fmr'
  | 'notice.threshold.worst'
  | 'notice.threshold.ungrouped'
  | 'notice.threshold.fnmr'
  | 'notice.threshold.seller'
  | 'notice.threshold.n'
  | 'notice.threshold.link'
  | 'notice.details'
  | 'notice.group.recorded'
  | 'notice.group.compared'
  | 'notice.group.why'
  | 'notice.group.kept'
  | 'notice.group.rights'
  | 'notice.controller'
  | 'notice.reason'
  | 'notice.whyNow'
  | 'notice.regions'
  | 'notice.recipients'
  | 'notice.storagePlace'
  | 'notice.retention'
  | 'notice.removal'
  | 'notice.ifDeclined'
  | 'notice.complaint'
  | 'notice.policy'
  | 'notice.policyLink'
  | 'notice.version'
  | 'notice.extra'
  | 'notice.alternatives'
  | 'notice.statement'
  | 'notice.cameraOff'
  | 'notice.consent'
  | 'notice.consentDetail'
  | 'notice.myData'
  | 'permission.title'
  | 'permission.body'
  | 'permission.noSound'
  | 'permission.notYet'
  | 'permission.waitingLong'
  | 'optedOut.title'
  | 'optedOut.posting'
  | 'optedOut.next'
  | 'optedOut.case'
  | 'optedOut.time'
  | 'optedOut.open'
  | 'failed.title'
  | 'failed.notHere'
  | 'failed.code'
  | 'failed.kept'
  | 'failed.keptInPage'
  | 'failed.notAccepted'
  | 'failed.retry'
  | 'failed.sendAgain'
  | 'failed.noWay'
  | 'failed.tell'
  | 'failed.againOrTell'
  | 'cancelled.title'
  | 'cancelled.retry'
  | 'ended.nothingSent'
  | 'ended.maybeSent'
  | 'ended.asking'
  | 'ended.nothingStored'
  | 'ended.mayHaveArrived'
  | 'ended.askAgain'
  | 'undelivered.title'
  | 'undelivered.waiting'
  | 'undelivered.until'
  | 'undelivered.unanswered'
  | 'undelivered.deleting'
  | 'undelivered.undeleted'
  | 'undelivered.send'
  | 'undelivered.discard';

/** Words of the screens that come after the consent. */
export type LaterScreenKey =
  | 'positioning.title'
  | 'positioning.body'
  | 'positioning.bodyAuto'
  | 'positioning.start'
  | 'positioning.starting'
  | 'positioning.camera'
  | 'positioning.standIn'
  | 'positioning.standInUnnamed'
  | 'positioning.preview'
  | 'choices.title'
  | 'choices.moreTime'
  | 'choices.moreTimeBody'
  | 'choices.noGestures'
  | 'choices.noGesturesBody'
  | 'choices.light'
  | 'choices.lightWarning'
  | 'choices.lightBody'
  | 'recording.title'
  | 'recording.ahead'
  | 'recording.still'
  | 'recording.left'
  | 'recording.stop'
  | 'recording.stopBody'
  | 'review.title'
  | 'review.titleRedo'
  | 'review.preparing'
  | 'review.clipBody'
  | 'review.noClip'
  | 'review.keep'
  | 'review.keepTab'
  | 'review.keptTab'
  | 'review.keeping'
  | 'review.kept'
  | 'review.keptBody'
  | 'review.notKept'
  | 'review.flagged'
  | 'review.byChoice'
  | 'review.redoBody'
  | 'review.attemptsLeft'
  | 'review.noAttempts'
  | 'review.checks'
  | 'review.payload'
  | 'review.payloadTo'
  | 'review.payloadSealed'
  | 'review.payloadParts'
  | 'review.payloadNot'
  | 'review.sent'
  | 'review.until'
  | 'review.redoWhy'
  | 'review.send'
  | 'review.redo'
  | 'sending.title'
  | 'sending.body'
  | 'sending.attempt'
  | 'positioning.anyway'
  | 'positioning.anywayBody'
  | 'positioning.practise'
  | 'choices.tones'
  | 'hint.preparing'
  | 'hint.hold_still'
  | 'hint.ready'
  | 'hint.picture_too_small'
  | `hint.${PlaceHint}`;

/** What may stand in the way for so long that it is said what else to try. */
export type AdvisedHint = Extract<
  PositionHint,
  | 'face.none'
  | 'face.multiple'
  | 'face.too_far'
  | 'face.too_close'
  | 'face.off_center'
  | 'face.not_frontal'
  | 'face.eyes_covered'
  | 'face.mouth_covered'
  | 'light.too_dark'
  | 'light.too_bright'
  | 'light.uneven'
  | 'image.blurry'
  | 'camera.too_slow'
  | 'picture_too_small'
>;

const ADVISED: Readonly<Record<AdvisedHint, true>> = {
  'face.none': true,
  'face.multiple': true,
  'face.too_far': true,
  'face.too_close': true,
  'face.off_center': true,
  'face.not_frontal': true,
  'face.eyes_covered': true,
  'face.mouth_covered': true,
  'light.too_dark': true,
  'light.too_bright': true,
  'light.uneven': true,
  'image.blurry': true,
  'camera.too_slow': true,
  picture_too_small: true,
};

function isAdvised(hint: PositionHint): hint is AdvisedHint {
  return Object.hasOwn(ADVISED, hint);
}

/** @returns null where there is nothing else to try. */
export function advisedFor(hint: PositionHint): AdvisedHint | null {
  // Whichever way it is off, the same helps.
  if (hint.startsWith('place_')) return 'face.off_center';
  return isAdvised(hint) ? hint : null;
}

/** What can only fail once all words are there: the widget has them before it asks for the camera. */
export type WhileChecking = `${'runtime' | 'capture'}.${string}` | 'clip.wrong_length';

/** Said before the seller has answered, and when something failed. */
export type FirstMessageKey =
  | FirstScreenKey
  /** What happened, and what the seller can do next. */
  | Exclude<`error.${ErrorCode}.${'cause' | 'remedy'}`, LaterMessageKey>;

/** Said from the agreement to the sending. */
export type CaptureMessageKey =
  | LaterScreenKey
  | `cue.${Action}`
  | `advice.${AdvisedHint}`
  | `band.${Band}`
  | `check.${CheckId}`
  | `error.${Extract<ErrorCode, WhileChecking>}.${'cause' | 'remedy'}`
  /** What was seen, and what to do about it: `remedy` is also the hint while positioning. */
  | `reason.${ReasonCode}.${'cause' | 'remedy'}`;

/** Said after the seller agreed. */
export type LaterMessageKey = CaptureMessageKey | DeskMessageKey;

/** The key of every word that the widget says. */
export type MessageKey = FirstMessageKey | LaterMessageKey;

/** What is said before the seller agreed; fetched with the notice. */
export type FirstMessages = Readonly<Record<FirstMessageKey, string>>;
/** What is said from the camera to the sending. */
export type CaptureMessages = Readonly<Record<CaptureMessageKey, string>>;
/** What is said after the seller agreed. */
export type LaterMessages = Readonly<Record<LaterMessageKey, string>>;

/** Every word that the widget says, in one language: flat, so that an integrator can replace any single one. */
export type Messages = FirstMessages & LaterMessages;

/** An integrator's own words for some of them. */
export type OwnMessages = { readonly [Key in MessageKey]?: string | undefined };
