import { and, eq, ne } from 'drizzle-orm';
import { wipe } from '../../src/core/bytes.js';
import { freshSeed, readSeeds, type Seeds, Transforms, writeSeeds } from '../keys/matrices.js';
import type { Secrets } from '../keys/secrets.js';
import type { SlotFile } from '../keys/slots.js';
import { openTemplateKeys } from '../keys/template-keys.js';
import type { Random } from '../options.js';
import type { Database } from '../store/database.js';
import { templates } from '../store/schema.js';
import { lockTemplates } from '../store/template-log.js';
import { SealedTemplates } from './sealed-templates.js';
import { transformIdOf } from './transform.js';

/** Templates that change over in one transaction. */
const BATCH = 500;

export interface MatrixRotation {
  /** With the key files. */
  readonly folder: string;
  readonly database: Database;
  readonly secrets: Secrets;
  readonly random: Random;
}

/** Puts every stored template under a new secret matrix and a new key, in place: nobody enrols again, and copies of the old key
 * files open nothing that is stored from then on. Whoever is killed in the middle calls it again; a receiver may run in
 * between and compares the templates of both matrices. No receiver may work in the folder meanwhile.
 * @returns how many templates, and the new matrix's name. */
export async function rotateMatrix(
  rotation: MatrixRotation,
): Promise<{ readonly templates: number; readonly transformId: string }> {
  const { folder, database, random } = rotation;
  const [first, ...others] = (await readSeeds(folder)) ?? [freshSeed(random)];
  // More than one: an earlier run did not come to its end, and this one goes on with its matrix.
  const newest = others.at(-1) ?? freshSeed(random);
  const seeds: Seeds = [first, ...(others.length > 0 ? others : [newest])];
  await writeSeeds(folder, seeds);
  let moved = 0;
  for (const { dim } of await database.selectDistinct({ dim: templates.dim }).from(templates)) {
    const { slots } = await openTemplateKeys(folder, random, { database, dim, isFleeting: false });
    try {
      moved += await moveAll(rotation, slots, new Transforms(seeds, dim));
    } finally {
      await slots.close();
    }
  }
  await writeSeeds(folder, [newest]);
  return { templates: moved, transformId: transformIdOf(newest) };
}

async function moveAll(
  { database, secrets, random }: MatrixRotation,
  slots: SlotFile,
  transforms: Transforms,
): Promise<number> {
  const sealed = new SealedTemplates({ slots, storageKey: secrets.storage, transforms, random });
  const { transformId, dim } = transforms.current;
  for (let moved = 0; ; ) {
    const rows = await database
      .select()
      .from(templates)
      .where(and(eq(templates.dim, dim), ne(templates.transformId, transformId)))
      .limit(BATCH);
    if (rows.length === 0) return moved;
    await moveBatch(database, slots, sealed, rows);
    moved += rows.length;
  }
}

/** The old keys go last: a crash before leaves keys that no row names, and the next start destroys those. */
async function moveBatch(
  database: Database,
  slots: SlotFile,
  sealed: SealedTemplates,
  rows: readonly (typeof templates.$inferSelect)[],
): Promise<void> {
  const vectors = await sealed.open(rows);
  const fresh = await Promise.all(
    rows.map(async (row) => {
      const vector = vectors.get(row.verificationId);
      // Its key is gone: the next start finishes its deletion.
      if (vector === undefined)
        throw new Error('a deletion was cut short; start the receiver once, then rotate');
      const template = await sealed.seal(row, vector);
      wipe(vector);
      return template;
    }),
  );
  await database.transaction(async (transaction) => {
    await lockTemplates(transaction);
    for (const { verificationId, transformId, slotId, sealed: bytes } of fresh) {
      await transaction
        .update(templates)
        .set({ transformId, slotId, sealed: bytes })
        .where(eq(templates.verificationId, verificationId));
    }
  });
  await slots.destroy(rows.map(({ slotId }) => slotId));
}
