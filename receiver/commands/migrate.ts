import { migrationState } from '../store/migration-state.js';
import { NewerDatabaseError } from '../store/newer-database.js';
import type { Command } from './command.js';
import { configured } from './configured.js';
import { withDatabase } from './open-stored.js';

const HELP = 'candor-receiver migrate: brings the tables up to this version, as every start does, and ends\n';

/** `candor-receiver migrate` */
export const migrate: Command = {
  async run({ args, env, print }) {
    const found = await configured({ env, print }, args, HELP);
    if (found === null) return 0;
    const before = await withDatabase(found.config, 'leave', migrationState);
    if (before.unknown > 0) throw new NewerDatabaseError(before.unknown, before.known);
    const after = before.pending === 0 ? before : await withDatabase(found.config, 'migrate', migrationState);
    print(`${before.pending} of ${after.known} migrations applied now, ${after.pending} left\n`);
    return after.pending === 0 ? 0 : 1;
  },
};
