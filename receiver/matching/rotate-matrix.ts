import { and, eq, ne } from 'drizzle-orm';
import { wipe } from '../../src/core/bytes.js';
import { freshSeed, readSeeds, type Seeds, Transforms, writeSeeds } from '../keys/matrices.js';
import type { SecretStore } from '../keys/secret-store.js';
import type { Secrets } from '../keys/secrets.js';
import type { KeySlots } from '../keys/slots.js';
import type { Random } from '../options.js';
import type { Database, OpenDatabase } from '../store/database.js';
import { templates } from '../store/schema.js';
import { lockTemplates, logMatrix } from '../store/template-log.js';
import { vectorTable, vectorTableName, vectorTableNames } from '../store/vector-tables.js';
import { replaceVector } from '../store/vectors.js';
import { type SealedTemplate, SealedTemplates } from './sealed-templates.js';
import { transformIdOf } from './transform.js';

/** Templates that change over in one transaction. */
const BATCH = 500;

/** What a rotation takes of a deployment's keys. */
interface RotationKeys {
  readonly store: SecretStore;
  readonly secrets: Pick<Secrets, 'storage'>;
  readonly templateKeys: { readonly slots: KeySlots };
}

export interface MatrixRotation {
  readonly keys: RotationKeys;
  readonly open: Pick<OpenDatabase, 'database' | 'locks'>;
  readonly random: Random;
  readonly now: () => Date;
}

export interface RotatedMatrix {
  /** How many templates changed over. */
  readonly templates: number;
  /** The new matrix. */
  readonly transformId: string;
}

/** Puts every stored template under a new secret matrix and a new key, in place: nobody enrols again, and copies of the old key
 * files open nothing that is stored from then on. Whoever is killed in the middle calls it again; a receiver may start in
 * between and compares the templates of both matrices. Other receivers of the deployment go on meanwhile, but where the slots are
 * one receiver's own file: that one must not run.
 * @throws Error when another process is at it. */
export async function rotateMatrix(rotation: MatrixRotation): Promise<RotatedMatrix> {
  const { keys, open } = rotation;
  const rotated = await open.locks.holdIfFree('matrix', async () => {
    const seeds = await announceNewest(rotation);
    const newest = seeds.at(-1) ?? seeds[0];
    const moved = await moveAll(rotation, seeds);
    await open.locks.hold('keys', () => writeSeeds(keys.store, [newest]));
    return { templates: moved, transformId: transformIdOf(newest) };
  });
  if (rotated === null) throw new Error('another process is replacing the matrix');
  return rotated.result;
}

/** Writes the new seed beside the old one. From then on nobody stores a template under the old one. */
async function announceNewest({ keys, open, random, now }: MatrixRotation): Promise<Seeds> {
  const seeds = await open.locks.hold('keys', async (): Promise<Seeds> => {
    const [first, ...others] = (await readSeeds(keys.store)) ?? [freshSeed(random)];
    // More than one: an earlier run did not come to its end, and this one goes on with its matrix.
    const both: Seeds = others.length > 0 ? [first, ...others] : [first, freshSeed(random)];
    await writeSeeds(keys.store, both);
    return both;
  });
  const newest = seeds.at(-1) ?? seeds[0];
  await open.database.transaction((transaction) => logMatrix(transaction, transformIdOf(newest), now()));
  return seeds;
}

async function moveAll({ keys, open: { database }, random }: MatrixRotation, seeds: Seeds): Promise<number> {
  const { secrets, templateKeys } = keys;
  let moved = 0;
  for (const { dim } of await database.selectDistinct({ dim: templates.dim }).from(templates)) {
    const transforms = new Transforms(seeds, dim);
    const { slots } = templateKeys;
    const sealed = new SealedTemplates({ slots, storageKey: secrets.storage, transforms, random });
    moved += await moveDim(database, slots, sealed, transforms);
  }
  return moved;
}

async function moveDim(
  database: Database,
  slots: KeySlots,
  sealed: SealedTemplates,
  { current: { transformId, dim } }: Transforms,
): Promise<number> {
  for (let moved = 0; ; ) {
    const rows = await database
      .select()
      .from(templates)
      .where(and(eq(templates.dim, dim), ne(templates.transformId, transformId)))
      .limit(BATCH);
    if (rows.length === 0) return moved;
    const now = await moveBatch(database, slots, sealed, rows);
    // Their keys are gone, and they are not: a deletion that is under way, or one that a crash cut short.
    if (now === 0)
      throw new Error('a deletion was not finished; rotate again after the next upkeep or start');
    moved += now;
  }
}

/** The old keys go last: a crash before leaves keys that no row names, and those are destroyed later.
 * @returns how many: without those that were deleted meanwhile. */
async function moveBatch(
  database: Database,
  slots: KeySlots,
  sealed: SealedTemplates,
  rows: readonly SealedTemplate[],
): Promise<number> {
  const fresh = await resealed(sealed, rows);
  try {
    const moved = new Set(await replaceStored(database, fresh));
    const unused = fresh.map(({ old, template }) =>
      moved.has(old.verificationId) ? old.slotId : template.slotId,
    );
    await slots.destroy(unused);
    return moved.size;
  } finally {
    wipe(...fresh.map(({ vector }) => vector));
  }
}

interface Resealed {
  readonly old: SealedTemplate;
  readonly template: SealedTemplate;
  /** Under the new matrix, for the caller to wipe. */
  readonly vector: Float32Array;
}

/** Left under the old matrix it would be lost with that, and nobody would have been asked. */
function refuse(verificationId: string): never {
  throw new Error(
    `the template of verification ${verificationId} does not open; restore it or erase its seller, then rotate again`,
  );
}

async function resealed(sealed: SealedTemplates, rows: readonly SealedTemplate[]): Promise<Resealed[]> {
  const vectors = await sealed.open(rows, refuse);
  const made = await Promise.all(
    rows.map(async (old) => {
      const vector = vectors.get(old.verificationId);
      return vector === undefined ? [] : [{ old, template: await sealed.seal(old, vector), vector }];
    }),
  );
  return made.flat();
}

/** @returns the verifications whose template was still the old one. */
function replaceStored(database: Database, fresh: readonly Resealed[]): Promise<string[]> {
  return database.transaction(async (transaction) => {
    await lockTemplates(transaction);
    // Here, because the index `pgvector` may have been chosen since the batch before.
    const tables = await vectorTableNames(transaction);
    const replaced: string[] = [];
    for (const { old, template, vector } of fresh) {
      const { verificationId, transformId, slotId, sealed } = template;
      const isOld = and(eq(templates.verificationId, verificationId), eq(templates.slotId, old.slotId));
      const rows = await transaction
        .update(templates)
        .set({ transformId, slotId, sealed })
        .where(isOld)
        .returning({ verificationId: templates.verificationId });
      replaced.push(...rows.map((row) => row.verificationId));
      if (rows.length > 0 && tables.includes(vectorTableName(old)))
        await replaceVector(transaction, vectorTable(old), { verificationId, transformId, vector });
    }
    return replaced;
  });
}
