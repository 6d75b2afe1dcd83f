import { writeFile } from 'node:fs/promises';
import { assembleKernel, KERNEL_MODULE } from './assemble.js';

/** `npm run kernel`, after a change of kernel.wat. */
await writeFile(KERNEL_MODULE, await assembleKernel());
