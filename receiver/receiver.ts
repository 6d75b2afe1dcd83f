import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { PROBLEM_CONTENT_TYPE } from '../src/envelope/wire.js';
import { createApp } from './app.js';
import type { ReceiverContext } from './context.js';
import { type FolderInUseError, lockFolder } from './folder-lock.js';
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
import { decryptTemplate, findTemplate } from './store/templates.js';

const UPKEEP_INTERVAL_MS = 3_600_000;
/** How long requests in progress may take to end when the server closes. */
const CLOSE_GRACE_MS = 2_000;

export interface Receiver {
  /** For `app.fetch` on any server, or {@link serve}. */
  readonly app: Hono;
  /** Deletes what is due and rotates keys now; also runs at start and every hour. */
  upkeep(): Promise<void>;
  /** The stored embedding, decrypted, or null once it is gone. For matching and for tests: no route leads here. The caller
   * wipes it. */
  readTemplate(verificationId: string): Promise<Float32Array<ArrayBuffer> | null>;
  /** Ends upkeep, closes the database, lets go of the data folder. Idempotent. */
  close(): Promise<void>;
}

/** Builds a receiver: checks the options, makes or reads the keys, migrates the database.
 * @throws {@link ReceiverOptionError}, {@link FolderInUseError}, or the error of the file system or the database. */
export async function createReceiver(options: ReceiverOptions): Promise<Receiver> {
  return (await assemble(options)).receiver;
}

/** @returns the receiver and what is behind its app, for tests and for the matching that is to come. */
export async function assemble(
  options: ReceiverOptions,
  open: typeof openDatabase = openDatabase,
): Promise<{ readonly receiver: Receiver; readonly context: ReceiverContext }> {
  const config = checkOptions(options, process.env.NODE_ENV === 'production');
  const unlock = await lockFolder(config.dataDir);
  const release = [unlock];
  const close = async (): Promise<void> => {
    for (const step of release.splice(0).reverse()) await step();
  };
  try {
    const { database, close: closeDatabase } = await open(config.databaseUrl, config.dataDir);
    release.push(closeDatabase);
    const context = await prepare(config, database);
    return { receiver: run(context, close), context };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function prepare(config: ReceiverConfig, database: Database): Promise<ReceiverContext> {
  const { random, now, signingKey } = config;
  const folder = join(config.dataDir, 'keys');
  const secrets = await loadSecrets(folder, random);
  const keyRing = await openKeyRing({ folder, now, submitTtlMs: SUBMIT_TTL_MS, signingKey });
  await sweep(database, config);
  const noticeHashes = await registerNotices(database, config.notices, now());
  const posts = new PostLimit(config.maxPostsPerMinute);
  return { config, secrets, keyRing, database, posts, noticeHashes };
}

function run(context: ReceiverContext, release: () => Promise<void>): Receiver {
  const { config, keyRing, database, secrets } = context;
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
    closing ??= release();
    return closing;
  };
  config.log({ event: 'started', locales: Object.keys(config.notices), test: config.test !== undefined });
  const readTemplate = async (verificationId: string): Promise<Float32Array<ArrayBuffer> | null> => {
    const row = await findTemplate(database, verificationId);
    return row === null ? null : decryptTemplate(secrets.storage, row);
  };
  return { app: createApp(context), upkeep, readTemplate, close };
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
