import { asc, gt } from 'drizzle-orm';
import type { Database } from '../store/database.js';
import { templates } from '../store/schema.js';
import { folderOf } from './key-place.js';
import { freshSeed, MATRIX_ENTRY, readSeeds, Transforms, writeSeeds } from './matrices.js';
import { openSlots, type SlotUse, slotsPath } from './open-slots.js';
import type { SecretStore } from './secret-store.js';
import { KeyLostError } from './secrets.js';
import type { Absent, StoredSlots } from './slots.js';

/** What the stored templates need: the slots and the matrices. */
export interface TemplateKeys {
  readonly transforms: Transforms;
  readonly slots: StoredSlots;
  /** Slots that stored templates refer to and that are not there: a deletion that a crash cut short, or lost keys that somebody confirmed. */
  readonly missing: readonly string[];
}

/** Slots that may be missing before it is the file that is another: a sweep deletes a thousand at a time. */
const MOST_MISSING = 2_000;
/** Rows that are read at once. */
const BATCH = 10_000;

export interface TemplateKeyUse extends SlotUse {
  readonly store: SecretStore;
  /** Numbers in a template. */
  readonly dim: number;
}

/** Reads the keys, makes them where nothing was stored yet, and destroys the slots whose template was never stored. One receiver of a
 * deployment at a time.
 * @throws {@link KeyLostError}; Error when a file is damaged, readable by others, or another database's. */
export async function openTemplateKeys(use: TemplateKeyUse): Promise<TemplateKeys> {
  const { slotIds, transformIds } = await referredTo(use.open.database);
  const transforms = await openTransforms(use, transformIds);
  const slots = await openSlots(use, slotIds.size > 0);
  try {
    const missing = await reclaim(use, slots, slotIds);
    return { transforms, slots, missing };
  } catch (thrown) {
    await slots.close();
    throw thrown;
  }
}

/** Destroys the slots that no template refers to.
 * @returns those that templates refer to and that are not there. */
export async function reclaimSlots(use: SlotUse, slots: StoredSlots): Promise<readonly string[]> {
  // In this order: a slot is there before a template refers to it.
  return reclaim(use, slots, (await referredTo(use.open.database)).slotIds);
}

async function reclaim(
  use: SlotUse,
  slots: StoredSlots,
  slotIds: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { missing, unknown } = await slots.reclaim(slotIds, (absent) => assertTheirs(use, absent));
  return [...missing, ...unknown];
}

/** On a database that other receivers can reach, a slot that this folder never had may be in another's folder: what it opens is no
 * deletion to be finished.
 * @throws KeyLostError */
function assertTheirs(
  { place, isFleeting, open, acceptMissingKeys }: SlotUse,
  { missing, unknown }: Absent,
): void {
  const folder = folderOf(place);
  const path = folder === null ? 'key_slots' : slotsPath(folder, isFleeting);
  if (missing.length + unknown.length > MOST_MISSING) throw new KeyLostError(path, 'another');
  if (unknown.length > 0 && open.shared !== null && !acceptMissingKeys)
    throw new KeyLostError(path, 'incomplete');
}

export interface References {
  readonly slotIds: ReadonlySet<string>;
  readonly transformIds: ReadonlySet<string>;
}

export async function referredTo(database: Database): Promise<References> {
  const slotIds = new Set<string>();
  const transformIds = new Set<string>();
  for (let after = ''; ; ) {
    const rows = await database
      .select({ slotId: templates.slotId, transformId: templates.transformId })
      .from(templates)
      .where(gt(templates.slotId, after))
      .orderBy(asc(templates.slotId))
      .limit(BATCH);
    for (const { slotId, transformId } of rows) {
      slotIds.add(slotId);
      transformIds.add(transformId);
    }
    const last = rows.at(-1);
    if (last === undefined) return { slotIds, transformIds };
    after = last.slotId;
  }
}

async function openTransforms(
  { store, random, dim }: TemplateKeyUse,
  needed: ReadonlySet<string>,
): Promise<Transforms> {
  const stored = await readSeeds(store);
  if (stored === null && needed.size > 0) throw new KeyLostError(store.placeOf(MATRIX_ENTRY), 'missing');
  const seeds = stored ?? ([freshSeed(random)] as const);
  if (stored === null) await writeSeeds(store, seeds);
  const transforms = new Transforms(seeds, dim, () => readSeeds(store));
  if ([...needed].some((transformId) => !transforms.has(transformId)))
    throw new KeyLostError(store.placeOf(MATRIX_ENTRY), 'another');
  return transforms;
}
