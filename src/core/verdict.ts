import type { Profile } from './types.js';

/** Every check that the design knows, run or not (liveness.md). What is not run is `absent`, never left out.
 * @example
 * const columns = CHECK_IDS.map((id) => `liveness_${id}`); */
export const CHECK_IDS = [
  'one-face',
  'quality',
  'challenge',
  'parallax',
  'texture',
  'continuity',
  'repeat',
  'injection-class',
  'injection-enumeration',
  'injection-native',
  'injection-label',
  'injection-timing',
  'light',
] as const;
/** One of {@link CHECK_IDS}. */
export type CheckId = (typeof CHECK_IDS)[number];

/** How a check came out. `absent`: it was not made, or this browser cannot tell. */
export type Band = 'pass' | 'warn' | 'fail' | 'absent';

/** Why a check has its band, or why a frame is not good enough. Shown in words by `ui/messages`.
 * @example
 * const aboutLight = REASON_CODES.filter((code) => code.startsWith('light.')); */
export const REASON_CODES = [
  'face.none',
  'face.multiple',
  'face.gap',
  'face.too_far',
  'face.too_close',
  'face.off_center',
  'face.not_frontal',
  'face.eyes_closed',
  'face.eyes_covered',
  'face.mouth_covered',
  'light.too_dark',
  'light.too_bright',
  'light.uneven',
  'image.blurry',
  'frames.too_few',
  'camera.too_slow',
  'challenge.early',
  'challenge.wrong',
  'challenge.missing',
  'challenge.late',
  'challenge.no_return',
  'challenge.not_asked',
  'challenge.unsupported',
  'parallax.no_span',
  'parallax.flat',
  'texture.replayed',
  'continuity.changed',
  'repeat.frozen',
  'repeat.recurring',
  'injection.suspected',
  'light.no_response',
  'model.absent',
  'model.failed',
  'not_run',
] as const;
/** One of {@link REASON_CODES}. */
export type ReasonCode = (typeof REASON_CODES)[number];

/** What may be said while the seller finds the place. That the camera's picture is too small for a face, or that there is none to
 * see (a covered lens, one picture for ever), is known before anything is recorded, so that no verdict has it for a reason. */
export type PositionHint = ReasonCode | PlaceHint | 'picture_too_small' | 'camera.no_frames';

/** Which way the person should move a little, by their own left and right: the verdict calls all of them `face.off_center`. */
export type PlaceHint = 'place_left' | 'place_right' | 'place_up' | 'place_down';

/** One check of a verdict; without a `reason` where nothing is to be said. */
export interface CheckResult {
  readonly id: CheckId;
  readonly band: Band;
  readonly reason?: ReasonCode | undefined;
}

/** `inconclusive`: neither, so that a person looks. */
export type VerdictWord = 'live' | 'not-live' | 'inconclusive';

/** Bands and words only: a score would be an oracle for whoever tries to pass (requirement P-11). */
export interface Verdict {
  readonly verdict: VerdictWord;
  readonly profile: Profile;
  /** One entry per {@link CHECK_IDS}, in that order. */
  readonly checks: readonly CheckResult[];
}
