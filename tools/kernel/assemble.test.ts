import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { assembleKernel, KERNEL } from './assemble.js';

it('finds in kernel.wasm what kernel.wat assembles to', async () => {
  expect(new Uint8Array(await readFile(KERNEL))).toEqual(new Uint8Array(await assembleKernel()));
});
