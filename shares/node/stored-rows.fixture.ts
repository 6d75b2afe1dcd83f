import { readFile } from 'node:fs/promises';
import type { Party } from '../party.js';
import type { ShareNodeConfig } from './config.js';
import { openDatabase } from './open-database.js';
import type { Row } from './row-block.js';
import { Store } from './store.js';

/** Every row that a node has stored, opened. It must not run. */
export async function storedRows(
  config: Pick<ShareNodeConfig, 'dataDir' | 'storageKeyFile' | 'database' | 'model'> & {
    readonly party: Party;
  },
): Promise<readonly Row[]> {
  const { dataDir, storageKeyFile, party, model, database = { kind: 'pglite' } } = config;
  const storageKey = await readFile(storageKeyFile);
  const signal = new AbortController().signal;
  const opened = await openDatabase({ dataDir, database, name: 'a test', signal });
  const store = await Store.open(opened, { dataDir, storageKey, party, model });
  try {
    const rows = [];
    for await (const page of store.rows()) rows.push(...page);
    return rows;
  } finally {
    await store.close();
  }
}
