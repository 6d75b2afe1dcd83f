import { inPage } from './disguise.js';
import { DRAWN_CAMERA } from './drawn-camera.js';

/** A script draws the pictures and counts their times, as a decoder of a video file does. */
export const COUNTING_GENERATOR = inPage(`${DRAWN_CAMERA}
  MediaDevices.prototype.getUserMedia = async function getUserMedia() {
    const generator = new MediaStreamTrackGenerator({ kind: 'video' });
    const writer = generator.writable.getWriter();
    const canvas = drawing();
    let count = 0;
    setInterval(() => {
      count += 1;
      writer.write(new VideoFrame(canvas, { timestamp: Math.round((count * 1e6) / 30) })).catch(() => {});
    }, 33);
    return new MediaStream([generator]);
  };
`);
