import type { Objection } from '../envelope/review.js';
import type { StoredRecord } from '../envelope/wire.js';

/** A record that was read before the seller objected, as it is now: the text is in it, and the case before a person again. */
export function withObjection(
  record: StoredRecord | null,
  text: string,
  { objectionId, at }: Objection,
): StoredRecord | null {
  if (record === null) return null;
  const review = record.review ?? { outcome: null, reviewerKind: null, decidedAt: null };
  // A record that was read after the answer was lost has it already.
  const others = (record.objections ?? []).filter((known) => known.objectionId !== objectionId);
  const objections = [...others, { objectionId, text, at }];
  return { ...record, objections, review: { ...review, state: 'open' } };
}
