import type { TLSSocket } from 'node:tls';
import { encodeFrame } from './frames.fixture.js';
import { type Frame, FrameReader } from './frames.js';
import type { Trio } from './three-nodes.fixture.js';
import { dial, type Listening, listen } from './tls.js';

/** What goes on in place of a frame that operator 2 sends to operator 1. Frames after it wait until this one is done. */
export type Tamper = (frame: Frame) => readonly Frame[] | Promise<readonly Frame[]>;

const UNCHANGED: Tamper = (frame) => [frame];
const NEVER = new AbortController().signal;

/** Stands between operator 1 and operator 2 with the certificates of both, which nobody else has, and changes what 2
 * sends: something in every round, because summands are given to the previous operator. */
export class Detour {
  tamper: Tamper = UNCHANGED;
  readonly #trio: Trio;
  readonly #sockets = new Set<TLSSocket>();
  #listening: Listening | null = null;

  constructor(trio: Trio) {
    this.#trio = trio;
  }

  async open(): Promise<void> {
    const { host, port } = this.#trio.configs[1].operators[2];
    this.#listening = await listen({ host, port }, this.#trio.identities[2], 5_000, (socket) => {
      this.#join(socket).catch(() => socket.destroy());
    });
  }

  passUnchanged(): void {
    this.tamper = UNCHANGED;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.#listening?.close();
  }

  async #join(from: TLSSocket): Promise<void> {
    const { operators } = this.#trio.configs[0];
    const options = { timeoutMs: 5_000, signal: NEVER };
    const to = await dial(operators[2], this.#trio.identities[1], operators[2].fingerprint, options);
    for (const socket of [from, to]) this.#sockets.add(socket);
    const end = (): void => {
      from.destroy();
      to.destroy();
    };
    from.on('close', end).on('error', end);
    to.on('close', end).on('error', end);
    from.on('data', (piece) => to.write(piece));
    const reader = new FrameReader();
    let last: Promise<void> = Promise.resolve();
    to.on('data', (piece: Buffer) => {
      for (const frame of reader.read(piece))
        last = last.then(async () => {
          for (const changed of await this.tamper(frame)) from.write(encodeFrame(changed));
        });
    });
  }
}
