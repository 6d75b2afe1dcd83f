import * as afterConsent from './after-consent.js';
import { assembleTransport, type Transport, type TransportOptions } from './assemble.js';

export type { SentSession, Transport, TransportOptions } from './assemble.js';

/** All that is said to the receiver, where it is there at once. */
export function createTransport(options: TransportOptions): Transport {
  return assembleTransport(options, async () => afterConsent);
}
