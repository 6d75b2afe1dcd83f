import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBLEM_CONTENT_TYPE, type ProblemCode } from '../src/envelope/wire.js';
import { problemOf } from './problem.js';

/** How long a client may take over a request's headers, over all of it, and between two moments at which anything moves, ms. */
export const PATIENCE_MS = 30_000;
/** Connections at one time; what comes beyond is closed at once. */
export const MAX_CONNECTIONS = 1_000;
/** How long a client has to take in the last words before its connection is cut, ms. */
const PARTING_MS = 1_000;

/** How much of a server one client, and all of them, may hold. */
export interface ServerLimits {
  /** For the headers of a request, for all of it, and between two moments at which anything moves on a connection, ms. Default {@link PATIENCE_MS}, 30 s. */
  readonly patienceMs: number;
  /** At one time; what comes beyond is closed at once. Default {@link MAX_CONNECTIONS}, 1,000. */
  readonly maxConnections: number;
}

/** For `createServer`. */
export function timeoutsOf(patienceMs: number) {
  return {
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    // How often Node.js looks: every 30 s by itself, which would double the patience.
    connectionsCheckingInterval: Math.ceil(patienceMs / 10),
  } as const;
}

/** Cuts clients that trickle, never read, or are too many, and answers what is no request in the one error shape. */
export function limitConnections(server: Server, { patienceMs, maxConnections }: ServerLimits): void {
  server.maxConnections = maxConnections;
  // Also a client that does not take its answer: nothing moves on its socket then. What has had no byte yet may be one that stopped
  // in mid-request, which Node.js would notice in the same moment.
  server.setTimeout(patienceMs, (socket) => {
    if (socket.bytesWritten > 0) socket.destroy();
    else part(socket, 'request.timeout');
  });
  server.on('clientError', refuseUnreadable);
  server.on('checkExpectation', (_, response) => refuse(response, 'request.malformed'));
}

/** What is not HTTP, or does not come to an end, never reaches the app; it hears the same shape. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  part(socket, error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request.timeout' : 'request.malformed');
}

function part(socket: Duplex, code: ProblemCode): void {
  const { status, body } = problemText(code);
  const head = [`HTTP/1.1 ${status} ${code}`, `Content-Type: ${PROBLEM_CONTENT_TYPE}`, 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  // A client that does not read, or goes on sending, would otherwise keep what is already ended.
  setTimeout(() => socket.destroy(), PARTING_MS).unref();
}

function refuse(response: ServerResponse, code: ProblemCode): void {
  const { status, body } = problemText(code);
  response.writeHead(status, { 'Content-Type': PROBLEM_CONTENT_TYPE, Connection: 'close' }).end(body);
}

function problemText(code: ProblemCode): { readonly status: number; readonly body: string } {
  const problem = problemOf(code);
  return { status: problem.status, body: JSON.stringify(problem) };
}
