import { sql } from 'drizzle-orm';
import { keyPlaceOf } from '../keys/key-place.js';
import type { MasterKeys } from '../keys/master-keys.js';
import type { ReceiverConfig } from '../options.js';
import type { Database } from '../store/database.js';
import { deploymentSecrets, keySlots } from '../store/schema.js';
import type { Finding } from './finding.js';

/** What the database holds under which master key. Nothing where the keys are in a folder. */
export async function findInMasterKeys(
  database: Database,
  config: ReceiverConfig,
): Promise<readonly Finding[]> {
  const place = keyPlaceOf(config);
  if (place.kind !== 'database') return [];
  const counts = new Map<string, number>();
  for (const table of [deploymentSecrets, keySlots]) {
    const { masterKeyId } = table;
    const rows = await database
      .select({ masterKeyId, count: sql<number>`count(*)::int` })
      .from(table)
      .groupBy(masterKeyId);
    for (const row of rows) counts.set(row.masterKeyId, (counts.get(row.masterKeyId) ?? 0) + row.count);
  }
  return [...counts].map(([id, count]) => findingOf(place.masterKeys, id, count));
}

function findingOf(masterKeys: MasterKeys, id: string, count: number): Finding {
  const what = 'keys';
  if (id === masterKeys.currentId)
    return { kind: 'ok', what, words: `${count} are wrapped by the first master key, ${id}` };
  if (masterKeys.has(id)) {
    const words = `${count} are still wrapped by the master key ${id}: candor-receiver keys rotate`;
    return { kind: 'warning', what, words };
  }
  return { kind: 'fault', what, words: `${count} are wrapped by the master key ${id}, which was not given` };
}
