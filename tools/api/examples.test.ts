import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportsOf } from './door-exports.js';
import { findExamples } from './examples.js';

const DOORS = {
  whole: `
    export interface Price { readonly cents: number }
    /** @example
     * const price = priceOf('teapot');
     * save(String(price.cents + TAX)); */
    export declare function priceOf(article: string): Price;
    /** @example
     * const whole = 100 + TAX; */
    export declare const TAX = 19;`,
  silent: 'export declare const TAX = 19; declare class Own {} export type { Own };',
  stale: `
    /** @example
     * const cents: number = TAX; */
    export declare const TAX: string;`,
};

it('each value of a door has an example that compiles, or is named', async () => {
  const root = await mkdtemp(join(tmpdir(), 'candor-examples-'));
  try {
    const names = Object.keys(DOORS);
    const exports = Object.fromEntries(names.map((name) => [`./${name}`, { types: `./${name}.d.ts` }]));
    await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'shop', type: 'module', exports }));
    for (const [name, text] of Object.entries(DOORS)) await writeFile(join(root, `${name}.d.ts`), text);
    const doors = names.map((name) => ({ name, specifier: `shop/${name}`, types: `./${name}.d.ts` }));
    expect(findExamples(root, doors, exportsOf(root, doors))).toEqual({
      count: 3,
      faults: [
        'shop/silent: TAX has no @example',
        "example of stale.TAX.tsx: Type 'string' is not assignable to type 'number'.",
      ],
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}, 120_000);
