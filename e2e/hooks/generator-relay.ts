import { inPage } from './disguise.js';

/** The real camera's pictures pass through a script on their way, as in a live face swap (requirements 8, row 26). They
 * keep the camera's own times. */
export const GENERATOR_RELAY = inPage(`
  const open = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function getUserMedia(constraints) {
    const camera = await Reflect.apply(open, this, [constraints]);
    const [track] = camera.getVideoTracks();
    const generator = new MediaStreamTrackGenerator({ kind: 'video' });
    const swap = new TransformStream({ transform: (frame, out) => out.enqueue(frame) });
    new MediaStreamTrackProcessor({ track }).readable.pipeThrough(swap).pipeTo(generator.writable).catch(() => {});
    return new MediaStream([generator]);
  };
`);
