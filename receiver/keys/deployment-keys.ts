import { isClockBelieved } from '../clock.js';
import { SUBMIT_TTL_MS } from '../lifetimes.js';
import type { Random, ReceiverConfig } from '../options.js';
import type { Database, OpenDatabase } from '../store/database.js';
import { recall } from '../store/memory.js';
import { logKeyList } from '../store/served.js';
import { isEmpty } from '../store/verifications.js';
import { publishedOperators } from '../three-operators/option.js';
import { FolderMark } from './folder-mark.js';
import { folderOf, type KeyPlace, keyPlaceOf, openSecretStore } from './key-place.js';
import { type KeyRing, openKeyRing, type RingMemory } from './key-ring.js';
import { loadKnownSecrets } from './known-secrets.js';
import { removeLeftovers } from './leftovers.js';
import { assertNotLost } from './not-lost.js';
import { type SecretStore, writtenUntilLost } from './secret-store.js';
import type { Secrets } from './secrets.js';
import { openTemplateKeys, type TemplateKeys, type TemplateKeyUse } from './template-keys.js';

/** What the receivers of one deployment share, opened. */
export interface DeploymentKeys {
  readonly store: SecretStore;
  readonly secrets: Secrets;
  readonly keyRing: KeyRing;
  readonly templateKeys: TemplateKeys;
  readonly use: TemplateKeyUse;
  /** Null: the keys are in no folder that others share. */
  readonly mark: FolderMark | null;
}

/** What is done where the pairs that envelopes are sealed for are gone, and there are records: they hold nothing that needs them. */
export type LostPairs = 'refuse' | 'replace';

const PAIRS_SEQ = 'hpke.seq';

/** Reads all keys, and makes those that are missing where nothing was stored yet; of several receivers that start at once, one does.
 * @param lost - once aborted, the folder is another's: no key is made, replaced or destroyed any more.
 * @throws KeyLostError; Error when a key is damaged, readable by others, or another database's. */
export async function openDeploymentKeys(
  config: ReceiverConfig,
  open: OpenDatabase,
  lost: AbortSignal,
  lostPairs: LostPairs = 'refuse',
): Promise<DeploymentKeys> {
  const keys = await openOneAtATime(config, open, lost, lostPairs);
  try {
    // While others may start: they are whom it waits for.
    await keys.mark?.confirm();
    return keys;
  } catch (thrown) {
    await keys.templateKeys.slots.close();
    throw thrown;
  }
}

function openOneAtATime(
  config: ReceiverConfig,
  open: OpenDatabase,
  lost: AbortSignal,
  lostPairs: LostPairs,
): Promise<DeploymentKeys> {
  return open.locks.hold('keys', async () => {
    const { random, now, signingKey, embeddingDim: dim, acceptMissingKeys } = config;
    const place = keyPlaceOf(config);
    const folder = folderOf(place);
    assertNotLost(lost);
    if (folder !== null) await removeLeftovers(folder);
    const store = writtenUntilLost(await openSecretStore(config, place, open), lost);
    const isShared = open.shared !== null;
    const mark = place.kind === 'shared_folder' && isShared ? await markOf(place, open, random) : null;
    const secrets = await loadKnownSecrets({ store, random, database: open.database, isShared });
    const memory = await ringMemory(open.database, lostPairs, now);
    const mayDestroy = (): Promise<boolean> => isClockBelieved(open.database, config);
    const operators = config.threeOperators && publishedOperators(config.threeOperators);
    const ring = { store, now, submitTtlMs: SUBMIT_TTL_MS, signingKey, operators, memory, mayDestroy };
    const keyRing = await openKeyRing(ring);
    const isFleeting = config.databaseUrl === 'memory://';
    const use = { place, store, open, random, dim, isFleeting, acceptMissingKeys, lost };
    return { store, secrets, keyRing, use, mark, templateKeys: await openTemplateKeys(use) };
  });
}

function markOf(
  { folder }: Extract<KeyPlace, { readonly kind: 'shared_folder' }>,
  { database }: OpenDatabase,
  random: Random,
): Promise<FolderMark> {
  return FolderMark.enter({ folder, database, random });
}

async function ringMemory(database: Database, lostPairs: LostPairs, now: () => Date): Promise<RingMemory> {
  const mayMake = lostPairs === 'replace' || (await isEmpty(database));
  return {
    seq: Number((await recall(database, PAIRS_SEQ)) ?? 0),
    ifMissing: mayMake ? 'make' : 'refuse',
    remember: (seq) => logKeyList(database, PAIRS_SEQ, seq, now()),
  };
}
