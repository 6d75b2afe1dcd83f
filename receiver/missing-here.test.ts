import { describe, expect, it } from 'vitest';
import { missingHere } from './missing-here.js';

/** As on a machine with PostgreSQL: all but PGlite and its extension. */
const withoutPglite = (name: string): boolean => !name.startsWith('@electric-sql/');
const ASKS_FOR_PGLITE = /^candor-receiver: not installed: @electric-sql\/pglite\. Install with/;

const missing = (line: string, env: Record<string, string> = {}) =>
  missingHere(line.split(' ').filter(Boolean), env, withoutPglite);

describe('what is missing', () => {
  it.each([
    ['', {}],
    ['start --port 8787', {}],
    ['start --database memory://', { DATABASE_URL: 'postgres://db/x' }],
    ['doctor', { CANDOR_DATABASE: 'memory://' }],
  ])('is PGlite where the database is in a folder or in memory: %j %j', async (line, env) => {
    expect(await missing(line, env)).toMatch(ASKS_FOR_PGLITE);
  });

  it.each([
    ['start --database postgres://db/x', {}],
    ['--database=postgres://db/x', {}],
    ['keys rotate --database postgres://db/x', {}],
    ['export --subject seller-1 --database postgres://db/x', {}],
    ['start', { CANDOR_DATABASE: 'postgres://db/x' }],
    ['start', { DATABASE_URL: 'postgres://db/x' }],
    ['start --index pgvector', { DATABASE_URL: 'postgres://db/x' }],
  ])('is nothing where the database is a PostgreSQL, wherever that is said: %j %j', async (line, env) => {
    expect(await missing(line, env)).toBeNull();
  });

  it.each([
    ['start --config /etc/candor.mjs', {}],
    ['start --config=/etc/candor.mjs', {}],
    ['start', { CANDOR_CONFIG: '/etc/candor.mjs' }],
  ])('is not yet known where a file may name the database: %j %j', async (line, env) => {
    expect(await missing(line, env)).toBeNull();
    expect(await missingHere(line.split(' '), env, () => false)).toContain(
      'not installed: hono, @hono/node-server, drizzle-orm.',
    );
  });

  it('is the extension too, for the index pgvector in PGlite', async () => {
    expect(await missing('start --index pgvector')).toContain('@electric-sql/pglite-pgvector');
    expect(await missing('start', { CANDOR_INDEX: 'pgvector' })).toContain('@electric-sql/pglite-pgvector');
  });

  it.each([['calibrate'], ['strat'], ['keys']])(
    'is nothing for %j, which needs none or is none',
    async (line) => {
      expect(await missing(line)).toBeNull();
    },
  );
});
