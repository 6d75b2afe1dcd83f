import { inPage } from './disguise.js';
import { DRAWN_CAMERA } from './drawn-camera.js';

/** A script draws the pictures, and says nothing about it (requirements 8, row 27). */
export const CANVAS_CAPTURE = inPage(`${DRAWN_CAMERA}
  MediaDevices.prototype.getUserMedia = async function getUserMedia() { return drawnStream(); };
`);
