import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { unreachable } from '../../src/core/unreachable.js';
import type { Agrees, Proven } from '../../src/envelope/agrees.js';
import { isSame } from '../keys/constant-time.js';

/** A person who may review cases, as the host knows them by its own login. */
export interface Reviewer {
  /** As the host names them, 1–256 characters. Kept as a keyed hash. */
  readonly reviewer: string;
}

/** The host's own login: who asks, or null for nobody who may review. */
export type AuthorizeReviewer = (request: Request) => Reviewer | null | Promise<Reviewer | null>;

export const ReviewAccessSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('host'),
    authorizeReviewer: v.custom<AuthorizeReviewer>((given) => typeof given === 'function', 'is no function'),
  }),
  v.strictObject({
    kind: v.literal('token'),
    token: v.pipe(v.string(), v.regex(/^[\w-]{16,256}$/, 'is not 16 to 256 letters, digits, _ and -')),
  }),
]);
/** Who may review. `token`: one secret for whoever runs the receiver; `/login?token=…` takes it and gives a cookie. */
export type ReviewAccess =
  | { readonly kind: 'host'; readonly authorizeReviewer: AuthorizeReviewer }
  | { readonly kind: 'token'; readonly token: string };

/** Fails to compile when they drift apart. */
export type ReviewAccessAgrees = Proven<Agrees<v.InferOutput<typeof ReviewAccessSchema>, ReviewAccess>>;

/** A token that nobody guesses. base64url. */
export function newReviewToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Where a reviewer begins.
 * @param url - of the pages' port, without a closing slash.
 * @example
 * const address = reviewAddress('https://review.shop.example', { kind: 'token', token }); */
export function reviewAddress(url: string, access: ReviewAccess): string {
  return access.kind === 'token' ? `${url}/login?token=${access.token}` : `${url}/`;
}

/** For the token's holder. */
const LOCAL_REVIEWER: Reviewer = { reviewer: 'local' };
export const COOKIE = 'candor_review';

/** What the cookie holds: nothing that opens `/login` elsewhere. base64url. */
export function cookieFor(token: string): string {
  return createHash('sha256').update(`candor/review-cookie/1\n${token}`).digest('base64url');
}

/** @param cookie - of {@link COOKIE}. */
export async function reviewerIn(
  access: ReviewAccess,
  request: Request,
  cookie: string | undefined,
): Promise<Reviewer | null> {
  switch (access.kind) {
    case 'host':
      return access.authorizeReviewer(request);
    case 'token':
      return isSame(cookie ?? '', cookieFor(access.token)) ? LOCAL_REVIEWER : null;
    default:
      return unreachable(access);
  }
}
