import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

const CLOSE_GRACE_MS = 1_000;

export interface ServedApp {
  /** `http://localhost:PORT` */
  readonly url: string;
  /** Resolves when the port is free again. Idempotent. */
  close(): Promise<void>;
}

/** Listens on this machine only.
 * @param port - 0 = any free one.
 * @throws with the code EADDRINUSE when the port is taken. */
export async function serveApp(app: Pick<Hono, 'fetch'>, port: number): Promise<ServedApp> {
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port');
  let closing: Promise<void> | undefined;
  return {
    url: `http://localhost:${address.port}`,
    close: () => {
      closing ??= closeServer(server);
      return closing;
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const impatient = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  server.closeIdleConnections();
  await closed;
  clearTimeout(impatient);
}
