import { DISGUISE, inPage } from './disguise.js';
import { DRAWN_CAMERA } from './drawn-camera.js';

/** A drawn track of someone who has read our source: the list of devices knows it, and every realm, those made later
 * too, tells the same story. Nothing in the page can see it: a documented miss. */
const FULLY_PATCHED_BODY = `${DISGUISE}${DRAWN_CAMERA}
  const ids = { deviceId: 'ab'.repeat(32), groupId: 'cd'.repeat(32) };
  const name = 'Integrated Camera (5986:2113)';
  const listed = { ...ids, kind: 'videoinput', label: name };
  const drawn = new WeakSet();
  const getUserMedia = pretend(async () => {
    const stream = drawnStream();
    for (const track of stream.getVideoTracks()) {
      Object.setPrototypeOf(track, MediaStreamTrack.prototype);
      drawn.add(track);
    }
    return stream;
  }, 'getUserMedia');
  const enumerateDevices = pretend(async () => [listed], 'enumerateDevices');
  patchRealms((realm) => {
    const { prototype } = realm.MediaStreamTrack;
    const { get } = Object.getOwnPropertyDescriptor(prototype, 'label');
    const { getSettings } = prototype;
    const spoofed = {
      get label() { return drawn.has(this) ? name : Reflect.apply(get, this, []); },
      getSettings() {
        const settings = Reflect.apply(getSettings, this, []);
        return drawn.has(this) ? { ...settings, ...ids } : settings;
      },
    };
    const label = Object.getOwnPropertyDescriptor(spoofed, 'label');
    pretend(label.get, 'get label');
    pretend(spoofed.getSettings, 'getSettings');
    Object.defineProperty(prototype, 'label', label);
    prototype.getSettings = spoofed.getSettings;
    delete realm.CanvasCaptureMediaStreamTrack;
    Object.assign(realm.MediaDevices.prototype, { getUserMedia, enumerateDevices });
    hideTexts(realm);
  });
`;

export const FULLY_PATCHED = inPage(FULLY_PATCHED_BODY);
