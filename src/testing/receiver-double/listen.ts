import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A server that listens; whoever started it closes it. */
export interface Listening {
  /** `http://localhost:PORT`, an endpoint for the widget. */
  readonly url: string;
  close(): Promise<void>;
}

type Answer = (request: Request) => Promise<Response>;

/** Serves a fetch-style handler on this machine; a handler that rejects cuts the connection, as a dead server does. */
export async function listen(answer: Answer, port: number): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    respond(answer, incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port');
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await answer(await requestOf(incoming));
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming;
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const init: RequestInit = { method, headers: headersOf(headers) };
  if (chunks.length > 0) init.body = Buffer.concat(chunks);
  return new Request(new URL(url, 'http://localhost'), init);
}

function headersOf(incoming: IncomingMessage['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}
