import type { Random } from '../options.js';
import type { Database } from '../store/database.js';
import { recall, remember } from '../store/memory.js';
import { isEmpty } from '../store/verifications.js';
import {
  fingerprintOf,
  KeyLostError,
  loadSecrets,
  type SecretName,
  type Secrets,
  secretPath,
} from './secrets.js';

/** What is stored under these cannot be read, withdrawn, or told from another seller's with others. */
const BINDING: readonly SecretName[] = ['storage', 'token', 'principal'];

/** Reads the secrets, and makes sure that they are those that the database's records were made with. New ones are made
 * for an empty database alone.
 * @throws KeyLostError */
export async function loadKnownSecrets(folder: string, random: Random, database: Database): Promise<Secrets> {
  const secrets = await loadSecrets(folder, random, { mayMake: await isEmpty(database) });
  for (const name of BINDING) {
    const fingerprint = fingerprintOf(secrets[name]);
    const known = await recall(database, `${name}.key`);
    if (known === fingerprint) continue;
    // An empty database has nothing that another key could not read.
    if (known !== null && !(await isEmpty(database)))
      throw new KeyLostError(secretPath(folder, name), 'another');
    await remember(database, `${name}.key`, fingerprint);
  }
  return secrets;
}
