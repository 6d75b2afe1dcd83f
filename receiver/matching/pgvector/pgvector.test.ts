import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../store/database.js';
import { UNSHARED } from '../../store/locks.js';
import type { Model } from '../../store/template-log.js';
import {
  dropVectorTables,
  makeVectorTable,
  vectorTable,
  vectorTableName,
  vectorTableNames,
  vectorText,
} from '../../store/vector-tables.js';
import { countVectors, nearestVectors } from '../../store/vectors.js';
import { freshVectorDatabase, VECTOR_DATABASES } from '../../testing/databases.fixture.js';
import { newFace } from '../../testing/harness.fixture.js';
import { StoredTemplates, secureRandom } from '../../testing/stored-templates.fixture.js';
import { IndexFollower } from '../follow.js';
import { DIM, describeIndex, one } from '../index-suite.fixture.js';
import { rotateMatrix } from '../rotate-matrix.js';
import type { Probe } from '../template-index.js';
import { HALF_PRECISION_ERROR } from './half-precision.js';
import { PgvectorIndex } from './pgvector-index.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const GALLERY = { kind: 'gallery' } as const;

interface Tested {
  readonly stored: StoredTemplates;
  readonly index: PgvectorIndex;
  readonly follower: IndexFollower;
  readonly model: Model;
}

/** Those of the tests: a few neighbours are many. */
const LOOKS = [
  { atMost: 4, considered: 10 },
  { atMost: 8, considered: 20 },
];

const modelOf = (name: string): Model => ({ modelId: name, modelSha256: 'f'.repeat(64) });

/** An index over a model, with a matrix of its own. */
async function openIndex(database: Database, model: Model, dim = DIM): Promise<Tested> {
  const stored = new StoredTemplates(database, model, dim);
  const { transforms, opened } = stored;
  const table = await makeVectorTable(database, model, dim);
  const index = new PgvectorIndex({ table, dim, transforms, opened, looks: LOOKS });
  const follower = new IndexFollower(index, async () => {});
  await follower.fill(database);
  return { stored, index, follower, model };
}

const probeOf = (vector: Float32Array): Probe => ({ vector, never: new Set(), atMs: 0 });

for (const kind of VECTOR_DATABASES) {
  let database: Database;
  beforeAll(async () => {
    ({ database } = await freshVectorDatabase(kind));
  });

  describeIndex(`the index pgvector on ${kind}`, {
    runs: kind === 'PGlite' ? 4 : 1,
    mostSteps: 12,
    fresh: async () => {
      await database.execute(sql`delete from verifications`);
      const { stored, index, follower } = await openIndex(database, modelOf('suite'));
      return {
        index,
        database,
        insert: async (template) => {
          await stored.erase([template.verificationId]);
          await stored.store([template], (transaction) => index.insert(template, transaction));
          await follower.catchUp(database);
        },
        remove: async (verificationId) => {
          const count = await stored.erase([verificationId]);
          await follower.catchUp(database);
          return count > 0;
        },
      };
    },
  });
}

let database: Database;
beforeAll(async () => {
  ({ database } = await freshVectorDatabase('PGlite'));
  // Few rows are compared one by one otherwise.
  await database.execute(sql`set enable_seqscan = off`);
});

describe('the graph of the index pgvector', () => {
  it('is what a gallery is searched by, and finds one behind many that were withdrawn', async () => {
    const { stored, index, follower, model } = await openIndex(database, modelOf('behind'));
    const face = newFace(DIM);
    const withdrawn = Array.from({ length: 40 }, (_, at) => one(`withdrawn-${at}`, nearby(face, 0.02)));
    const strangers = Array.from({ length: 12 }, (_, at) => one(`stranger-${at}`, strangerOf(face)));
    await stored.store([...withdrawn, ...strangers, one('second', nearby(face, 0.15))]);
    await follower.fill(database);
    await stored.erase(withdrawn.map(({ verificationId }) => verificationId));
    await follower.catchUp(database);
    expect(index.size).toBe(13);
    const { hits } = await index.search(probeOf(face), 0.9, GALLERY, database);
    expect(hits.map(({ verificationId }) => verificationId)).toEqual(['second']);
    const table = vectorTable(model);
    const near = await nearestVectors(database, table, { vector: face, atMost: 1, considered: 10 });
    expect(near.map(({ verificationId }) => verificationId)).toEqual(['second']);
    const plan = await database.execute(
      sql`explain select verification_id from ${table} order by ${table.vector} <#> ${vectorText(face)}::halfvec limit 1`,
    );
    expect(JSON.stringify(plan)).toContain(`${vectorTableName(model)}_near`);
  });

  it('gives way to a comparison with all where it gives no end of candidates', async () => {
    const { stored, index, follower } = await openIndex(database, modelOf('no-end'));
    const face = newFace(DIM);
    const own = Array.from({ length: 30 }, (_, at) => ({ ...one(`own-${at}`, face), holder: 'self' }));
    await stored.store([...own, one('other', face)]);
    await follower.fill(database);
    const probe = { ...probeOf(face), never: new Set(['self']) };
    const { hits, scopeSize } = await index.search(probe, 0.9, GALLERY, database);
    expect(hits).toEqual([{ verificationId: 'other', holder: 'other' }]);
    expect(scopeSize).toBe(31);
  });
});

describe('half precision', () => {
  it('moves no similarity by more than what candidates are given', async () => {
    for (let pair = 0; pair < 20; pair += 1) {
      const face = newFace(512);
      const [left, right] = [face, nearby(face, 0.05 * pair)];
      const similarity = sql<number>`-(${vectorText(left)}::halfvec <#> ${vectorText(right)}::halfvec)`;
      const [row] = await database
        .select({ similarity: similarity.mapWith(Number) })
        .from(sql`(select 1) as one`);
      const exact = left.reduce((sum, component, at) => sum + component * (right[at] ?? Number.NaN), 0);
      expect(Math.abs((row?.similarity ?? Number.NaN) - exact)).toBeLessThan(HALF_PRECISION_ERROR / 2);
    }
  });
});

describe('the vectors of a model', () => {
  it('are in a table of their own, and meet no other model’s', async () => {
    const [first, second] = [
      await openIndex(database, modelOf('a')),
      await openIndex(database, modelOf('b')),
    ];
    const face = newFace(DIM);
    await first.stored.store([one('v', face)]);
    for (const { follower } of [first, second]) await follower.fill(database);
    const hitsIn = async ({ index }: Tested) =>
      (await index.search(probeOf(face), 0.9, GALLERY, database)).hits.length;
    expect([await hitsIn(first), await hitsIn(second)]).toEqual([1, 0]);
    expect([first.index.size, second.index.size]).toEqual([1, 0]);
    expect(await vectorTableNames(database)).toEqual(
      expect.arrayContaining([first.model, second.model].map(vectorTableName)),
    );
  });

  it('are counted by what the log tells, also of what came and went before that was read', async () => {
    const { stored, index, follower } = await openIndex(database, modelOf('counted'));
    const enter = (name: string) => {
      const template = one(name, newFace(DIM));
      return stored.store([template], (transaction) => index.insert(template, transaction));
    };
    await enter('stays');
    await enter('went');
    await stored.erase(['went']);
    await follower.catchUp(database);
    expect(index.size).toBe(1);
    await stored.erase(['stays']);
    await follower.catchUp(database);
    expect(index.size).toBe(0);
  });

  it('go with their templates, whoever deletes these, and all at once when they are dropped', async () => {
    const { stored, follower, model } = await openIndex(database, modelOf('c'));
    await stored.store([one('w', newFace(DIM))]);
    await follower.fill(database);
    const table = vectorTable(model);
    expect((await countVectors(database, table)).count).toBe(1);
    await database.execute(sql`delete from templates`);
    expect((await countVectors(database, table)).count).toBe(0);
    expect(await dropVectorTables(database)).toContain(vectorTableName(model));
    expect(await vectorTableNames(database)).toEqual([]);
  });
});

describe('matrix rotate', () => {
  it('moves the vectors too: found before, in the middle, when it was killed there, and afterwards', async () => {
    await database.execute(sql`delete from verifications`);
    const { stored, index, follower, model } = await openIndex(database, modelOf('rotated'));
    const face = newFace(DIM);
    await stored.store(['one', 'two', 'three'].map((name) => one(name, face)));
    await follower.fill(database);
    const found = async () => {
      const { hits } = await index.search(probeOf(face), 0.9, GALLERY, database);
      return hits.length;
    };
    const matrices = async () => {
      const table = vectorTable(model);
      const rows = await database.selectDistinct({ id: table.transformId }).from(table);
      return rows.map(({ id }) => id);
    };
    const rotate = (random: typeof secureRandom) =>
      rotateMatrix({ keys: stored.keys, open: { database, locks: UNSHARED }, random, now: () => new Date() });
    const before = await matrices();
    await expect(rotate(killedWhenItSeals)).rejects.toThrow('killed');
    await stored.transforms.refresh();
    await stored.store([one('four', face)], (transaction) => index.insert(one('four', face), transaction));
    expect(await matrices(), 'what is stored now goes under the new one').toHaveLength(2);
    expect(await found()).toBe(4);
    const { transformId, templates } = await rotate(secureRandom);
    expect(templates).toBe(3);
    expect(await matrices()).toEqual([transformId]);
    expect(before).not.toContain(transformId);
    expect(await found()).toBe(4);
  });
});

/** Twelve bytes are an IV. */
const killedWhenItSeals: typeof secureRandom = (length) => {
  if (length === 12) throw new Error('killed');
  return secureRandom(length);
};

/** Another vector of the same person: the less noise, the more alike. */
function nearby(face: Float32Array, noise: number): Float32Array {
  const raw = face.map((component) => component + noise * (Math.random() - 0.5));
  const norm = Math.hypot(...raw);
  return raw.map((component) => component / norm);
}

/** Nearly orthogonal to `face`. */
function strangerOf(face: Float32Array): Float32Array {
  for (;;) {
    const other = newFace(face.length);
    if (Math.abs(face.reduce((sum, component, at) => sum + component * (other[at] ?? 0), 0)) < 0.6)
      return other;
  }
}
