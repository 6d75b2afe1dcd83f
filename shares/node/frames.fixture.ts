import { encodeHeader, type Frame } from './frames.js';

/** A frame as it goes over a connection. */
export function encodeFrame(frame: Frame): Buffer {
  return Buffer.concat([encodeHeader(frame), frame.payload]);
}
