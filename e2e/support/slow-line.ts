import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';

/** What a phone's line is like. */
export interface Line {
  /** Down, for everything together. */
  readonly kbitPerS: number;
  /** From a request to the first byte of its answer, ms. */
  readonly roundTripMs: number;
}

export interface Relay {
  readonly port: number;
  /** Bytes that have come down so far, headers among them. */
  bytes(): number;
  close(): Promise<void>;
}

/** What goes down at once, before it is another connection's turn, bytes. */
const SLICE_BYTES = 16_384;

/** The way down: all connections share its rate, each in its turn. */
class Down {
  passedBytes = 0;
  readonly #waiting = new Map<Socket, Buffer[]>();
  readonly #bytesPerMs: number;
  #isBusy = false;
  #freeAtMs = 0;

  constructor({ kbitPerS }: Line) {
    this.#bytesPerMs = kbitPerS / 8;
  }

  /** Keeps what came, as much as it is: a server that waits for its reader for long hangs up. */
  send(to: Socket, chunk: Buffer): void {
    const own = this.#waiting.get(to) ?? [];
    for (let from = 0; from < chunk.length; from += SLICE_BYTES)
      own.push(chunk.subarray(from, from + SLICE_BYTES));
    this.#waiting.set(to, own);
    if (!this.#isBusy) void this.#work();
  }

  /** Behind all that was sent. */
  end(to: Socket): void {
    if (this.#waiting.has(to)) void pass(10).then(() => this.end(to));
    else to.end();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.size > 0) {
      for (const [to, own] of this.#waiting) {
        const slice = own.shift();
        if (slice !== undefined) await this.#pass(to, slice);
        if (own.length === 0 || to.destroyed) this.#waiting.delete(to);
      }
    }
    this.#isBusy = false;
  }

  async #pass(to: Socket, slice: Buffer): Promise<void> {
    const nowMs = performance.now();
    this.#freeAtMs = Math.max(nowMs, this.#freeAtMs) + slice.length / this.#bytesPerMs;
    if (this.#freeAtMs - nowMs > 1) await pass(this.#freeAtMs - nowMs);
    to.write(slice);
    this.passedBytes += slice.length;
  }
}

/** Passes connections on to a local port as a slow line would. What goes up waits for the round trip and is not slowed down otherwise. */
export async function relayTo(port: number, line: Line): Promise<Relay> {
  const down = new Down(line);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    near.on('data', (chunk) => void setTimeout(() => far.write(chunk), line.roundTripMs));
    near.on('close', () => far.destroy());
    far.on('data', (chunk) => down.send(near, chunk));
    far.on('close', () => down.end(near));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo; // a listening TCP server has one
  return {
    port: address.port,
    bytes: () => down.passedBytes,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
