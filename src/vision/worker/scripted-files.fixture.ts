import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface ScriptedFile {
  readonly url: string;
  readonly path: string;
  /** What was asked for, in order. */
  readonly asked: readonly IncomingMessage[];
}

/** A server of this process, for the tests of one file. Each gets an address of its own, because they wait at the same time.
 * @returns a function that takes the answers to one address: one after the other, the last one for ever. */
export function scriptedFiles(): (answers: readonly Answer[]) => ScriptedFile {
  const served = new Map<
    string,
    { readonly answers: readonly Answer[]; readonly asked: IncomingMessage[] }
  >();
  const server = createServer((request, response) => {
    const { answers = [], asked = [] } = served.get(request.url?.split('?')[0] ?? '') ?? {};
    asked.push(request);
    answers[Math.min(asked.length, answers.length) - 1]?.(response, request);
  });
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return (answers) => {
    const path = `/model-${served.size}`;
    const asked: IncomingMessage[] = [];
    served.set(path, { answers, asked });
    return { url: `${origin}${path}`, path, asked };
  };
}
