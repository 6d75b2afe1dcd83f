import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type CheckedEndpoint, isLoopbackUrl } from './endpoint.js';
import { isPrivateAddress } from './private-address.js';

/** From the first byte to the answer's headers, ms. */
const TIMEOUT_MS = 10_000;

/** The endpoint's name leads into a private network, which it was not allowed to. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'webhook.private_address';

  constructor() {
    super('the address lies in a private network');
  }
}

export interface Posted {
  readonly status: number;
  /** `Retry-After`, as it was answered. */
  readonly retryAfter: string | undefined;
}

/** One attempt. Follows no redirect, reads no answer's body. The name is looked up and judged for the very connection that
 * is made, so that it cannot lead elsewhere in between.
 * @throws {@link PrivateAddressError}, the signal's reason, or what the network throws. */
export function post(
  { url, allowPrivateNetwork }: CheckedEndpoint,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<Posted> {
  const target = new URL(url);
  const mayBePrivate = allowPrivateNetwork || isLoopbackUrl(target);
  const literal = target.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !mayBePrivate && isPrivateAddress(literal))
    return Promise.reject(new PrivateAddressError());
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(
      target,
      {
        method: 'POST',
        // Not kept alive: messages are rare.
        agent: false,
        headers: {
          ...headers,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'candor-receiver',
        },
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        ...(mayBePrivate ? {} : { lookup: publicLookup }),
      },
      (response) => {
        const { statusCode: status = 0, headers: answered } = response;
        // Whatever it says besides the status is not for us.
        response.destroy();
        resolve({ status, retryAfter: answered['retry-after'] });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** As `dns.lookup`, but refuses when any of the addresses is private. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupOptions & { all: true } = { ...options, all: true };
  lookup(hostname, all, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) callback(error ?? new Error('no address'), '', 0);
    else if (addresses.some(({ address }) => isPrivateAddress(address)))
      callback(new PrivateAddressError(), '', 0);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
