import type { Bytes } from '../../src/core/bytes.js';
import { ShareError } from '../errors.js';

/** What goes over a connection: frames of a header of 32 bytes, big-endian, and a payload. */

/** Raised with every change after which older nodes would compute something else. */
export const PROTOCOL_VERSION = 2;

const HEADER_BYTES = 32;
const SESSION_BYTES = 16;
/** The largest round of ten million rows is below it. */
const MOST_PAYLOAD_BYTES = 64 * 2 ** 20;
/** Of a payload, before it has come; the rounds of 250,000 rows are no longer. */
const MOST_AT_FIRST_BYTES = 2 ** 20;

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

/** What goes before the payload. */
export function encodeHeader(frame: Frame): Bytes {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, frame.version);
  view.setUint16(2, KINDS.indexOf(frame.kind));
  bytes.set(Buffer.from(frame.session, 'hex'), 4);
  view.setUint32(20, frame.sequence);
  view.setUint32(24, frame.round);
  view.setUint32(28, frame.payload.length);
  return bytes;
}

/** Cuts a stream of bytes into frames. A payload is copied once, from the pieces into a buffer of its own. */
export class FrameReader {
  #header = new Filling(HEADER_BYTES);
  /** Of the frame whose header is there. */
  #payload: Filling | null = null;

  /** @returns the frames that are complete with this piece, in order.
   * @throws {@link ShareError} `shares.other_version`, `shares.wrong_frame`. */
  read(piece: Uint8Array): readonly Frame[] {
    const frames: Frame[] = [];
    for (let left = piece; left.length > 0; ) {
      left = this.#header.take(left);
      if (!this.#header.isFull) break;
      this.#payload ??= new Filling(payloadLength(this.#header.bytes));
      left = this.#payload.take(left);
      if (!this.#payload.isFull) break;
      frames.push(decodeFrame(this.#header.bytes, this.#payload.bytes));
      this.#header = new Filling(HEADER_BYTES);
      this.#payload = null;
    }
    return frames;
  }
}

/** So many bytes, which come in pieces. Whoever only says that many will come takes no memory with it. */
class Filling {
  readonly #length: number;
  #bytes: Bytes;
  #filled = 0;

  constructor(length: number) {
    this.#length = length;
    this.#bytes = new Uint8Array(Math.min(length, MOST_AT_FIRST_BYTES));
  }

  get isFull(): boolean {
    return this.#filled === this.#length;
  }

  /** All of them, where it is full. */
  get bytes(): Bytes {
    return this.#bytes;
  }

  /** @returns what is left of the piece. */
  take(piece: Uint8Array): Uint8Array {
    const count = Math.min(piece.length, this.#length - this.#filled);
    this.#makeRoom(this.#filled + count);
    this.#bytes.set(piece.subarray(0, count), this.#filled);
    this.#filled += count;
    return piece.subarray(count);
  }

  #makeRoom(atLeast: number): void {
    if (atLeast <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.min(this.#length, Math.max(atLeast, 2 * this.#bytes.length)));
    larger.set(this.#bytes.subarray(0, this.#filled));
    this.#bytes = larger;
  }
}

/** Looked at as soon as the header is there: nobody waits for a payload that is refused anyway. */
function payloadLength(header: Bytes): number {
  const view = new DataView(header.buffer);
  const version = view.getUint16(0);
  if (version !== PROTOCOL_VERSION)
    throw new ShareError('shares.other_version', { detail: `${version}, not ${PROTOCOL_VERSION}` });
  const length = view.getUint32(28);
  if (length > MOST_PAYLOAD_BYTES) throw new ShareError('shares.wrong_frame', { detail: `${length} bytes` });
  return length;
}

function decodeFrame(header: Bytes, payload: Bytes): Frame {
  const view = new DataView(header.buffer);
  const kind = KINDS[view.getUint16(2)];
  if (kind === undefined) throw new ShareError('shares.wrong_frame', { detail: 'kind' });
  return {
    version: view.getUint16(0),
    sequence: view.getUint32(20),
    kind,
    session: Buffer.from(header.subarray(4, 4 + SESSION_BYTES)).toString('hex'),
    round: view.getUint32(24),
    payload,
  };
}
