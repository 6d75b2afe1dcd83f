import { createHash } from 'node:crypto';
import * as v from 'valibot';

/** Standard Webhooks: 24–64 bytes, base64, after `whsec_`. */
const secret = v.pipe(
  v.string(),
  v.regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, 'is not whsec_ and base64'),
  v.check((text) => {
    const { length } = keyOf(text);
    return length >= 24 && length <= 64;
  }, 'is not of 24 to 64 bytes'),
);

/** Where the marketplace's backend is told what happened. */
export const WebhookEndpointSchema = v.strictObject({
  /** `https`; on this machine `http` as well. */
  url: v.pipe(v.string(), v.maxLength(2_000), v.check(isUsable, 'is not https, nor http on this machine')),
  /** Newest first: each signs every message, so that the one before can be taken back once everyone knows the new one. */
  secrets: v.pipe(v.array(secret), v.minLength(1), v.maxLength(4)),
  /** Whether the address may lie in a private network. Default false. */
  allowPrivateNetwork: v.optional(v.boolean(), false),
});

/** Where the marketplace's backend is told what happened. */
export interface WebhookEndpoint {
  /** `https`; on this machine `http` as well. */
  readonly url: string;
  /** Standard Webhooks, `whsec_…`, newest first: each signs every message. */
  readonly secrets: readonly string[];
  /** Whether the address may lie in a private network. Default false. */
  readonly allowPrivateNetwork?: boolean | undefined;
}

export type CheckedEndpoint = v.InferOutput<typeof WebhookEndpointSchema>;

/** The bytes of a secret. */
export function keyOf(text: string): Buffer {
  return Buffer.from(text.replace(/^whsec_/, ''), 'base64');
}

/** Names an endpoint in the database and the log without its address, which may hold a password. */
export function endpointId({ url }: Pick<CheckedEndpoint, 'url'>): string {
  return createHash('sha256').update(url).digest('base64url').slice(0, 16);
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether the operator named this machine itself. */
export function isLoopbackUrl({ hostname }: URL): boolean {
  return LOOPBACK.includes(hostname);
}

function isUsable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackUrl(url));
}
