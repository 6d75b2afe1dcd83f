import { writeFile } from 'node:fs/promises';
import { ASSEMBLED, assemble } from './assemble.js';

/** `npm run kernel`, after a change of a .wat file. */
for (const one of ASSEMBLED) await writeFile(one.target, await assemble(one));
