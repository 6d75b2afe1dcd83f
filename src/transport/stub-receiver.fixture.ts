import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP server that answers as the test says and remembers what it was asked. */

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is a string. `'never'`: no answer at all. `'cut'`: the connection breaks midway. */
  readonly body?: unknown;
}

export interface StubReceiver {
  readonly endpoint: string;
  readonly seen: readonly Seen[];
  reply: Reply;
  /** Given before `reply`, each once. */
  replies: Reply[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  if (body === 'never') return;
  if (body === 'cut') {
    response.writeHead(status, { 'content-length': '1000' });
    response.write('{"half');
    setTimeout(() => response.destroy(), 10);
    return;
  }
  response.writeHead(status, headers);
  response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
}

export async function startStubReceiver(): Promise<StubReceiver> {
  const seen: Seen[] = [];
  const stub = { seen, reply: {} as Reply, replies: [] as Reply[] };
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, path: url, headers, body: await bodyOf(request) });
    answer(response, stub.replies.shift() ?? stub.reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(stub, {
    endpoint: `http://127.0.0.1:${port}/candor`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
