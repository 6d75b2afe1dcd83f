import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ASSEMBLED, assemble } from './assemble.js';

it.each(ASSEMBLED)('finds in $target what $source assembles to', async (one) => {
  expect(new Uint8Array(await readFile(one.target))).toEqual(new Uint8Array(await assemble(one)));
});
