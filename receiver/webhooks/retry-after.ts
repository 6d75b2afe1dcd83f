import { LONGEST_MS } from './schedule.js';

/** The three forms of a date that RFC 9110 §5.6.7 lets an answer have; the last one, of `asctime`, names no zone, and means UTC. */
const DATES = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];
const MOST_S = LONGEST_MS / 1_000;

/** What `Retry-After` asks to wait, s: seconds, or a date by this clock; at most six hours, whatever it asks.
 * @returns null where it asks nothing, or not in a form that there is. */
export function retryAfterS(text: string | undefined, now: Date): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Math.min(MOST_S, Number(text));
  if (!DATES.some((form) => form.test(text))) return null;
  const atMs = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  if (Number.isNaN(atMs)) return null;
  return Math.min(MOST_S, Math.max(0, Math.ceil((atMs - now.getTime()) / 1_000)));
}
