import type { DeploymentKeys } from '../keys/deployment-keys.js';
import { type Rewrapped, rewrapAll } from '../keys/rewrap.js';
import { appendAudit } from '../store/audit-log.js';
import type { OpenDatabase } from '../store/database.js';
import type { Command } from './command.js';
import { configured } from './configured.js';
import { withDeployment } from './open-stored.js';

const HELP = `candor-receiver keys rotate: offers a new pair of keys. The pairs before it open what was sealed for them until they end. With
master keys, it also wraps by the first of them whatever the others wrapped. A running receiver rotates its pairs by itself, two
days before they end; stop it first, but where several share their keys: these go on. Where hpke.json is lost, this makes a new one.
`;

/** `candor-receiver keys rotate` */
export const keysRotate: Command = {
  async run({ args, env, print }) {
    const found = await configured({ env, print }, args, HELP);
    if (found === null) return 0;
    const rotate = async (keys: DeploymentKeys, open: OpenDatabase): Promise<number> => {
      const { keyRing } = keys;
      await open.locks.hold('keys', () => keyRing.renew());
      const published = keyRing.published();
      const rewrapped = await rewrap(keys, open);
      if (rewrapped !== null) await logRewrapped(open, published.seq, rewrapped, found.config.now());
      for (const { kid, kem, notAfter } of published.keys) print(`${kid} ${kem} until ${notAfter}\n`);
      if (rewrapped !== null)
        print(`${rewrapped.slots} slots and ${rewrapped.secrets} secrets are under another master key\n`);
      return 0;
    };
    return withDeployment(found.config, rotate, 'replace');
  },
};

/** Of the new pair, the log says so already. */
function logRewrapped({ database }: OpenDatabase, seq: number, counts: Rewrapped, at: Date): Promise<void> {
  const entry = { kind: 'keys.rotated', about: `seq-${seq}`, at, details: { ...counts } } as const;
  return database.transaction((transaction) => appendAudit(transaction, [entry]));
}

/** Null: no master key wraps anything. */
async function rewrap({ use: { place } }: DeploymentKeys, open: OpenDatabase): Promise<Rewrapped | null> {
  if (place.kind !== 'database') return null;
  return rewrapAll(open.database, place.masterKeys);
}
