import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedFile {
  readonly body: string | Uint8Array;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: 200. */
  readonly status?: number;
}

/** Another answer each time: given how often the path was asked for before. `cut` ends the connection without one. */
export type Moody = (askedBefore: number, request: IncomingMessage) => ServedFile | 'cut';

export interface StaticServer {
  readonly port: number;
  /** The addresses that were asked for so far, with their queries. */
  asked(): readonly string[];
  close(): Promise<void>;
}

/** Serves a handful of files from memory, by path, on a free local port. */
export async function serveFiles(files: Readonly<Record<string, ServedFile | Moody>>): Promise<StaticServer> {
  const asked: string[] = [];
  const pathOf = (url: string): string => new URL(url, 'http://localhost').pathname;
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const before = asked.filter((earlier) => pathOf(earlier) === pathOf(url)).length;
    asked.push(url);
    const file = files[pathOf(url)];
    send(typeof file === 'function' ? file(before, request) : file, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, asked: () => [...asked], close };
}

function send(file: ServedFile | 'cut' | undefined, response: ServerResponse): void {
  if (file === 'cut') response.destroy();
  else if (file === undefined) response.writeHead(404).end();
  else response.writeHead(file.status ?? 200, { 'content-type': file.type, ...file.headers }).end(file.body);
}
