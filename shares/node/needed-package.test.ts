import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { neededPackage } from './needed-package.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-needed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what has to be installed beside the package', () => {
  it.each([
    { config: { database: { kind: 'postgres', urlFile: 'x' } }, needed: 'pg' },
    { config: { database: { kind: 'pglite' } }, needed: '@electric-sql/pglite' },
    { config: {}, needed: '@electric-sql/pglite' },
  ])('is $needed for the database of the configuration', async ({ config, needed }) => {
    const path = join(folder, 'node.json');
    await writeFile(path, JSON.stringify(config));
    expect(await neededPackage(['--config', path, '--log'])).toBe(needed);
  });

  it('is nothing where no node runs', async () => {
    expect(await neededPackage(['init', '--party', '0'])).toBeNull();
    expect(await neededPackage(['certificate', '--dir', 'x'])).toBeNull();
  });
});
