import { join } from 'node:path';
import { asc, gt } from 'drizzle-orm';
import type { Random } from '../options.js';
import type { Database } from '../store/database.js';
import { recall, remember } from '../store/memory.js';
import { templates } from '../store/schema.js';
import { freshSeed, matrixPath, readSeeds, Transforms, writeSeeds } from './matrices.js';
import { KeyLostError } from './secrets.js';
import { SlotFile } from './slots.js';

/** The key files that the stored templates need: the slots and the matrices. */
export interface TemplateKeyFiles {
  readonly transforms: Transforms;
  readonly slots: SlotFile;
  /** Slots that stored templates refer to and that are not there: a deletion that a crash cut short. */
  readonly missing: readonly string[];
}

/** Slots that may be missing before it is the file that is another: a sweep deletes a thousand at a time. */
const MOST_MISSING = 2_000;
/** Rows that are read at once. */
const BATCH = 10_000;
const KNOWN_FILE = 'slots.bin';

export interface TemplateKeyUse {
  readonly database: Database;
  /** Numbers in a template. */
  readonly dim: number;
  /** Whether the database dies with the process. */
  readonly isFleeting: boolean;
}

/** Reads the key files, makes them where nothing was stored yet, and destroys the slots whose template was never stored.
 * @throws {@link KeyLostError}; Error when a file is damaged, readable by others, or another database's. */
export async function openTemplateKeys(
  folder: string,
  random: Random,
  { database, dim, isFleeting }: TemplateKeyUse,
): Promise<TemplateKeyFiles> {
  const { slotIds, transformIds } = await referredTo(database);
  const transforms = await openTransforms(folder, random, transformIds, dim);
  const path = slotsPath(folder, isFleeting);
  // What is left of a database that died with its process.
  if (isFleeting) await SlotFile.make(path, random);
  const slots = await openSlots(path, random, database, slotIds.size > 0);
  try {
    const { missing } = await slots.reclaim(slotIds);
    if (missing.length > MOST_MISSING) throw new KeyLostError(path, 'another');
    return { transforms, slots, missing };
  } catch (thrown) {
    await slots.close();
    throw thrown;
  }
}

/** @param isFleeting - of a database that dies with the process: beside the file of one that does not. */
export function slotsPath(folder: string, isFleeting = false): string {
  return join(folder, isFleeting ? 'slots-memory.bin' : 'slots.bin');
}

interface References {
  readonly slotIds: ReadonlySet<string>;
  readonly transformIds: ReadonlySet<string>;
}

async function referredTo(database: Database): Promise<References> {
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
  folder: string,
  random: Random,
  needed: ReadonlySet<string>,
  dim: number,
): Promise<Transforms> {
  const stored = await readSeeds(folder);
  if (stored === null && needed.size > 0) throw new KeyLostError(matrixPath(folder), 'missing');
  const seeds = stored ?? ([freshSeed(random)] as const);
  if (stored === null) await writeSeeds(folder, seeds);
  const transforms = new Transforms(seeds, dim);
  if ([...needed].some((transformId) => !transforms.has(transformId)))
    throw new KeyLostError(matrixPath(folder), 'another');
  return transforms;
}

async function openSlots(
  path: string,
  random: Random,
  database: Database,
  isNeeded: boolean,
): Promise<SlotFile> {
  const known = await recall(database, KNOWN_FILE);
  const slots = await SlotFile.open(path, random);
  if (slots === null) {
    if (isNeeded) throw new KeyLostError(path, 'missing');
    await SlotFile.make(path, random);
    return openSlots(path, random, database, false);
  }
  try {
    if (known !== slots.fileId) {
      if (isNeeded) throw new KeyLostError(path, 'another');
      // Whatever it holds would be destroyed, as what nothing refers to.
      if (slots.live > 0)
        throw new Error(`${path} holds the keys of another database's templates; move it away`);
      await remember(database, KNOWN_FILE, slots.fileId);
    }
    return slots;
  } catch (thrown) {
    await slots.close();
    throw thrown;
  }
}
