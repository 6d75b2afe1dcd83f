import type { ReceiverClock } from '../core/receiver-clock.js';
import { check } from '../envelope/check.js';
import { time } from '../envelope/primitives.js';
import type { Answer } from './call.js';

/** Lets the clock learn from what an answer says of the time: its `now`, and only where it has none its `Date`, which a
 * proxy with a clock of its own may have written.
 * @param mayBeOld - whether a cache may have kept the answer. */
export function learnTime(clock: ReceiverClock, { json, timing }: Answer, mayBeOld: boolean): void {
  const { roundTripMs, dateMs, ageMs } = timing;
  const saidMs = nowOf(json) ?? dateMs;
  if (saidMs !== null) clock.learn({ atMs: saidMs + ageMs, roundTripMs, mayBeOld });
}

/** For answers whose body says no time: their `Date` is better than nothing, and worse than whatever was stated before. */
export function learnDate(clock: ReceiverClock, answer: Answer, mayBeOld: boolean): void {
  if (clock.stated() === null) learnTime(clock, answer, mayBeOld);
}

/** Before the rest is validated, because keys are judged by it. */
function nowOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('now' in json)) return null;
  const now = check(time, json.now);
  return now.ok ? Date.parse(now.value) : null;
}
