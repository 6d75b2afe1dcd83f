import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { missingPackages, neededPackages } from './peers.js';

describe('the packages of the receiver', () => {
  it.each([
    [undefined, '@electric-sql/pglite'],
    ['memory://', '@electric-sql/pglite'],
    ['postgres://db/candor', 'pg'],
    ['postgresql://db/candor', 'pg'],
  ])('with DATABASE_URL %s, the database is %s', (url, database) => {
    expect(neededPackages(url, undefined)).toEqual(['hono', '@hono/node-server', 'drizzle-orm', database]);
  });

  it('with the index pgvector, PGlite needs its extension, and PostgreSQL no package', () => {
    expect(neededPackages(undefined, 'pgvector').at(-1)).toBe('@electric-sql/pglite-pgvector');
    expect(neededPackages('postgres://db/candor', 'pgvector').at(-1)).toBe('pg');
  });

  it('are peers that package.json names', () => {
    const needed = [...neededPackages(undefined, 'pgvector'), ...neededPackages('postgres://', 'exact')];
    expect(Object.keys(packageJson.peerDependencies)).toEqual(expect.arrayContaining(needed));
  });

  it('are named with the command that installs them, and no other', () => {
    const line = missingPackages(['hono', 'pg', 'drizzle-orm'], (name) => name === 'pg');
    expect(line).toBe(
      'candor-receiver: not installed: hono, drizzle-orm. Install with: npm install hono drizzle-orm\n',
    );
    expect(missingPackages(['hono'], () => true)).toBeNull();
  });
});
