import { connect, createServer, type Server, type Socket } from 'node:net';
import getPort from 'get-port';

/** A port that passes everything on to another one, each piece after the same delay, in both directions: a network with a round trip of
 * twice that. It neither opens nor counts what it passes. */
export class DelayedPort {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number, server: Server) {
    this.port = port;
    this.#server = server;
  }

  static async open(to: number, delayMs: number): Promise<DelayedPort> {
    const port = await getPort();
    const delayed: DelayedPort = new DelayedPort(
      port,
      createServer({ noDelay: true }, (from) =>
        delayed.#join(from, connect({ port: to, noDelay: true }), delayMs),
      ),
    );
    await new Promise<void>((resolve) => delayed.#server.listen(port, '127.0.0.1', resolve));
    return delayed;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(one: Socket, other: Socket, delayMs: number): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      this.#sockets.add(from);
      // In order: timers of the same length end in the order in which they began.
      from.on('data', (piece) => setTimeout(() => to.write(piece), delayMs));
      from.on('error', () => {}).on('close', () => to.destroy());
    }
  }
}
