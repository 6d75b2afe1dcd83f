import type { Context } from 'hono';

/** What `Authorization: Bearer …` holds, where it may be a token or a nonce of the receiver (base64url); else nothing. */
export function bearerIn({ req }: Context): string {
  const [, token = ''] = /^Bearer +([A-Za-z0-9_-]+)$/i.exec(req.header('authorization') ?? '') ?? [];
  return token;
}
