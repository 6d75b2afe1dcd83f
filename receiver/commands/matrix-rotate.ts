import { join } from 'node:path';
import { lockFolder } from '../folder-lock.js';
import { loadKnownSecrets } from '../keys/known-secrets.js';
import { rotateMatrix } from '../matching/rotate-matrix.js';
import { appendAudit } from '../store/audit-log.js';
import { openDatabase } from '../store/open-database.js';
import type { Command } from './command.js';
import { configured } from './configured.js';

const HELP = `candor-receiver matrix rotate: puts every stored template under a new secret matrix and a new key, in place; nobody enrols
again. Stop the receiver first. If it is killed, run it again: it goes on where it was.
`;

/** `candor-receiver matrix rotate` */
export const matrixRotate: Command = {
  async run({ args, env, print }) {
    const found = await configured({ env, print }, args, HELP);
    if (found === null) return 0;
    const { dataDir, databaseUrl, now, random } = found.config;
    const lock = await lockFolder(dataDir, () => {});
    try {
      const { database, close } = await openDatabase(databaseUrl, dataDir);
      try {
        const folder = join(dataDir, 'keys');
        const secrets = await loadKnownSecrets(folder, random, database);
        const { templates, transformId } = await rotateMatrix({ folder, database, secrets, random });
        const entry = {
          kind: 'matrix.rotated',
          about: transformId,
          at: now(),
          details: { templates },
        } as const;
        await database.transaction((transaction) => appendAudit(transaction, [entry]));
        print(`${templates} templates are under the matrix ${transformId}\n`);
        return 0;
      } finally {
        await close();
      }
    } finally {
      await lock.release();
    }
  },
};
