import { dropVectorTables } from '../store/vector-tables.js';
import type { Command } from './command.js';
import { configured } from './configured.js';
import { withDatabase } from './open-stored.js';

const HELP = `candor-receiver vectors drop: deletes the vectors of the index 'pgvector' from the database, for receivers that go back to
'exact'. Stop all of them first. The templates stay, encrypted; docs/matching.md says what is left on the disk.
`;

/** `candor-receiver vectors drop` */
export const vectorsDrop: Command = {
  async run({ args, env, print }) {
    const found = await configured({ env, print }, args, HELP);
    if (found === null) return 0;
    // Without its extension, PGlite cannot even drop them.
    const config = { ...found.config, index: 'pgvector' as const };
    const names = await withDatabase(config, 'leave', dropVectorTables);
    print(names.length === 0 ? 'there are no vectors\n' : `dropped: ${names.join(', ')}\n`);
    return 0;
  },
};
