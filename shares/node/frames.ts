import type { Bytes } from '../../src/core/bytes.js';
import { ShareError } from '../errors.js';

/** What goes over a connection: frames of a header of 32 bytes, big-endian, and a payload. */

/** Raised with every change after which older nodes would compute something else. */
export const PROTOCOL_VERSION = 2;

const HEADER_BYTES = 32;
const SESSION_BYTES = 16;
/** The largest round of ten million rows is below it. */
const MOST_PAYLOAD_BYTES = 64 * 2 ** 20;

/** JSON, or the words of a round. */
export type FrameKind = 'message' | 'words';

const KINDS = ['message', 'words'] as const satisfies readonly FrameKind[];

export interface Frame {
  readonly version: number;
  /** 0, 1, 2… in each direction of a connection. */
  readonly sequence: number;
  readonly kind: FrameKind;
  /** Of 32 hexadecimal digits; zeros where there is none. */
  readonly session: string;
  /** Of `words`. */
  readonly round: number;
  readonly payload: Bytes;
}

export const NO_SESSION = '0'.repeat(2 * SESSION_BYTES);

export function encodeFrame(frame: Frame): Bytes {
  const bytes = new Uint8Array(HEADER_BYTES + frame.payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, frame.version);
  view.setUint16(2, KINDS.indexOf(frame.kind));
  bytes.set(Buffer.from(frame.session, 'hex'), 4);
  view.setUint32(20, frame.sequence);
  view.setUint32(24, frame.round);
  view.setUint32(28, frame.payload.length);
  bytes.set(frame.payload, HEADER_BYTES);
  return bytes;
}

/** Cuts a stream of bytes into frames. */
export class FrameReader {
  #pieces: Uint8Array[] = [];
  #length = 0;

  /** @returns the frames that are complete with this piece, in order.
   * @throws {@link ShareError} `shares.other_version`, `shares.wrong_frame`. */
  read(piece: Uint8Array): readonly Frame[] {
    this.#pieces.push(piece);
    this.#length += piece.length;
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame !== null; frame = this.#next()) frames.push(frame);
    return frames;
  }

  #next(): Frame | null {
    if (this.#length < HEADER_BYTES) return null;
    const first = this.#pieces[0];
    // Joined only when something is there to be read of it: a large frame comes in many pieces.
    const head = first !== undefined && first.length >= HEADER_BYTES ? first : this.#joined();
    const length = payloadLength(head);
    if (this.#length < HEADER_BYTES + length) return null;
    const all = this.#joined();
    const frame = decodeFrame(all.subarray(0, HEADER_BYTES + length));
    this.#pieces = [all.subarray(HEADER_BYTES + length)];
    this.#length -= HEADER_BYTES + length;
    return frame;
  }

  #joined(): Uint8Array {
    const [first] = this.#pieces;
    const all = this.#pieces.length === 1 && first !== undefined ? first : Buffer.concat(this.#pieces);
    this.#pieces = [all];
    return all;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Looked at as soon as the header is there: nobody waits for a payload that is refused anyway. */
function payloadLength(header: Uint8Array): number {
  const view = viewOf(header);
  const version = view.getUint16(0);
  if (version !== PROTOCOL_VERSION)
    throw new ShareError('shares.other_version', { detail: `${version}, not ${PROTOCOL_VERSION}` });
  const length = view.getUint32(28);
  if (length > MOST_PAYLOAD_BYTES) throw new ShareError('shares.wrong_frame', { detail: `${length} bytes` });
  return length;
}

function decodeFrame(bytes: Uint8Array): Frame {
  const view = viewOf(bytes);
  const kind = KINDS[view.getUint16(2)];
  if (kind === undefined) throw new ShareError('shares.wrong_frame', { detail: 'kind' });
  return {
    version: view.getUint16(0),
    sequence: view.getUint32(20),
    kind,
    session: Buffer.from(bytes.subarray(4, 4 + SESSION_BYTES)).toString('hex'),
    round: view.getUint32(24),
    payload: new Uint8Array(bytes.subarray(HEADER_BYTES)),
  };
}
