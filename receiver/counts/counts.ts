import * as v from 'valibot';
import { count } from '../../src/envelope/primitives.js';

/** What is published of the receiver's work: numbers by month, and no number so small that it might be about somebody. */

/** Numbers from 1 to this less one are not told apart. */
export const SMALLEST_SHOWN = 5;

export const COUNTED = [
  'verifications',
  'optOuts',
  'searches',
  'hits',
  'overturnedHits',
  'withdrawals',
] as const;
export type Counted = (typeof COUNTED)[number];

const shown = v.union([count, v.literal('fewer than 5')]);

export const MonthSchema = v.strictObject({
  /** YYYY-MM, of UTC. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/)),
  verifications: shown,
  optOuts: shown,
  /** Of those: compared with other sellers. */
  searches: shown,
  /** Of those: somebody was alike. */
  hits: shown,
  /** Cases in which a person found, in this month, that they were two people. */
  overturnedHits: shown,
  withdrawals: shown,
});
export const CountsSchema = v.strictObject({ audience: v.string(), months: v.array(MonthSchema) });

export type ShownCount = v.InferOutput<typeof shown>;
export type Month = v.InferOutput<typeof MonthSchema>;
export type Counts = v.InferOutput<typeof CountsSchema>;

/** As it may be published. */
export function shownCount(exact: number): ShownCount {
  return exact > 0 && exact < SMALLEST_SHOWN ? 'fewer than 5' : exact;
}

/** The first moment of the running month (UTC). What is counted ended before it. */
export function startOfMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}
