import { join } from 'node:path';
import { unreachable } from '../../src/core/unreachable.js';
import type { Random } from '../options.js';
import type { OpenDatabase } from '../store/database.js';
import { recall, remember } from '../store/memory.js';
import { DatabaseSlots } from './database-slots.js';
import type { KeyPlace } from './key-place.js';
import { KeyLostError } from './secrets.js';
import { SharedSlotFile } from './shared-slot-file.js';
import { SlotFile } from './slot-file.js';
import { makeSlotFile } from './slot-records.js';
import type { StoredSlots } from './slots.js';

const KNOWN_SLOTS = 'slots.bin';

export interface SlotUse {
  readonly place: KeyPlace;
  readonly open: OpenDatabase;
  readonly random: Random;
  /** Whether the database dies with the process. */
  readonly isFleeting: boolean;
  /** Whether slots may be missing that were never destroyed here: their templates are deleted. Default false. */
  readonly acceptMissingKeys?: boolean | undefined;
  /** Aborted once a folder of one's own is another's. */
  readonly lost?: AbortSignal | undefined;
}

/** Where they are, for messages and for who looks for the file.
 * @param isFleeting - of a database that dies with the process: beside the file of one that does not. */
export function slotsPath(folder: string, isFleeting = false): string {
  return join(folder, isFleeting ? 'slots-memory.bin' : 'slots.bin');
}

/** Opens the slots of a deployment, and makes the file where nothing was stored yet. One receiver of a deployment at a time.
 * @param isNeeded - whether stored templates refer to any.
 * @throws KeyLostError; Error for those of another database. */
export async function openSlots(use: SlotUse, isNeeded: boolean): Promise<StoredSlots> {
  const { place, open, random, isFleeting, lost } = use;
  switch (place.kind) {
    case 'database': {
      const aside = open.shared?.aside;
      if (aside === undefined) throw new TypeError('keys in the database need one that receivers can share');
      return known(use, new DatabaseSlots(aside, place.masterKeys, random), isNeeded, 'key_slots');
    }
    case 'own_folder': {
      const path = slotsPath(place.folder, isFleeting);
      // What is left of a database that died with its process.
      if (isFleeting) await makeSlotFile(path, random);
      return known(
        use,
        await madeIfMissing(path, () => SlotFile.open(path, random, lost), use, isNeeded),
        isNeeded,
        path,
      );
    }
    case 'shared_folder': {
      const path = slotsPath(place.folder);
      const reopen = () => SharedSlotFile.open({ path, random, locks: open.locks });
      return known(use, await madeIfMissing(path, reopen, use, isNeeded), isNeeded, path);
    }
    default:
      return unreachable(place);
  }
}

async function madeIfMissing<T extends StoredSlots>(
  path: string,
  reopen: () => Promise<T | null>,
  { random }: SlotUse,
  isNeeded: boolean,
): Promise<T> {
  const there = await reopen();
  if (there !== null) return there;
  if (isNeeded) throw new KeyLostError(path, 'missing');
  await makeSlotFile(path, random);
  const made = await reopen();
  if (made === null) throw new Error(`${path} is gone`);
  return made;
}

/** Makes sure that these are the slots that the database's templates refer to. */
async function known(
  { open: { database } }: SlotUse,
  slots: StoredSlots,
  isNeeded: boolean,
  place: string,
): Promise<StoredSlots> {
  try {
    if ((await recall(database, KNOWN_SLOTS)) === slots.slotsId) return slots;
    if (isNeeded) throw new KeyLostError(place, 'another');
    // Whatever they hold would be destroyed, as what nothing refers to.
    if ((await slots.count()) > 0)
      throw new Error(`${place} holds the keys of another database's templates; move it away`);
    await remember(database, KNOWN_SLOTS, slots.slotsId);
    return slots;
  } catch (thrown) {
    await slots.close();
    throw thrown;
  }
}
