import type { Locale, Notice } from '../../src/core/types.js';
import { hashCanonical } from '../../src/envelope/canonical.js';
import type { Database } from './database.js';
import { notices } from './schema.js';

/** Records the notices that are served from now on, and returns their hashes by locale. */
export async function registerNotices(
  database: Database,
  served: Readonly<Record<Locale, Notice>>,
  now: Date,
): Promise<ReadonlyMap<Locale, string>> {
  const rows = await Promise.all(
    Object.entries(served).map(async ([locale, notice]) => ({
      noticeHash: await hashCanonical(notice),
      locale,
      version: notice.version,
      notice,
      firstServedAt: now,
    })),
  );
  await database.insert(notices).values(rows).onConflictDoNothing();
  return new Map(rows.map(({ locale, noticeHash }) => [locale, noticeHash]));
}
