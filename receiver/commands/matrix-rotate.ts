import { rotateMatrix } from '../matching/rotate-matrix.js';
import { appendAudit } from '../store/audit-log.js';
import type { Command } from './command.js';
import { configured } from './configured.js';
import { withDeployment } from './open-stored.js';

const HELP = `candor-receiver matrix rotate: puts every stored template under a new secret matrix and a new key, in place; nobody enrols
again. Stop the receiver first, but where several share their keys: these go on. If it is killed, run it again: it goes on
where it was.
`;

/** `candor-receiver matrix rotate` */
export const matrixRotate: Command = {
  async run({ args, env, print }) {
    const found = await configured({ env, print }, args, HELP);
    if (found === null) return 0;
    const { config } = found;
    if (config.threeOperators !== undefined)
      throw new TypeError(
        'there is no matrix with threeOperators: this receiver holds no template (docs/three-operators.md)',
      );
    return withDeployment(config, async (keys, open) => {
      const { random, now } = config;
      const { templates, transformId } = await rotateMatrix({ keys, open, random, now });
      const entry = {
        kind: 'matrix.rotated',
        about: transformId,
        at: now(),
        details: { templates },
      } as const;
      await open.database.transaction((transaction) => appendAudit(transaction, [entry]));
      print(`${templates} templates are under the matrix ${transformId}\n`);
      return 0;
    });
  },
};
