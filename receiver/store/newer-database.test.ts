import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { migrate } from '../commands/migrate.js';
import { demoOptions } from '../demo.js';
import { findInDatabase } from '../doctor/in-database.js';
import { checkOptions } from '../options.js';
import { layDatabase } from '../testing/database-image.fixture.js';
import { startPostgresServer } from '../testing/postgres-server.fixture.js';
import { openDatabase } from './open-database.js';

// Starting a server takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe('a database that a newer version worked on', () => {
  it('is refused by this one at a start and by migrate, is left as it is, and doctor says so', async () => {
    const server = await startPostgresServer();
    const databaseUrl = await server.database();
    const open = await openDatabase(databaseUrl, '');
    try {
      const { database } = open;
      await database.execute(
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 4102444800000)`,
      );
      const refusal = { name: 'NewerDatabaseError', code: 'database.newer' };
      await expect(openDatabase(databaseUrl, '')).rejects.toMatchObject(refusal);
      const env = { DATABASE_URL: databaseUrl };
      const ignore = (): void => {};
      await expect(migrate.run({ args: [], env, print: ignore, note: ignore })).rejects.toMatchObject(
        refusal,
      );
      const config = checkOptions(
        { ...demoOptions(), allowedOrigins: ['https://shop.example'], dataDir: '.', databaseUrl },
        false,
      );
      expect(await findInDatabase(database, config)).toEqual([
        {
          kind: 'fault',
          what: 'database',
          words: expect.stringMatching(/^1 migrations are of a newer version/),
        },
      ]);
    } finally {
      await open.close();
      await server.stop();
    }
  });

  it('is refused by PGlite as well', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'candor-newer-'));
    await layDatabase(dataDir);
    const open = await openDatabase(undefined, dataDir);
    await open.database.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 4102444800000)`,
    );
    await open.close();
    await expect(openDatabase(undefined, dataDir)).rejects.toMatchObject({ code: 'database.newer' });
    await rm(dataDir, { recursive: true });
  });
});
