import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type TLSSocket } from 'node:tls';
import { withDeadline } from '../../src/core/abort.js';
import { ShareError } from '../errors.js';

/** Mutually authenticated TLS 1.3. Each side knows the other by the SHA-256 of its certificate and by nothing else: no authority, no
 * name, no date is looked at, so a certificate may be self-signed, and is replaced by changing the pins. That the other side has the
 * certificate's key, TLS itself proves. */

export interface Identity {
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Upper-case hexadecimal bytes with colons between them, as `openssl x509 -fingerprint -sha256` prints them. */
export type Fingerprint = string;

export function fingerprintOf(certificate: string): Fingerprint {
  return new X509Certificate(certificate).fingerprint256;
}

function pinOf(socket: TLSSocket): Fingerprint | null {
  return socket.getPeerX509Certificate()?.fingerprint256 ?? null;
}

/** Connects, and lets go again unless the other side has the pinned certificate.
 * @throws {@link ShareError} `shares.unknown_certificate`, `shares.timeout`, the signal's reason, or why there is no connection. */
export function dial(
  { host, port }: Address,
  { certificate, key }: Identity,
  pin: Fingerprint,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<TLSSocket> {
  const { timeoutMs, signal } = options;
  const late = (): Error => new ShareError('shares.timeout', { detail: `connecting, ${timeoutMs} ms` });
  return withDeadline(timeoutMs, signal, late, async (within) => {
    const socket = connect({
      host,
      port,
      cert: certificate,
      key,
      minVersion: 'TLSv1.3',
      // The pin below decides, before a byte is sent.
      rejectUnauthorized: false,
    });
    within.addEventListener('abort', () => socket.destroy(), { once: true });
    // `once` below rejects on the first error; one after it is the connection's end.
    socket.on('error', () => {});
    await once(socket, 'secureConnect', { signal: within });
    if (pinOf(socket) === pin) return socket;
    socket.destroy();
    throw new ShareError('shares.unknown_certificate');
  });
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** @param welcome - gets each connection with the pin of whoever made it; it destroys those of strangers. */
export async function listen(
  { host, port }: Address,
  { certificate, key }: Identity,
  handshakeTimeoutMs: number,
  welcome: (socket: TLSSocket, pin: Fingerprint | null) => void,
): Promise<Listening> {
  const server = createServer(
    {
      cert: certificate,
      key,
      minVersion: 'TLSv1.3',
      requestCert: true,
      rejectUnauthorized: false,
      handshakeTimeout: handshakeTimeoutMs,
    },
    (socket) => {
      socket.on('error', () => {});
      welcome(socket, pinOf(socket));
    },
  );
  server.listen(port, host);
  await once(server, 'listening');
  return { port: portOf(server), close: () => closed(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return address.port;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
