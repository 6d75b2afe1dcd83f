import { verifyAudit } from '../store/audit-log.js';
import type { Command } from './command.js';
import { configured, takeFlag } from './configured.js';
import { withDatabase } from './open-stored.js';

const HELP = `candor-receiver log verify: computes the chain of the log anew

  --expect HASH         what it printed before: fails unless a row of the log still has this hash
`;

/** `candor-receiver log verify`: a chain that is whole and was written anew is found by a hash that was kept elsewhere. */
export const logVerify: Command = {
  async run({ args, env, print }) {
    const { value: expected, rest } = takeFlag(args, 'expect');
    const found = await configured({ env, print }, rest, HELP);
    if (found === null) return 0;
    return withDatabase(found.config, 'leave', async (database) => {
      const result = await verifyAudit(database, expected);
      switch (result.kind) {
        case 'intact':
          print(`intact: ${result.rows} rows, newest ${result.newestHash || 'none'}\n`);
          if (expected === undefined || result.isExpectedThere) return 0;
          print(`no row has the hash ${expected}: the log is another one\n`);
          return 1;
        case 'broken':
          print(`broken at row ${result.seq}\n`);
          return 1;
        default:
          return result satisfies never;
      }
    });
  },
};
