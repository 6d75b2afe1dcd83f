import { blurredLater } from '../../evaluation/instruments/evasion.js';
import { printTurned } from '../../evaluation/instruments/print.js';
import { freezeBeforeTurn, swap } from '../../evaluation/instruments/time.js';
import {
  type ClipScript,
  changed,
  dark,
  far,
  type GenuineOptions,
  genuine,
  IDENTITIES,
  neutralOnly,
  twoFaces,
  unplugged,
} from '../../src/testing/index.js';
import { TEST_CHALLENGE } from '../../tools/lab/receiver.js';
import type { ClipMoment } from '../../tools/lab/widget.js';

/** What the cameras of the browser tests show. `npm test` renders them beforehand, on all processors (render-clips.ts). */

const { ada, bao } = IDENTITIES;

/** When the person of {@link answering} is ready to answer the cues. Chromium plays a motion JPEG at 30 fps, again and again. */
export const READY: ClipMoment = { atS: 4, clipS: 10, framesPerSecond: 30 };

const ASKED = {
  challenge: TEST_CHALLENGE,
  startAtMs: READY.atS * 1_000,
  durationMs: READY.clipS * 1_000,
} as const;

/** A clip of a person who does what the receiver of these tests asks. */
export function answering(
  options: Omit<GenuineOptions, 'challenge' | 'startAtMs' | 'durationMs'>,
): ClipScript {
  return genuine({ ...options, ...ASKED });
}

const OPTIONS = { identity: ada, ...ASKED };
/** Nothing is recorded: a few pictures, again and again, are enough. */
const ASIDE = { identity: ada, challenge: [], durationMs: 3_000 } as const;

/** The same person before another camera.
 * @param distanceCm - at 42 the eyes are a sixth of the picture's width apart. */
function before(
  name: string,
  camera: Partial<Pick<ClipScript, 'widthPx' | 'heightPx' | 'framesPerSecond' | 'container'>>,
  distanceCm = 42,
  durationMs = 1_000,
): ClipScript {
  const script = genuine({ identity: ada, challenge: [], durationMs, person: { distanceCm } });
  return { ...script, ...camera, name: `${name}-ada` };
}

/** When the person before the webcam in dim light is ready to answer. */
export const DIM: ClipMoment = { ...READY, framesPerSecond: 7.5 };

/** For tests that are not part of `npm test`. */
export const PRINT_TURNED = printTurned(OPTIONS);

export const ONE_MOVEMENT = genuine({ identity: ada, ...ASKED, challenge: TEST_CHALLENGE.slice(0, 1) });
export const OUT_OF_FOCUS = blurredLater(OPTIONS);
/** When the person of {@link ANSWERING_FROM_AFAR} is ready to answer: after having sat still for longer than eight seconds. */
export const LATER: ClipMoment = { atS: 12, clipS: 18, framesPerSecond: 30 };
/** Answers, but from where the eyes are less than 60 px apart. */
export const ANSWERING_FROM_AFAR = far({
  ...OPTIONS,
  startAtMs: LATER.atS * 1_000,
  durationMs: LATER.clipS * 1_000,
});
export const STANDING_STILL = freezeBeforeTurn(OPTIONS);

/** Quicker than the others: a picture later or earlier is a seventh of a second here. */
export const DIM_CAMERA: ClipScript = {
  ...answering({ identity: ada, pace: 1.4 }),
  name: 'dim-camera-ada',
  container: 'y4m',
  framesPerSecond: DIM.framesPerSecond,
};

/** The longest first, so that no processor is left with one at the end. */
export const CLIPS = {
  answering: answering({ identity: ada }),
  tornOff: unplugged({ identity: ada, challenge: [] }, 9_000),
  takenOver: swap(OPTIONS, bao),
  resting: neutralOnly(ada),
  nobody: changed(genuine(ASIDE), 'nobody', (scene) => ({ ...scene, persons: [] })),
  twoFaces: twoFaces(ASIDE, bao),
  tooFar: far(ASIDE),
  black: dark(ASIDE),
  tooDark: changed(genuine(ASIDE), 'hardly-any-light', (scene) => ({
    ...scene,
    light: { ...scene.light, level: 0.2 },
  })),
  fifteenCamera: before('fifteen-camera', { container: 'y4m', framesPerSecond: 15 }),
  slowCamera: before('slow-camera', { container: 'y4m', framesPerSecond: 4 }, 42, 3_000),
  // Of so many pixels that three pictures must do.
  largeCamera: before('large-camera', { widthPx: 3_840, heightPx: 2_160 }, 60, 100),
  uprightCamera: before('upright-camera', { widthPx: 480, heightPx: 640 }),
  squareCamera: before('square-camera', { widthPx: 480, heightPx: 480 }),
  smallCamera: before('small-camera', { widthPx: 320, heightPx: 240 }, 31),
  tinyCamera: before('tiny-camera', { widthPx: 320, heightPx: 180 }, 31),
} as const satisfies Readonly<Record<string, ClipScript>>;
