import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportsOf } from './door-exports.js';
import { writeReference } from './write-reference.js';

const DOOR = { name: 'shop', specifier: 'shop', types: './index.d.ts' };
const WHOLE = `
/** What is paid, see {@link priceOf}. */
export interface Price {
    /** 0 or more. */
    readonly cents: number;
}
/** Reads a {@link Price}.
 * @param article - its name, 1 to 9 letters.
 * @returns never a negative one.
 * @throws {@link NotSold}, or RangeError.
 * @example
 * const { cents } = priceOf('teapot'); */
export declare function priceOf(article: string): Price;
/** What is not there. */
export interface NotSold {
}
/** Twice the name, in other letters. */
export type PriceOf = Price;
`;
const PAGE = `# shop

What \`shop\` exports, of its docstrings. \`npm run api\` writes this page; [the report](shop.api.md) beside it is what a change is held against.

## Components and functions

### priceOf

Reads a [Price](#price).

- \`article\`: its name, 1 to 9 letters.
- Returns never a negative one.
- Throws [NotSold](#notsold), or RangeError.

\`\`\`ts
function priceOf(article: string): Price;
\`\`\`

Named in it: [Price](#price).

Example:

\`\`\`tsx
const { cents } = priceOf('teapot');
\`\`\`

## Types

### NotSold

What is not there.

\`\`\`ts
interface NotSold {
}
\`\`\`

### Price

What is paid, see [priceOf](#priceof).

\`\`\`ts
interface Price {
    /** 0 or more. */
    readonly cents: number;
}
\`\`\`

### PriceOf

Twice the name, in other letters.

\`\`\`ts
type PriceOf = Price;
\`\`\`

Named in it: [Price](#price).
`;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'candor-reference-'));
  await mkdir(join(root, 'docs/api'), { recursive: true });
  await writeFile(join(root, 'package.json'), '{ "name": "shop", "type": "module" }');
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function faultsOf(declarations: string, isLocal: boolean): Promise<readonly string[]> {
  await writeFile(join(root, DOOR.types), declarations);
  return writeReference(root, DOOR, exportsOf(root, [DOOR]).get('shop') ?? [], isLocal);
}

it('a door’s page has the words, the parameters, the declaration and the example of each export', async () => {
  expect(await faultsOf(WHOLE, false)).toEqual([expect.stringContaining('npm run api')]);
  expect(await faultsOf(WHOLE, true)).toEqual([]);
  expect(await readFile(join(root, 'docs/api/shop.md'), 'utf8')).toBe(PAGE);
  expect(await faultsOf(WHOLE, false)).toEqual([]);
}, 120_000);

it('a page that is not of today, and an export without a docstring, are named', async () => {
  expect(await faultsOf(WHOLE, true)).toEqual([]);
  expect(await faultsOf(`${WHOLE}export interface Offer { readonly price: Price }`, false)).toEqual([
    'Offer has no docstring',
    'docs/api/shop.md is not what is exported: npm run api',
  ]);
}, 120_000);
