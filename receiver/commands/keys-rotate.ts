import { join } from 'node:path';
import { lockFolder } from '../folder-lock.js';
import { openKeyRing } from '../keys/key-ring.js';
import { SUBMIT_TTL_MS } from '../routes/sessions.js';
import { appendAudit } from '../store/audit-log.js';
import { openDatabase } from '../store/open-database.js';
import type { Command } from './command.js';
import { configured } from './configured.js';

const HELP = `candor-receiver keys rotate: offers a new pair of keys from the next start on. The pairs before it open what was
sealed for them until they end. A running receiver rotates by itself, two days before its keys end: stop it first.
`;

/** `candor-receiver keys rotate` */
export const keysRotate: Command = {
  async run({ args, env, print }) {
    const found = await configured({ env, print }, args, HELP);
    if (found === null) return 0;
    const { dataDir, databaseUrl, now, signingKey } = found.config;
    const lock = await lockFolder(dataDir, () => {});
    try {
      const open = await openDatabase(databaseUrl, dataDir);
      try {
        const folder = join(dataDir, 'keys');
        const ring = await openKeyRing({ folder, now, submitTtlMs: SUBMIT_TTL_MS, signingKey });
        await ring.renew();
        const { keys, seq } = ring.published();
        const at = now();
        await open.database.transaction((transaction) =>
          appendAudit(transaction, [{ kind: 'keys.rotated', about: `seq-${seq}`, at }]),
        );
        for (const { kid, kem, notAfter } of keys) print(`${kid} ${kem} until ${notAfter}\n`);
        return 0;
      } finally {
        await open.close();
      }
    } finally {
      await lock.release();
    }
  },
};
