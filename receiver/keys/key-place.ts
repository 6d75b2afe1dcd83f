import { join } from 'node:path';
import { fromBase64Url } from '../../src/core/bytes.js';
import type { ReceiverConfig } from '../options.js';
import type { OpenDatabase } from '../store/database.js';
import { databaseSecrets } from './database-secrets.js';
import { MasterKeys } from './master-keys.js';
import {
  folderSecrets,
  openFolderSecrets,
  type SecretEntry,
  type SecretStore,
  withGiven,
} from './secret-store.js';

/** Where a deployment keeps its secrets and slots (docs/several-receivers.md). */
export type KeyPlace =
  /** One receiver's own, which nobody else writes to. */
  | { readonly kind: 'own_folder'; readonly folder: string }
  /** One that several receivers of one database have mounted. */
  | { readonly kind: 'shared_folder'; readonly folder: string }
  /** The database that they share, where a master key wraps them. */
  | { readonly kind: 'database'; readonly masterKeys: MasterKeys };

type Config = Pick<ReceiverConfig, 'dataDir' | 'keysDir' | 'masterKeys' | 'secretKeys' | 'random'>;

export function keyPlaceOf({ dataDir, keysDir, masterKeys, random }: Config): KeyPlace {
  if (masterKeys !== undefined) return { kind: 'database', masterKeys: new MasterKeys(masterKeys, random) };
  return keysDir === undefined
    ? { kind: 'own_folder', folder: join(dataDir, 'keys') }
    : { kind: 'shared_folder', folder: keysDir };
}

/** The folder of that place, or null where it is the database. */
export function folderOf(place: KeyPlace): string | null {
  return place.kind === 'database' ? null : place.folder;
}

/** Opens the secret store; makes its folder where there is one. */
export async function openSecretStore(
  config: Config,
  place: KeyPlace,
  open: Pick<OpenDatabase, 'database' | 'shared'>,
): Promise<SecretStore> {
  const store =
    place.kind === 'database'
      ? databaseSecrets(open.shared?.aside ?? open.database, place.masterKeys)
      : await openFolderSecrets(place.folder);
  return withGiven(store, givenIn(config));
}

/** To look at, without making anything. */
export function peekSecretStore(config: Config, open: Pick<OpenDatabase, 'database'>): SecretStore {
  const place = keyPlaceOf(config);
  const store =
    place.kind === 'database'
      ? databaseSecrets(open.database, place.masterKeys)
      : folderSecrets(place.folder);
  return withGiven(store, givenIn(config));
}

function givenIn({ secretKeys }: Config): ReadonlyMap<SecretEntry, Uint8Array> {
  const given = new Map<SecretEntry, Uint8Array>();
  for (const name of ['storage', 'token', 'principal'] as const) {
    const key = secretKeys?.[name];
    if (key !== undefined) given.set(`${name}.key`, fromBase64Url(key));
  }
  return given;
}
