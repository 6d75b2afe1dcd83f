import * as v from 'valibot';
import type { CaseSummary } from '../review/case-view.js';
import type { Cursor, Shown } from '../store/case-queue.js';
import { isInstant } from '../store/columns.js';
import { ACT_KINDS, type Act } from '../store/decide-case.js';

/** What an operator may ask, closed. */

const AFTER = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const CasesQuerySchema = v.strictObject({
  state: v.optional(v.picklist(['waiting', 'closed']), 'waiting'),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(200)),
    '50',
  ),
  after: v.optional(
    v.pipe(
      v.string(),
      v.regex(AFTER),
      v.transform(cursorIn),
      v.check(({ at }) => isInstant(at)),
    ),
  ),
});

function cursorIn(text: string): Cursor {
  const [time = '', caseId = ''] = text.split('~');
  return { at: new Date(time), caseId };
}

/** Of the page after; null where there is none. */
export function cursorAfter(shown: Shown, last: CaseSummary | undefined): string | null {
  const at = shown === 'waiting' ? last?.openedAt : last?.decidedAt;
  return last === undefined || at == null ? null : `${at.toISOString()}~${last.caseId}`;
}

export const ActRequestSchema = v.strictObject({
  /** That was looked at. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  outcome: v.picklist(ACT_KINDS),
  /** Who decided: a person. Kept as a keyed hash. */
  reviewer: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(256)),
  /** Of an allowed second account, and of nothing else. */
  reason: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))),
  expiresAt: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.isoTimestamp(),
        v.check((text) => isInstant(new Date(text))),
      ),
    ),
  ),
});

/** @returns null where the parts do not go together. */
export function actOf(
  { outcome, reason, expiresAt = null }: v.InferOutput<typeof ActRequestSchema>,
  now: Date,
): Act | null {
  if (outcome !== 'allowed_second_account')
    return reason === undefined && expiresAt === null ? { kind: outcome } : null;
  const end = expiresAt === null ? null : new Date(expiresAt);
  return reason === undefined || (end !== null && end <= now)
    ? null
    : { kind: outcome, reason, expiresAt: end };
}
