import { join } from 'node:path';
import { assertNotLost } from './not-lost.js';
import { makeOwnerOnlyFolder, readOwnerOnly, writeOwnerOnly } from './owner-only.js';

/** What the receivers of one deployment share, besides the slots. */
export type SecretEntry = 'storage.key' | 'token.key' | 'principal.key' | 'hpke.json' | 'matrix.json';

/** Where a deployment keeps its secrets. */
export interface SecretStore {
  /** Says in a message where an entry is, without what it holds. */
  placeOf(entry: SecretEntry): string;
  /** @returns null when there is no such entry.
   * @throws Error when it cannot be trusted: others may read it, or it was altered. */
  read(entry: SecretEntry): Promise<Uint8Array | null>;
  /** Replaces an entry in one step: others read the old content or the new one. On the disk when this resolves. */
  write(entry: SecretEntry, content: Uint8Array): Promise<void>;
}

/** One file for each entry. Several receivers may share a mounted folder. */
export function folderSecrets(folder: string): SecretStore {
  const placeOf = (entry: SecretEntry): string => join(folder, entry);
  return {
    placeOf,
    read: (entry) => readOwnerOnly(placeOf(entry)),
    write: (entry, content) => writeOwnerOnly(placeOf(entry), content),
  };
}

/** As {@link folderSecrets}, and makes the folder for its owner alone. */
export async function openFolderSecrets(folder: string): Promise<SecretStore> {
  await makeOwnerOnlyFolder(folder);
  return folderSecrets(folder);
}

/** Where some entries are given, as by the environment, and the rest is elsewhere. */
export function withGiven(store: SecretStore, given: ReadonlyMap<SecretEntry, Uint8Array>): SecretStore {
  return {
    placeOf: (entry) => (given.has(entry) ? `${entry} as given` : store.placeOf(entry)),
    read: async (entry) => given.get(entry) ?? store.read(entry),
    write: async (entry, content) => {
      if (given.has(entry)) throw new Error(`${entry} is given from outside and cannot be replaced here`);
      await store.write(entry, content);
    },
  };
}

/** Refuses to replace an entry once the folder is another's. */
export function writtenUntilLost(store: SecretStore, lost: AbortSignal): SecretStore {
  return {
    placeOf: (entry) => store.placeOf(entry),
    read: (entry) => store.read(entry),
    write: async (entry, content) => {
      assertNotLost(lost);
      await store.write(entry, content);
    },
  };
}
