/** `candor/testing`: a person who does not exist, clips of them, and a browser that takes a clip for its camera. Node only. */

export {
  blurred,
  blurredLater,
  halfLit,
  handOverLens,
  mirrored,
  motionBlurred,
  rolled,
  tiny,
  tooBright,
} from './attack/evasion.js';
export { paperMask } from './attack/mask.js';
export { type Occluder, occluded } from './attack/occlusion.js';
export {
  printBent,
  printBentTurned,
  printCloser,
  printEyeCut,
  printNoise,
  printShaken,
  printStill,
  printSwung,
  printTilted,
  printTurned,
} from './attack/print.js';
export { printLowered } from './attack/print-lowered.js';
export { played, SCREENS, type Screen, type ScreenKind, screenRelay, screenReplay } from './attack/screen.js';
export {
  boomerang,
  early,
  freezeBeforeTurn,
  freezeMidway,
  late,
  loop,
  swap,
  swapDuringTurn,
  swapWhileTurned,
} from './attack/time.js';
export { type FakeCameraOptions, fakeCameraArgs, SOFTWARE_WEBGL_ARGS } from './chromium.js';
export { GENUINE_CONDITIONS, type GenuineCondition } from './clip/conditions.js';
export {
  type ClipScript,
  changed,
  changedPersons,
  type Develop,
  type Development,
  developed,
  frameTimesMs,
  pictureAt,
  retimed,
} from './clip/script.js';
export {
  dark,
  far,
  type GenuineOptions,
  genuine,
  neutralOnly,
  noFace,
  offCentre,
  slow,
  still,
  twoFaces,
  unplugged,
  wrongDirection,
} from './clip/scripts.js';
export { type WriteClipOptions, writeClip } from './clip/write.js';
export { IDENTITIES } from './person/identities.js';
export type { Identity, Rgb } from './person/identity.js';
export { createRenderer, type Picture, type SceneRenderer } from './person/render.js';
export { type Person, personAt, type Scene, sceneWith } from './person/scene.js';
export { variantIdentity } from './person/variant.js';
export type { Listening } from './receiver-double/listen.js';
export {
  createReceiverDouble,
  type ReceiverDouble,
  type ReceiverDoubleOptions,
} from './receiver-double/receiver-double.js';
export type { ReceivedOptOut, ReceivedVerification, Scenario } from './receiver-double/state.js';
