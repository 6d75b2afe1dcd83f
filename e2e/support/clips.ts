import {
  blurredLater,
  type ClipScript,
  dark,
  far,
  freezeBeforeTurn,
  type GenuineOptions,
  genuine,
  IDENTITIES,
  neutralOnly,
  noFace,
  printTurned,
  swap,
  twoFaces,
  unplugged,
} from '../../src/testing/index.js';
import { TEST_CHALLENGE } from './receiver.js';
import type { ClipMoment } from './widget.js';

/** What the cameras of the browser tests show. `npm test` renders them beforehand, on all processors (render-clips.ts). */

const { ada, bao } = IDENTITIES;

/** When the person of {@link answering} is ready to answer the cues. Chromium plays a motion JPEG at 30 fps, again and again. */
export const READY: ClipMoment = { atS: 5, clipS: 11, framesPerSecond: 30 };

/** The same in clips of which each is played once: shorter, because each is rendered for one test. */
export const READY_SOON: ClipMoment = { atS: 3, clipS: 9, framesPerSecond: 30 };

function asked({ atS, clipS }: ClipMoment) {
  return { challenge: TEST_CHALLENGE, startAtMs: atS * 1_000, durationMs: clipS * 1_000 } as const;
}

/** A clip of a person who does what the receiver of these tests asks. */
export function answering(
  options: Omit<GenuineOptions, 'challenge' | 'startAtMs' | 'durationMs'>,
): ClipScript {
  return genuine({ ...options, ...asked(READY) });
}

const SOON = { identity: ada, ...asked(READY_SOON) };
/** Nothing is recorded: a few pictures, again and again, are enough. */
const ASIDE = { identity: ada, challenge: [], durationMs: 3_000 } as const;

/** The longest first, so that no processor is left with one at the end. */
export const CLIPS = {
  answering: answering({ identity: ada }),
  oneMovement: genuine({ identity: ada, ...asked(READY), challenge: TEST_CHALLENGE.slice(0, 1) }),
  tornOff: unplugged({ identity: ada, challenge: [] }, 11_000),
  printTurned: printTurned(SOON),
  outOfFocus: blurredLater(SOON),
  standingStill: freezeBeforeTurn(SOON),
  takenOver: swap(SOON, bao),
  resting: neutralOnly(ada),
  nobody: noFace(ada),
  twoFaces: twoFaces(ASIDE, bao),
  tooFar: far(ASIDE),
  tooDark: dark(ASIDE),
} as const satisfies Readonly<Record<string, ClipScript>>;
