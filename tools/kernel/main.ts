import { writeFile } from 'node:fs/promises';
import { assembleKernel, KERNEL } from './assemble.js';

/** `npm run kernel`, after a change of kernel.wat. */
await writeFile(KERNEL, await assembleKernel());
