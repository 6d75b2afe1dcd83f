import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, doorsOf, extract } from './extract.js';

describe('the doors of a package', () => {
  it('are those that have declarations of their own', () => {
    const exports = {
      '.': { types: './dist/index.d.ts' },
      './element': { types: './dist/element.d.ts' },
      './element/later': { types: './dist/later.d.ts' },
      './style.css': { types: './dist/style.css.d.ts' },
      './assets/*': './dist/assets/*',
    };
    expect(doorsOf({ exports })).toEqual([
      { name: 'candor', specifier: 'candor', types: './dist/index.d.ts' },
      { name: 'element', specifier: 'candor/element', types: './dist/element.d.ts' },
      { name: 'element-later', specifier: 'candor/element/later', types: './dist/later.d.ts' },
    ]);
  });
});

describe('a door', () => {
  const door: Door = { name: 'shop', specifier: 'shop', types: './index.d.ts' };
  let root: string;
  const faultsOf = (isLocal: boolean) => extract(root, [door], isLocal).flatMap(({ faults }) => faults);
  const declare = (text: string) => writeFile(join(root, 'index.d.ts'), text);
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'candor-api-'));
    await mkdir(join(root, 'docs/api'), { recursive: true });
    await writeFile(join(root, 'package.json'), '{ "name": "shop", "version": "1.0.0" }');
    await writeFile(join(root, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('is written down, and differs from that when it changes', async () => {
    await declare('export interface Price { readonly cents: number; }\n');
    expect(faultsOf(true)).toEqual([]);
    expect(await readFile(join(root, 'docs/api/shop.api.md'), 'utf8')).toContain('export interface Price');
    expect(faultsOf(false)).toEqual([]);
    await declare('export interface Price { readonly euros: number; }\n');
    expect(faultsOf(false)).toEqual([expect.stringContaining('npm run api')]);
  });

  it('that leaves out a type that its exports name is told which', async () => {
    await declare('interface Price {}\nexport interface Offer { readonly price: Price; }\nexport {};\n');
    expect(faultsOf(true)).toEqual([expect.stringContaining('"Price" needs to be exported')]);
  });
});
