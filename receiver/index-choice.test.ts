import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importing, PGLITE_PGVECTOR } from './peers.js';
import type { IndexKind } from './store/index-kinds.js';
import { openMemory } from './store/open-database.js';
import { assertIndexOf, VectorsLeftError } from './store/open-index.js';
import { dropVectorTables, vectorTable } from './store/vector-tables.js';
import { countVectors } from './store/vectors.js';
import { VectorsUnavailableError } from './store/vectors-unavailable.js';
import { verify } from './testing/cases.fixture.js';
import { databaseImage } from './testing/database-image.fixture.js';
import { type Harness, newFace, startHarness } from './testing/harness.fixture.js';
import { startPostgresServer } from './testing/postgres-server.fixture.js';

/** Choosing where templates are searched, and going from one to the other. */

function vectorsOf({ context: { database, config } }: Harness) {
  return countVectors(database, vectorTable(config.threshold)).then(({ count }) => count);
}

describe('the index pgvector', () => {
  it('is filled with what was stored before it was chosen, loses what is withdrawn, and is left once they are dropped', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'candor-choice-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    // One database for receivers that come one after the other, with their keys in one folder.
    const open = await openMemory(await databaseImage(), 'pgvector');
    onTestFinished(() => open.close());
    const start = (index: IndexKind) =>
      startHarness({ dataDir, index, databaseUrl: undefined }, open.database);
    const face = newFace();
    const before = await start('exact');
    await verify(before, 'one', { embedding: face });
    await before.receiver.close();

    const chosen = await start('pgvector');
    expect(await vectorsOf(chosen)).toBe(1);
    const second = await verify(chosen, 'two', { embedding: face });
    expect(second.status).toBe('needs_review');
    expect(await vectorsOf(chosen)).toBe(2);
    const headers = { Authorization: `Bearer ${second.removalToken}` };
    await chosen.send('DELETE', `/verifications/${second.verificationId}`, undefined, headers);
    expect(await vectorsOf(chosen)).toBe(1);
    await chosen.receiver.close();

    await expect(assertIndexOf(open.database, 'exact')).rejects.toThrow(VectorsLeftError);
    expect(await dropVectorTables(open.database)).toHaveLength(1);
    await assertIndexOf(open.database, 'exact');
    const after = await start('exact');
    expect((await verify(after, 'three', { embedding: face })).status).toBe('needs_review');
    await after.receiver.close();
  });

  it('does not start where PostgreSQL has no pgvector, and says what to install', async ({ skip }) => {
    const server = await startPostgresServer('embedded');
    onTestFinished(() => server.stop());
    const starting = startHarness({ databaseUrl: await server.database(), index: 'pgvector' });
    const thrown = await starting.then(
      (harness) => harness.close().then(() => skip('this PostgreSQL has pgvector')),
      (reason: unknown) => reason,
    );
    expect(thrown).toBeInstanceOf(VectorsUnavailableError);
    expect(String(thrown)).toMatch(/install pgvector 0\.8 or later .*; or choose index 'exact'/);
  });

  it('names the package that PGlite needs where it is not installed', async () => {
    const missing = Object.assign(new Error(`Cannot find package '${PGLITE_PGVECTOR}'`), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
    await expect(importing(PGLITE_PGVECTOR, () => Promise.reject(missing))).rejects.toThrow(
      'not installed: @electric-sql/pglite-pgvector. Install with: npm install @electric-sql/pglite-pgvector',
    );
  });

  it('is an option of two values', async () => {
    await expect(startHarness({ index: 'faiss' as 'exact' })).rejects.toThrow('index');
  });
});
