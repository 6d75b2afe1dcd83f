import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { PROBLEM_CONTENT_TYPE } from '../src/envelope/wire.js';
import { problemOf, problemResponse } from './problem.js';
import type { Receiver } from './receiver.js';

/** How long requests in progress may take to end when the server closes. */
const CLOSE_GRACE_MS = 2_000;

export interface Serving {
  /** `http://localhost:PORT` */
  readonly url: string;
  /** Stops listening, lets requests in progress end (2 s), closes the receiver. Idempotent. */
  close(): Promise<void>;
}

/** Listens on `port` (0 = any free one) of `host`, by default this machine only. */
export async function serve(
  receiver: Receiver,
  { port, host = '127.0.0.1' }: { readonly port: number; readonly host?: string | undefined },
): Promise<Serving> {
  const listener = getRequestListener(receiver.app.fetch, {
    // This server shares its process with the host's own code.
    overrideGlobalObjects: false,
    // An address or host that is no URL never reaches the app.
    errorHandler: () => problemResponse({ code: 'request.malformed', retryAfterS: undefined }),
  });
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void listener(request, response);
  });
  server.on('clientError', refuseUnreadable);
  await listen(server, port, host);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= stop(server).then(() => receiver.close());
    return closing;
  };
  return { url: `http://${isLoopback(host) ? 'localhost' : host}:${address.port}`, close };
}

function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** What is not HTTP never reaches the app; it hears the same shape. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(problemOf('request.malformed'));
  const head = ['HTTP/1.1 400 Bad Request', `Content-Type: ${PROBLEM_CONTENT_TYPE}`, 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
