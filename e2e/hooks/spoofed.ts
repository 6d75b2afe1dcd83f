import { DISGUISE, inPage } from './disguise.js';
import { DRAWN_CAMERA } from './drawn-camera.js';

/** A drawn track with everything about it put right that the page itself can see: prototype, name, settings,
 * capabilities, and the text of the function (requirements 8, row 29). */
export const SPOOFED = inPage(`${DISGUISE}${DRAWN_CAMERA}
  const settings = { deviceId: 'ab'.repeat(32), groupId: 'cd'.repeat(32), width: 640, height: 480, frameRate: 30 };
  const spoof = (track) => {
    Object.setPrototypeOf(track, MediaStreamTrack.prototype);
    Object.defineProperties(track, {
      label: { value: 'Integrated Camera (5986:2113)' },
      getSettings: { value: pretend(() => settings, 'getSettings') },
      getCapabilities: { value: pretend(() => ({ deviceId: settings.deviceId }), 'getCapabilities') },
    });
  };
  const getUserMedia = async () => {
    const stream = drawnStream();
    stream.getVideoTracks().forEach(spoof);
    return stream;
  };
  MediaDevices.prototype.getUserMedia = pretend(getUserMedia, 'getUserMedia');
  hideTexts(window);
`);
