import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { assembleKernel, KERNEL_MODULE } from './assemble.js';

it('finds in kernel.ts what kernel.wat assembles to', async () => {
  expect(await readFile(KERNEL_MODULE, 'utf8')).toBe(await assembleKernel());
});
