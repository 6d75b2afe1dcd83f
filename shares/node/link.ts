import type { TLSSocket } from 'node:tls';
import { type Bytes, utf8 } from '../../src/core/bytes.js';
import { ShareError } from '../errors.js';
import { encodeHeader, type Frame, FrameReader, NO_SESSION, PROTOCOL_VERSION } from './frames.js';

/** Ahead of a reader that does not keep up, bytes. */
const MOST_UNSENT_BYTES = 256 * 2 ** 20;

export interface LinkListener {
  onFrame(frame: Frame): void;
  /** Called once.
   * @param reason - why there is nothing more. */
  onEnd(reason: ShareError): void;
}

/** One connection, as frames that are numbered in each direction. A frame that is not the next one ends it: what came after a gap
 * would be read as something else. */
export class Link {
  readonly #socket: TLSSocket;
  readonly #listener: LinkListener;
  readonly #reader = new FrameReader();
  readonly #ending = new AbortController();
  #sent = 0;
  #received = 0;

  constructor(socket: TLSSocket, listener: LinkListener) {
    this.#socket = socket;
    this.#listener = listener;
    socket.setNoDelay(true);
    socket.on('data', (piece: Buffer) => this.#read(piece));
    socket.on('error', (cause) => this.end(new ShareError('shares.disconnected', { cause })));
    socket.on('close', () => this.end());
    // It may have ended before anybody listened.
    if (socket.destroyed) queueMicrotask(() => this.end());
  }

  /** Aborts when the link has ended. */
  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  /** Hands words over to the connection. The bytes stay the caller's.
   * @throws {@link ShareError} why the link has ended. */
  sendWords(session: string, round: number, payload: Bytes): Promise<void> {
    return this.#send({ kind: 'words', session, round, payload });
  }

  /** Hands a message over to the connection.
   * @throws {@link ShareError} why the link has ended. */
  sendMessage(message: unknown): Promise<void> {
    const payload = utf8(JSON.stringify(message));
    return this.#send({ kind: 'message', session: NO_SESSION, round: 0, payload });
  }

  /** Ends the connection at once. Idempotent. */
  end(reason: ShareError = new ShareError('shares.disconnected')): void {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort(reason);
    this.#socket.destroy();
    this.#listener.onEnd(reason);
  }

  /** Ends it when everything that was sent has been handed to the network. */
  finish(): void {
    this.#socket.end();
  }

  #send(frame: Omit<Frame, 'version' | 'sequence'>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.ended.throwIfAborted();
      const header = encodeHeader({ ...frame, version: PROTOCOL_VERSION, sequence: this.#sent });
      this.#sent += 1;
      const onEnd = (): void => reject(this.ended.reason);
      this.ended.addEventListener('abort', onEnd, { once: true });
      // Both at once: in two writes, the header would be a packet of its own.
      this.#socket.cork();
      this.#socket.write(header);
      this.#socket.write(frame.payload, () => {
        this.ended.removeEventListener('abort', onEnd);
        resolve();
      });
      this.#socket.uncork();
      if (this.#socket.writableLength > MOST_UNSENT_BYTES) this.end();
    });
  }

  #read(piece: Buffer): void {
    try {
      for (const frame of this.#reader.read(piece)) {
        if (this.ended.aborted) return;
        if (frame.sequence !== this.#received)
          throw new ShareError('shares.wrong_frame', {
            detail: `number ${frame.sequence}, not ${this.#received}`,
          });
        this.#received += 1;
        this.#listener.onFrame(frame);
      }
    } catch (thrown) {
      this.end(
        thrown instanceof ShareError ? thrown : new ShareError('shares.wrong_frame', { cause: thrown }),
      );
    }
  }
}
