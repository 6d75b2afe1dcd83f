import type { Locale, Threshold } from '../../src/core/types.js';
import { hashCanonical } from '../../src/envelope/canonical.js';
import type { ReceiverConfig } from '../options.js';
import { type AuditEntry, appendAudit } from './audit-log.js';
import type { Database } from './database.js';
import { rememberChange } from './memory.js';

/** What the audit log says of the deployment itself: once for each change, whichever receiver serves it first. */

type Served = Pick<ReceiverConfig, 'notices' | 'threshold'>;

/** For a start: notices and threshold, where they are not those that were served before.
 * @param hashes - of the notices, by locale. */
export async function logServed(
  database: Database,
  { notices, threshold }: Served,
  hashes: ReadonlyMap<Locale, string>,
  at: Date,
): Promise<void> {
  const set = await thresholdEntry(threshold, at);
  await database.transaction(async (transaction) => {
    const changed: AuditEntry[] = [];
    // In one order, so that no two receivers wait for each other.
    for (const [locale, about] of [...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (!(await rememberChange(transaction, `notice.${locale}`, about))) continue;
      const details = { locale, version: notices[locale]?.version ?? null };
      changed.push({ kind: 'notice.served', about, at, details });
    }
    if (await rememberChange(transaction, 'threshold', set.about)) changed.push(set);
    await appendAudit(transaction, changed);
  });
}

async function thresholdEntry(threshold: Threshold, at: Date): Promise<AuditEntry> {
  const { value, modelId, modelSha256, fmr, fnmr, n } = threshold;
  const details = { value, modelId, modelSha256, fmr, fnmr, n };
  return { kind: 'threshold.set', about: await hashCanonical(threshold), at, details };
}

/** Another list of the pairs that envelopes are sealed for, by its number. */
export async function logKeyList(database: Database, name: string, seq: number, at: Date): Promise<void> {
  await database.transaction(async (transaction) => {
    if (!(await rememberChange(transaction, name, String(seq)))) return;
    await appendAudit(transaction, [{ kind: 'keys.rotated', about: `seq-${seq}`, at }]);
  });
}
