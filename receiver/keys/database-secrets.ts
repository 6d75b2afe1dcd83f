import { eq } from 'drizzle-orm';
import type { Database } from '../store/database.js';
import { deploymentSecrets } from '../store/schema.js';
import type { MasterKeys } from './master-keys.js';
import type { SecretStore } from './secret-store.js';

/** One row for each entry, wrapped by the master key. */
export function databaseSecrets(database: Database, masterKeys: MasterKeys): SecretStore {
  return {
    placeOf: (entry) => `${entry} in the database`,
    read: async (entry) => {
      const [row] = await database
        .select()
        .from(deploymentSecrets)
        .where(eq(deploymentSecrets.name, entry))
        .limit(1);
      return row === undefined ? null : masterKeys.unwrap(entry, row);
    },
    write: async (entry, content) => {
      const wrapped = masterKeys.wrap(entry, content);
      await database
        .insert(deploymentSecrets)
        .values({ name: entry, ...wrapped })
        .onConflictDoUpdate({ target: deploymentSecrets.name, set: wrapped });
    },
  };
}
