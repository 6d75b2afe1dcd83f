import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Column types that several tables use. */

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
