import { once } from 'node:events';
import { createServer, type Server, Socket } from 'node:net';

/** Between a node and its PostgreSQL. */
export class PostgresDetour {
  /** Lets nothing through any more, either way, and ends nothing: a network that is gone. */
  isSilent = false;
  /** Once a node has sent this, its connection ends before it hears the answer. Once. */
  cutAfter: string | null = null;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #target: URL;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((node) => this.#pass(node));
  }

  static async open(url: string): Promise<PostgresDetour> {
    const detour = new PostgresDetour(new URL(url));
    detour.#server.listen(0, '127.0.0.1');
    await once(detour.#server, 'listening');
    return detour;
  }

  /** Of the same database, by this way. */
  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new TypeError('no port');
    const url = new URL(this.#target);
    url.port = `${address.port}`;
    return url.href;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(node: Socket): void {
    const database = new Socket();
    database.connect(Number(this.#target.port), this.#target.hostname);
    let isCut = false;
    const both = [node, database];
    for (const socket of both) {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        for (const one of both) {
          this.#sockets.delete(one);
          if (!this.isSilent) one.destroy();
        }
      });
    }
    node.on('data', (sent: Buffer) => {
      if (this.isSilent) return;
      if (this.cutAfter !== null && sent.includes(this.cutAfter)) {
        this.cutAfter = null;
        isCut = true;
      }
      database.write(sent);
    });
    database.on('data', (answer: Buffer) => {
      if (this.isSilent) return;
      if (isCut) for (const one of both) one.destroy();
      else node.write(answer);
    });
  }
}
