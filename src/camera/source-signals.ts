import { withTimeout } from '../core/abort.js';
import type { SourceSignals } from '../core/source.js';
import type { CameraEnvironment } from './environment.js';
import { inFreshRealm, type Realm } from './fresh-realm.js';
import { trackProcessor } from './from-processor.js';
import { NATIVES, type Natives, watchedFunctions } from './natives.js';

/** What can be seen of where a track comes from (requirements I-02…I-06). Whoever puts pictures of their own in a
 * camera's place replaces what the page calls; so each question is asked of a fresh realm too, and a difference between
 * the two answers is an answer. Nothing here throws or waits for long: what cannot be had is null. */

const LIST_TIMEOUT_MS = 3_000;

/** Classes of a camera's track: the standard's, and Firefox's. */
const CAMERA_CLASSES = ['MediaStreamTrack', 'VideoStreamTrack'];
/** Classes whose tracks are drawn by a script, each with an attribute that only its own objects answer to: that is in
 * the object itself, so another prototype does not change it. */
const DRAWN = [
  { className: 'CanvasCaptureMediaStreamTrack', attribute: 'canvas', made: 'canvas' },
  { className: 'MediaStreamTrackGenerator', attribute: 'writable', made: 'generator' },
] as const;

export interface ProbeOptions {
  readonly environment: Pick<CameraEnvironment, 'mediaDevices'>;
  /** The host's word: a camera whose name contains one of these is expected. */
  readonly allowedLabels?: readonly string[] | undefined;
  /** The browser's functions as they were when the widget was loaded. */
  readonly natives?: Natives | undefined;
}

/** What a track says of itself. */
interface Reading {
  readonly label: string;
  readonly settings: MediaTrackSettings;
}

function answersTo(realm: Realm, className: string, attribute: string, track: MediaStreamTrack): boolean {
  const prototype: unknown = Reflect.get(realm, className)?.prototype;
  if (prototype === undefined) return false;
  try {
    const getter = Object.getOwnPropertyDescriptor(prototype, attribute)?.get;
    return getter !== undefined && Reflect.apply(getter, track, []) !== undefined;
  } catch {
    return false;
  }
}

function drawnBy(realm: Realm, track: MediaStreamTrack): SourceSignals['track'] | null {
  const drawn = DRAWN.find(({ className, attribute }) => answersTo(realm, className, attribute, track));
  return drawn?.made ?? null;
}

/** `[object MediaStreamTrack]` → `MediaStreamTrack`. */
function className(track: MediaStreamTrack): string {
  return Object.prototype.toString.call(track).slice('[object '.length, -1);
}

function classOf(track: MediaStreamTrack, fresh: SourceSignals['track'] | null): SourceSignals['track'] {
  const drawn = fresh ?? drawnBy(globalThis as unknown as Realm, track); // only classes are looked up in it
  if (drawn !== null) return drawn;
  // A shared screen has a plain track, which says so in its settings.
  const isCamera = CAMERA_CLASSES.includes(className(track)) && !('displaySurface' in track.getSettings());
  return isCamera ? 'camera' : 'other';
}

function readThrough(realm: Realm, track: MediaStreamTrack): Reading {
  const { prototype } = realm.MediaStreamTrack;
  const label = Object.getOwnPropertyDescriptor(prototype, 'label')?.get;
  if (label === undefined) throw new TypeError('no label');
  return {
    label: String(Reflect.apply(label, track, [])),
    settings: Reflect.apply(prototype.getSettings, track, []),
  };
}

function differ(a: Reading, b: Reading): boolean {
  return (
    a.label !== b.label ||
    a.settings.deviceId !== b.settings.deviceId ||
    a.settings.groupId !== b.settings.groupId
  );
}

type TextOf = Natives['textOf'];

/** Whether the text is exactly that of the browser's own function: a Proxy's has no name in it. Firefox and Safari break
 * the line. */
function isNativeText(name: string, text: unknown): boolean {
  const plain = String(text).replace(/\s+/g, ' ');
  return [`function ${name}() { [native code] }`, `function get ${name}() { [native code] }`].includes(plain);
}

function areNative(natives: Natives, textsOf: readonly TextOf[]): boolean {
  const now = watchedFunctions();
  return [...natives.functions.keys(), ...now.keys()].every((name) => {
    const current = now.get(name);
    if (current === undefined || current !== natives.functions.get(name)) return false;
    return textsOf.every((textOf) => isNativeText(name, Reflect.apply(textOf, current, [])));
  });
}

interface FreshAnswers {
  readonly drawn: SourceSignals['track'] | null;
  readonly reading: Reading;
  readonly areNative: boolean;
}

function askFreshRealm(track: MediaStreamTrack, natives: Natives): FreshAnswers | null {
  return inFreshRealm((realm) => ({
    drawn: drawnBy(realm, track),
    reading: readThrough(realm, track),
    areNative: areNative(natives, [realm.Function.prototype.toString]),
  }));
}

/** Asks with the function that was there first, where there was one. */
function devicesOf(mediaDevices: ListOwner, natives: Natives): Promise<readonly MediaDeviceInfo[]> {
  const first = natives.functions.get('enumerateDevices') ?? mediaDevices.enumerateDevices;
  return Promise.resolve(Reflect.apply(first, mediaDevices, []) as ReturnType<ListOwner['enumerateDevices']>); // by its name
}

type ListOwner = NonNullable<CameraEnvironment['mediaDevices']>;

/** Whether the browser lists the track's device, with the group that a listed device always has. */
async function isListed(
  { deviceId, groupId }: MediaTrackSettings,
  mediaDevices: ListOwner,
  natives: Natives,
  signal: AbortSignal,
): Promise<boolean | null> {
  try {
    const devices = await withTimeout(LIST_TIMEOUT_MS, 'camera.no_answer', signal, () =>
      devicesOf(mediaDevices, natives),
    );
    const cameras = devices.filter((device) => device.kind === 'videoinput' && device.deviceId !== '');
    // A browser that hides its devices says nothing about this one.
    if (cameras.length === 0) return null;
    const listed = cameras.find((device) => device.deviceId === deviceId);
    return listed !== undefined && (listed.groupId === '' || groupId !== undefined);
  } catch {
    return null;
  }
}

/** Looks at a track that was just opened. Call it before anything else touches the track.
 * @returns what was seen; never rejects. */
export async function probeSource(
  track: MediaStreamTrack,
  { environment, allowedLabels = [], natives = NATIVES }: ProbeOptions,
  signal: AbortSignal,
): Promise<SourceSignals> {
  const said: Reading = { label: track.label, settings: track.getSettings() };
  const fresh = askFreshRealm(track, natives);
  const { label, settings } = fresh?.reading ?? said;
  const isHooked =
    !areNative(natives, [natives.textOf]) ||
    fresh?.areNative === false ||
    (fresh !== null && differ(said, fresh.reading));
  const { mediaDevices } = environment;
  return {
    track: classOf(track, fresh?.drawn ?? null),
    isEnumerated: mediaDevices === undefined ? null : await isListed(settings, mediaDevices, natives, signal),
    isNative: isHooked ? false : fresh === null ? null : true,
    label,
    isLabelAllowed: allowedLabels.some((allowed) => label.includes(allowed)),
    hasCaptureTimes: trackProcessor() !== undefined,
  };
}
