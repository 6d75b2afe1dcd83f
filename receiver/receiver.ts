import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { PROBLEM_CONTENT_TYPE } from '../src/envelope/wire.js';
import { createApp } from './app.js';
import type { ReceiverContext } from './context.js';
import { openKeyRing } from './keys/key-ring.js';
import { loadSecrets } from './keys/secrets.js';
import { PostLimit } from './limits.js';
import { traceOf } from './log.js';
import { checkOptions, type ReceiverConfig, type ReceiverOptions } from './options.js';
import { problemOf, problemResponse } from './problem.js';
import { sweep } from './retention.js';
import { SUBMIT_TTL_MS } from './routes/sessions.js';
import { type Database, openDatabase } from './store/database.js';
import { registerNotices } from './store/notices.js';

const UPKEEP_INTERVAL_MS = 3_600_000;
/** How long requests in progress may take to end when the server closes. */
const CLOSE_GRACE_MS = 2_000;

export interface Receiver {
  /** For `app.fetch` on any server, or {@link serve}. */
  readonly app: Hono;
  /** Deletes what is due and rotates keys now; also runs at start and every hour. */
  upkeep(): Promise<void>;
  /** Ends upkeep and closes the database. Idempotent. */
  close(): Promise<void>;
}

/** Builds a receiver: checks the options, makes or reads the keys, migrates the database.
 * @throws {@link ReceiverOptionError}, or the error of the file system or the database. */
export async function createReceiver(options: ReceiverOptions): Promise<Receiver> {
  return (await assemble(options)).receiver;
}

/** @returns the receiver and what is behind its app, for tests and for the matching that is to come. */
export async function assemble(
  options: ReceiverOptions,
  open: typeof openDatabase = openDatabase,
): Promise<{ readonly receiver: Receiver; readonly context: ReceiverContext }> {
  const config = checkOptions(options, process.env.NODE_ENV === 'production');
  const keys = join(config.dataDir, 'keys');
  const { random, now, signingKey } = config;
  const secrets = await loadSecrets(keys, random);
  const keyRing = await openKeyRing({ folder: keys, now, submitTtlMs: SUBMIT_TTL_MS, signingKey });
  const { database, close } = await open(config.databaseUrl, config.dataDir);
  try {
    const context = await prepare(config, { secrets, keyRing, database });
    return { receiver: run(context, close), context };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function prepare(
  config: ReceiverConfig,
  parts: Pick<ReceiverContext, 'secrets' | 'keyRing'> & { readonly database: Database },
): Promise<ReceiverContext> {
  await sweep(parts.database, config);
  const noticeHashes = await registerNotices(parts.database, config.notices, config.now());
  return { ...parts, config, posts: new PostLimit(config.maxPostsPerMinute), noticeHashes };
}

function run(context: ReceiverContext, closeDatabase: () => Promise<void>): Receiver {
  const { config, keyRing, database } = context;
  const upkeep = async (): Promise<void> => {
    await keyRing.rotate();
    await sweep(database, config);
  };
  const timer = setInterval(() => {
    upkeep().catch((thrown: unknown) => {
      config.log({ event: 'failed', during: 'upkeep', error: traceOf(thrown) });
    });
  }, UPKEEP_INTERVAL_MS);
  timer.unref();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    clearInterval(timer);
    closing ??= closeDatabase();
    return closing;
  };
  config.log({ event: 'started', locales: Object.keys(config.notices), test: config.test !== undefined });
  return { app: createApp(context), upkeep, close };
}

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
