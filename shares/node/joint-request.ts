import { createHash } from 'node:crypto';
import { fromBase64Url } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { ShareError } from '../errors.js';
import { WORD_BYTES, wordsOf } from '../ring.js';
import { openShare, type Seat } from '../sealed/open.js';
import type { ArithmeticShares } from '../sharing.js';
import type { Caller } from './config.js';
import type { AskedTogether, Given } from './messages.js';
import type { Row } from './row-block.js';

/** What the three are asked to do together, with this operator's own shares. */
export type JointRequest = {
  readonly request: string;
  /** A digest of what must be asked of all three alike: of the shares only what they were sealed under. */
  readonly job: string;
  readonly caller: Caller;
} & (
  | { readonly kind: 'compare'; readonly parts: string | null; readonly probe: ArithmeticShares }
  | { readonly kind: 'admit'; readonly parts: string | null; readonly row: Row }
  | { readonly kind: 'enrol'; readonly rows: readonly Row[] }
  | { readonly kind: 'refresh' }
);

/** How this operator comes by its shares. */
export interface Opener {
  readonly dim: number;
  /** Null: whoever asks has split the template itself, and hands the shares over as they are. */
  readonly seat: Seat | null;
}

/** @throws {@link ShareError} `shares.bad_input` unless each component has `dim` words, or where sealed shares are wanted and others come,
 * or the other way round; `shares.not_opened`. */
export async function openRequest(
  asked: AskedTogether,
  caller: Caller,
  opener: Opener,
): Promise<JointRequest> {
  const { kind, request } = asked;
  switch (kind) {
    case 'compare':
      return {
        kind,
        request,
        caller,
        job: jobOf(kind, [], [asked.shares]),
        parts: partsDigest(asked.shares),
        probe: await openGiven(asked.shares, opener),
      };
    case 'admit': {
      const { id, shares } = asked.template;
      return {
        kind,
        request,
        caller,
        job: jobOf(kind, [id], [shares]),
        parts: partsDigest(shares),
        row: { id, shares: await openGiven(shares, opener) },
      };
    }
    case 'enrol': {
      const { templates } = asked;
      const ids = templates.map(({ id }) => id);
      const rows = templates.map(async ({ id, shares }) => ({ id, shares: await openGiven(shares, opener) }));
      const job = jobOf(
        kind,
        ids,
        templates.map(({ shares }) => shares),
      );
      return { kind, request, caller, job, rows: await Promise.all(rows) };
    }
    case 'refresh':
      return { kind, request, caller, job: jobOf(kind, [], []) };
    default:
      return kind satisfies never;
  }
}

/** What is to be stored when it has been done. */
export function newRowsOf(request: JointRequest): readonly Row[] {
  switch (request.kind) {
    case 'admit':
      return [request.row];
    case 'enrol':
      return request.rows;
    case 'compare':
    case 'refresh':
      return [];
    default:
      return request satisfies never;
  }
}

function jobOf(kind: string, ids: readonly string[], given: readonly Given[]): string {
  const headers = given.map((one) => ('sealed' in one ? one.sealed.header : null));
  return createHash('sha256').update(canonicalBytes({ kind, ids, headers })).digest('hex');
}

/** Of the salted commitments, so it says nothing of the face; the same wherever these parts are sent again. */
function partsDigest(given: Given): string | null {
  if (!('sealed' in given)) return null;
  const { commitments } = given.sealed.header.sharing;
  return createHash('sha256').update(canonicalBytes(commitments)).digest('base64url');
}

function openGiven(given: Given, { seat, dim }: Opener): Promise<ArithmeticShares> {
  if ('sealed' in given && seat !== null) return openShare(given.sealed, seat);
  if (!('sealed' in given) && seat === null) return Promise.resolve(plainShares(given, dim));
  const wanted = seat === null ? 'shares as they are' : 'sealed shares';
  return Promise.reject(new ShareError('shares.bad_input', { detail: `${wanted} are wanted` }));
}

function plainShares(
  { own, next }: Exclude<Given, { readonly sealed: unknown }>,
  dim: number,
): ArithmeticShares {
  try {
    const words = (text: string) => wordsOf(fromBase64Url(text), dim);
    return { kind: 'arithmetic', own: words(own), next: words(next) };
  } catch (cause) {
    throw new ShareError('shares.bad_input', { cause, detail: `shares of ${dim * WORD_BYTES} bytes` });
  }
}
