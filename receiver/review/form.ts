import * as v from 'valibot';
import { isInstant } from '../store/columns.js';
import { ACT_KINDS, type Act } from '../store/decide-case.js';
import type { ActKind } from './words.js';

export const MAX_REASON_LENGTH = 500;

export type FormField = 'outcome' | 'reason' | 'until';

export interface FormFault {
  readonly field: FormField;
  /** In words, for the reviewer. */
  readonly message: string;
}

/** As it stood in the form's fields. */
export interface TypedForm {
  readonly outcome: ActKind | null;
  readonly reason: string;
  /** YYYY-MM-DD, or empty. */
  readonly until: string;
}

export const EMPTY_FORM: TypedForm = { outcome: null, reason: '', until: '' };

const line = v.pipe(v.string(), v.trim(), v.maxLength(MAX_REASON_LENGTH), v.regex(/^[^\0]*$/));

/** Every field of the form, and no other. */
export const ReviewFormSchema = v.strictObject({
  token: v.string(),
  revision: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  outcome: v.optional(v.picklist(ACT_KINDS)),
  reason: v.optional(line, ''),
  until: v.optional(v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/)), ''),
});
export type ReviewForm = v.InferOutput<typeof ReviewFormSchema>;

const DAY_MS = 86_400_000;

/** The end of that day (UTC); null for a day that the calendar does not have, or that no database can store. */
function endOf(day: string): Date | null {
  const start = new Date(`${day}T00:00:00.000Z`);
  const exists = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(day);
  const end = new Date(start.getTime() + DAY_MS);
  return exists && isInstant(end) ? end : null;
}

export type ReadAct =
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'faults'; readonly faults: readonly FormFault[] };

/** What the reviewer found, or what is missing. */
export function actOf({ outcome, reason, until }: ReviewForm, now: Date): ReadAct {
  if (outcome === undefined) return faults({ field: 'outcome', message: 'Choose what you found.' });
  if (outcome !== 'allowed_second_account') return { kind: 'act', act: { kind: outcome } };
  const expiresAt = until === '' ? null : endOf(until);
  const found: FormFault[] = [];
  if (reason === '') found.push({ field: 'reason', message: 'Write why a second account is allowed.' });
  if (until !== '' && (expiresAt === null || expiresAt <= now)) {
    found.push({ field: 'until', message: 'Enter a date in the future, or leave the field empty.' });
  }
  return found.length > 0 ? faults(...found) : { kind: 'act', act: { kind: outcome, reason, expiresAt } };
}

function faults(...found: readonly FormFault[]): ReadAct {
  return { kind: 'faults', faults: found };
}
