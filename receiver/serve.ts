import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { limitConnections, MAX_CONNECTIONS, PATIENCE_MS, type ServerLimits, timeoutsOf } from './patience.js';
import { problemResponse } from './problem.js';
import type { Receiver } from './receiver.js';

/** How long requests in progress may take to end when the server closes. */
const CLOSE_GRACE_MS = 2_000;

/** What listens after {@link serve}: the addresses, and how to end it. Whoever called it closes it. */
export interface Serving {
  /** `http://localhost:PORT` */
  readonly url: string;
  /** The same of the reviewers' pages; null where they are not served here. */
  readonly reviewUrl: string | null;
  /** Of the metrics, without the path; null where they are not served. */
  readonly metricsUrl: string | null;
  /** The same of the operator's interface. */
  readonly operatorUrl: string | null;
  /** Stops listening, lets requests in progress end (2 s), closes the receiver. Idempotent. */
  close(): Promise<void>;
}

/** Where {@link serve} listens. Ports: 0 to 65,535, 0 = any free one. Hosts: names or addresses to listen on. */
export interface ServeOptions extends Partial<ServerLimits> {
  /** 0 = any free one. */
  readonly port: number;
  /** Of the reviewers' pages, where the receiver has them. Null: not served here. */
  readonly reviewPort?: number | null | undefined;
  /** What answers `GET /metrics` ({@link createMetrics}), and where. Default: nothing does. */
  readonly metrics?:
    | { readonly app: Fetching; readonly port: number; readonly host?: string | undefined }
    | null
    | undefined;
  /** Of the operator's interface, likewise. */
  readonly operatorPort?: number | null | undefined;
  /** By default this machine only. */
  readonly host?: string | undefined;
  /** Of the reviewers' pages. Default: `host`. */
  readonly reviewHost?: string | undefined;
  /** Of the operator's interface. Default: `host`. */
  readonly operatorHost?: string | undefined;
}

/** Listens for the sellers' app, and on ports of their own for the others that are asked for.
 * @throws RangeError for a port of an app that the receiver does not have, or what a taken port throws; nothing listens then.
 * @example
 * const { url, close } = await serve(receiver, { port: 8787 });
 * process.once('SIGTERM', () => void close()); */
export async function serve(
  receiver: Receiver,
  {
    port,
    reviewPort = null,
    metrics = null,
    operatorPort = null,
    host = '127.0.0.1',
    reviewHost = host,
    operatorHost = host,
    patienceMs = PATIENCE_MS,
    maxConnections = MAX_CONNECTIONS,
  }: ServeOptions,
): Promise<Serving> {
  const open: Listening[] = [];
  const start = async (app: Fetching | null, at: number, on: string): Promise<string> => {
    if (app === null) throw new RangeError('a port for an app that is not configured');
    const listening = await listenFor(app, { port: at, host: on, patienceMs, maxConnections });
    open.push(listening);
    return listening.url;
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all(open.splice(0).map(({ server }) => stop(server)));
  };
  try {
    const url = await start(receiver.app, port, host);
    const reviewUrl = reviewPort === null ? null : await start(receiver.review, reviewPort, reviewHost);
    const metricsUrl = metrics === null ? null : await start(metrics.app, metrics.port, metrics.host ?? host);
    const operatorUrl =
      operatorPort === null ? null : await start(receiver.operator, operatorPort, operatorHost);
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => {
      closing ??= stopAll().then(() => receiver.close());
      return closing;
    };
    return { url, reviewUrl, operatorUrl, metricsUrl, close };
  } catch (thrown) {
    await stopAll();
    throw thrown;
  }
}

/** One of the receiver's apps. */
export interface Fetching {
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>;
}

interface Listening {
  readonly url: string;
  readonly server: Server;
}

interface Place extends ServerLimits {
  readonly port: number;
  readonly host: string;
}

/** For a server of Node that is not {@link serve}'s: answers below whatever address the host mounts it at. Give it requests whose
 * body nobody has read, and whose `url` begins below that address.
 * @example
 * import { createServer } from 'node:http';
 * createServer(nodeListener(receiver.app)).listen(8787); */
export function nodeListener(
  app: Fetching,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const listener = getRequestListener(app.fetch, {
    // This server shares its process with the host's own code.
    overrideGlobalObjects: false,
    // An address or host that is no URL never reaches the app.
    errorHandler: () => problemResponse({ code: 'request.malformed' }),
  });
  return async (request, response) => {
    await listener(request, response);
  };
}

async function listenFor(app: Fetching, { port, host, ...limits }: Place): Promise<Listening> {
  const listener = nodeListener(app);
  const server = createServer(timeoutsOf(limits.patienceMs), (request, response) => {
    void listener(request, response);
  });
  limitConnections(server, limits);
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
