import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a phone's line is like. */
export interface Line {
  /** Down, for everything together. */
  readonly kbitPerS: number;
  /** From a request to the first byte of its answer, ms. */
  readonly roundTripMs: number;
}

export interface Relay {
  readonly port: number;
  /** Bytes that have come down so far, headers among them. */
  bytes(): number;
  close(): Promise<void>;
}

/** Passes connections on to a local port as a slow line would: the bytes of all of them one after the other, at its rate. What goes up
 * waits for the round trip and is not slowed down otherwise. */
export async function relayTo(port: number, { kbitPerS, roundTripMs }: Line): Promise<Relay> {
  const bytesPerMs = kbitPerS / 8;
  let passed = 0;
  let freeAtMs = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
    near.on('data', (chunk) => void setTimeout(() => far.write(chunk), roundTripMs));
    far.on('data', (chunk) => {
      far.pause();
      const nowMs = performance.now();
      freeAtMs = Math.max(nowMs, freeAtMs) + chunk.length / bytesPerMs;
      passed += chunk.length;
      setTimeout(() => {
        near.write(chunk);
        far.resume();
      }, freeAtMs - nowMs);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo; // a listening TCP server has one
  return {
    port: address.port,
    bytes: () => passed,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
