/** `candor/testing`: a person who does not exist, clips of them, and a browser that takes a clip for its camera. Node only. */

export type { Point } from '../core/geometry.js';
export { CHECK_IDS, REASON_CODES } from '../core/verdict.js';
export type * from '../core/vocabulary.js';
export { type FakeCameraOptions, fakeCameraArgs, SOFTWARE_WEBGL_ARGS } from './chromium.js';
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
export type { Backdrop } from './person/backdrop.js';
export type { Expression } from './person/expression.js';
export { IDENTITIES } from './person/identities.js';
export {
  BEARD_STYLES,
  type BeardStyle,
  GLASSES_STYLES,
  type GlassesStyle,
  HAIR_STYLES,
  type HairStyle,
  type Identity,
  type Rgb,
} from './person/identity.js';
export { landmarksAt } from './person/landmarks-at.js';
export type { FrameSize } from './person/placement.js';
export { createRenderer, type Picture, type SceneRenderer } from './person/render.js';
export { type Person, personAt, type Scene, sceneWith } from './person/scene.js';
export type { FaceShape, ShapeTrait } from './person/shape.js';
export { variantIdentity } from './person/variant.js';
export type { Listening } from './receiver-double/listen.js';
export {
  createReceiverDouble,
  type ReceiverDouble,
  type ReceiverDoubleOptions,
} from './receiver-double/receiver-double.js';
export type { ReceivedOptOut, ReceivedVerification, Scenario } from './receiver-double/state.js';
