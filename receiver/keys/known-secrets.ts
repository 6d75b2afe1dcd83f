import type { Random } from '../options.js';
import type { Database } from '../store/database.js';
import { recall, remember } from '../store/memory.js';
import { isEmpty } from '../store/verifications.js';
import type { SecretStore } from './secret-store.js';
import { fingerprintOf, KeyLostError, loadSecrets, type SecretName, type Secrets } from './secrets.js';

/** What is stored under these cannot be read, withdrawn, or told from another seller's with others. */
const BINDING: readonly SecretName[] = ['storage', 'token', 'principal'];

export interface KnownSecrets {
  readonly store: SecretStore;
  readonly random: Random;
  readonly database: Database;
  /** Whether another receiver may work on this database, with the keys that it remembers. */
  readonly isShared: boolean;
}

/** Reads the secrets, and makes sure that they are those that the database's records were made with. New ones are made
 * for an empty database alone. One receiver of a deployment at a time.
 * @throws KeyLostError */
export async function loadKnownSecrets({
  store,
  random,
  database,
  isShared,
}: KnownSecrets): Promise<Secrets> {
  const secrets = await loadSecrets(store, random, { mayMake: await isEmpty(database) });
  for (const name of BINDING) {
    const fingerprint = fingerprintOf(secrets[name]);
    const known = await recall(database, `${name}.key`);
    if (known === fingerprint) continue;
    const place = store.placeOf(`${name}.key`);
    if (known !== null && !(await isEmpty(database))) throw new KeyLostError(place, 'another');
    // An empty database has nothing that another key could not read; but another receiver may be about to store something.
    if (known !== null && isShared) throw new KeyLostError(place, 'not_shared');
    await remember(database, `${name}.key`, fingerprint);
  }
  return secrets;
}
