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
  /** The same of the reviewers' pages; null where they are not served here. */
  readonly reviewUrl: string | null;
  /** Stops listening, lets requests in progress end (2 s), closes the receiver. Idempotent. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 = any free one. */
  readonly port: number;
  /** Of the reviewers' pages, where the receiver has them. Null: not served here. */
  readonly reviewPort?: number | null | undefined;
  /** By default this machine only. */
  readonly host?: string | undefined;
}

/** Listens for the sellers' app, and on ports of their own for the others that are asked for.
 * @throws RangeError for a port of an app that the receiver does not have, or what a taken port throws; nothing listens then. */
export async function serve(
  receiver: Receiver,
  { port, reviewPort = null, host = '127.0.0.1' }: ServeOptions,
): Promise<Serving> {
  const open: Listening[] = [];
  const start = async (app: Fetching | null, at: number): Promise<string> => {
    if (app === null) throw new RangeError('a port for an app that is not configured');
    const listening = await listenFor(app, at, host);
    open.push(listening);
    return listening.url;
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all(open.splice(0).map(({ server }) => stop(server)));
  };
  try {
    const url = await start(receiver.app, port);
    const reviewUrl = reviewPort === null ? null : await start(receiver.review, reviewPort);
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => {
      closing ??= stopAll().then(() => receiver.close());
      return closing;
    };
    return { url, reviewUrl, close };
  } catch (thrown) {
    await stopAll();
    throw thrown;
  }
}

interface Fetching {
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>;
}

interface Listening {
  readonly url: string;
  readonly server: Server;
}

async function listenFor(app: Fetching, port: number, host: string): Promise<Listening> {
  const listener = getRequestListener(app.fetch, {
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
  return { url: `http://${isLoopback(host) ? 'localhost' : host}:${address.port}`, server };
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
