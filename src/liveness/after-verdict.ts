import type { CheckId, CheckResult, ReasonCode, Verdict } from '../core/verdict.js';
import { isDispensable } from './verdict.js';

/** What follows from a verdict (the table in liveness.md). */
export type AfterVerdict =
  | { readonly kind: 'send' }
  /** A check is suspicious: it may be sent, and a person will look. */
  | { readonly kind: 'send-flagged'; readonly reasons: readonly ReasonCode[] }
  /** Nothing could be decided: sent only if the seller wants to, and a person will look. */
  | { readonly kind: 'send-by-choice'; readonly reasons: readonly ReasonCode[] }
  /** Nothing is sent: the seller can do better. */
  | { readonly kind: 'redo'; readonly reasons: readonly ReasonCode[] };

/** The checks whose failure the seller can put right by trying again. */
const CORRECTABLE: readonly CheckId[] = ['one-face', 'quality', 'challenge'];

function reasonsOf(checks: readonly CheckResult[]): readonly ReasonCode[] {
  return [...new Set(checks.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))];
}

/** @param accepted - what the seller could not put right: not held against them, and a person looks. */
export function afterVerdict(verdict: Verdict, accepted: ReasonCode | null = null): AfterVerdict {
  const failed = verdict.checks.filter((check) => check.band === 'fail');
  const correctable = failed.filter(({ id, reason }) => CORRECTABLE.includes(id) && reason !== accepted);
  if (correctable.length > 0) return { kind: 'redo', reasons: reasonsOf(correctable) };
  const suspicious = failed.filter(({ id }) => !CORRECTABLE.includes(id));
  if (suspicious.length > 0) return { kind: 'send-flagged', reasons: reasonsOf(failed) };
  if (verdict.verdict === 'live') return { kind: 'send' };
  const unanswered = verdict.checks.filter((check) => check.band === 'absent' && !isDispensable(check));
  return { kind: 'send-by-choice', reasons: reasonsOf([...failed, ...unanswered]) };
}
