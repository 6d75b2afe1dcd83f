import type { Action } from '../../src/core/types.js';
import type { Band, CheckId, ReasonCode, VerdictWord } from '../../src/core/verdict.js';
import type { CaseOutcome, CaseReason } from '../store/kinds.js';

/** What a reviewer reads. Third person: the widget's own words (`src/ui/messages`) speak to the seller. */

export const REASON_OF_CASE: Readonly<Record<CaseReason, string>> = {
  hit: 'May be the same person as another seller',
  not_live: 'A live person could not be confirmed',
  inconclusive: 'The check gave no clear result',
  started_anyway: 'The seller recorded although the picture was poor',
  not_searched: 'Not compared with other sellers',
  objection: 'The seller objects',
  test_outcome: 'A test: the receiver gives a fixed answer',
};

export type ActKind = CaseOutcome | 'asked';

export const ACT_TITLE: Readonly<Record<ActKind, string>> = {
  same_person: 'Same person',
  different_person: 'Different people',
  allowed_second_account: 'Same person, and the second account is allowed',
  no_concern: 'No concerns',
  asked: 'Ask the seller',
};

/** What follows from it, beside the choice. */
export const ACT_MEANING: Readonly<Record<ActKind, string>> = {
  same_person: 'Both accounts belong to one person. Your marketplace decides what happens next.',
  different_person: 'Two people who look alike. These two accounts are never shown as a match again.',
  allowed_second_account:
    'One person with a good reason for two accounts. They are not shown as a match again, or not until the date that you enter.',
  no_concern: 'You found nothing against this seller.',
  asked:
    'You need to hear from the seller first. Your marketplace contacts them, and the case stays in the list.',
};

export const ACT_DONE: Readonly<Record<ActKind, string>> = {
  same_person: 'The same person',
  different_person: 'Different people',
  allowed_second_account: 'The same person, and the second account is allowed',
  no_concern: 'No concerns',
  asked: 'The seller is being asked',
};

export const STATE_OF_CASE = { open: 'Waiting', asked: 'Seller asked', closed: 'Decided' } as const;

export const STATE_OF_RECORD = {
  stored: 'Stored',
  withdrawn: 'Withdrawn by the seller: nothing is left to compare',
  deleted: 'Deleted at the end of its time: nothing is left to compare',
} as const;

export const VERDICT: Readonly<Record<VerdictWord, string>> = {
  live: 'The checks that ran found no problem',
  'not-live': 'A live person could not be confirmed',
  inconclusive: 'No clear result',
};

export const ACTION: Readonly<Record<Action, string>> = {
  'turn-left': 'turn to the left',
  'turn-right': 'turn to the right',
  'look-up': 'look up',
  'move-closer': 'move closer',
  'open-mouth': 'open the mouth',
};

export const BAND: Readonly<Record<Band, string>> = {
  pass: 'Passed',
  warn: 'Unclear',
  fail: 'Not passed',
  absent: 'Not run',
};

export const CHECK: Readonly<Record<CheckId, string>> = {
  'one-face': 'One face throughout',
  quality: 'Picture quality',
  challenge: 'Movements that were asked for',
  parallax: 'Depth of the face',
  texture: 'Skin, not screen or paper',
  continuity: 'The same face throughout',
  repeat: 'No repeated pictures',
  'injection-class': 'Camera stream: kind',
  'injection-enumeration': 'Camera stream: list of cameras',
  'injection-native': 'Camera stream: functions of the browser',
  'injection-label': 'Camera stream: name of the camera',
  'injection-timing': 'Camera stream: timing',
  light: 'Response to coloured light',
};

export const CHECK_REASON: Readonly<Record<ReasonCode, string>> = {
  'face.none': 'No face was seen.',
  'face.multiple': 'More than one face was seen.',
  'face.gap': 'The face was out of view for a moment.',
  'face.too_far': 'The face was too far away.',
  'face.too_close': 'The face was too close.',
  'face.off_center': 'The face was not in the middle.',
  'face.not_frontal': 'The face was turned away.',
  'face.eyes_closed': 'The eyes were closed or hidden.',
  'face.eyes_covered': 'Something covered the eyes.',
  'face.mouth_covered': 'Something covered the mouth.',
  'light.too_dark': 'It was too dark.',
  'light.too_bright': 'It was too bright.',
  'light.uneven': 'One side of the face was much darker.',
  'image.blurry': 'The picture was blurred.',
  'frames.too_few': 'Too few pictures were usable.',
  'camera.too_slow': 'The camera sent too few pictures.',
  'challenge.early': 'The seller moved before being asked to.',
  'challenge.wrong': 'A different movement was seen.',
  'challenge.missing': 'The movement was not seen.',
  'challenge.late': 'The movement came too late.',
  'challenge.no_return': 'The head was not seen turning back in time.',
  'challenge.not_asked': 'The seller chose no movements.',
  'challenge.unsupported': 'This movement cannot be checked.',
  'parallax.no_span': 'The head turned too little to see depth.',
  'parallax.flat': 'The depth of a face was not seen.',
  'texture.replayed': 'It may have been a screen or paper.',
  'continuity.changed': 'It was not clear that it was one face throughout.',
  'repeat.frozen': 'The picture did not move.',
  'repeat.recurring': 'The same pictures were seen again.',
  'injection.suspected': 'It was not clear that the pictures came straight from a camera.',
  'light.no_response': 'The coloured light was not seen on the face.',
  'model.absent': 'This part of the check is not installed.',
  'model.failed': 'This part of the check did not work.',
  not_run: 'This check was not run.',
};
