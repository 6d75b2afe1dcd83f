import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Column types that several tables use. */

/** PostgreSQL has no year 0, and writes those beyond 9999 as `Date` does not read them. */
const FIRST = new Date('0001-01-01T00:00:00.000Z');
const LAST = new Date('9999-12-31T23:59:59.999Z');

/** Whether an {@link instant} can hold it: what was read from outside may be no date at all. */
export function isInstant(at: Date): boolean {
  return at >= FIRST && at <= LAST;
}

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
