import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Database } from './database.js';
import { exemptions } from './schema.js';

/** Whom a holder is exempted with now: their templates do not hit each other. */
export async function exemptedWith(
  database: Database,
  holder: string,
  now: Date,
): Promise<ReadonlySet<string>> {
  const { left, right, expiresAt } = exemptions;
  const rows = await database
    .select({ left, right })
    .from(exemptions)
    .where(and(or(eq(left, holder), eq(right, holder)), or(isNull(expiresAt), gt(expiresAt, now))));
  return new Set(rows.map((row) => (row.left === holder ? row.right : row.left)));
}
