import { createHmac } from 'node:crypto';
import { keyOf } from './endpoint.js';

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */

export interface Unsigned {
  readonly messageId: string;
  /** Of this attempt. */
  readonly at: Date;
  /** As it is sent. */
  readonly body: string;
}

/** The three headers, with one signature for each secret. */
export function signedHeaders(
  { messageId, at, body }: Unsigned,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const mac = createHmac('sha256', keyOf(secret)).update(`${messageId}.${timestamp}.${body}`);
    return `v1,${mac.digest('base64')}`;
  });
  return {
    'webhook-id': messageId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
