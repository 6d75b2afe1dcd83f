import type { ReceiverContext } from './context.js';
import type { DeploymentKeys } from './keys/deployment-keys.js';
import { KeyLostError } from './keys/secrets.js';
import { reclaimSlots } from './keys/template-keys.js';
import { traceOf } from './log.js';
import { sweep } from './retention.js';
import { finishErasures } from './store/erasure.js';

/** What a receiver does by itself, at a start and every hour. */

type Upheld = Pick<ReceiverContext, 'config' | 'database' | 'storage' | 'erasing'>;

/** Deletes what is due, and finishes what a receiver that died left half done; unless another receiver of this deployment is at
 * it. */
export async function tidy(context: Upheld, keys: DeploymentKeys): Promise<void> {
  const { storage, database, erasing, config } = context;
  await storage.locks.holdIfFree('upkeep', async () => {
    await finishOthers(context, keys).catch((thrown: unknown) => {
      if (!(thrown instanceof KeyLostError)) throw thrown;
      // Nothing was deleted by what this folder lacks; what is due is due all the same.
      config.log({ event: 'failed', during: 'keys', error: traceOf(thrown) });
    });
    await sweep(database, erasing, config);
  });
}

/** Its own, a receiver finishes when it starts again. Whose slots are its own alone destroys none while it may be making some. */
async function finishOthers(
  { database, erasing, config }: Upheld,
  { use, templateKeys: { slots } }: DeploymentKeys,
): Promise<void> {
  if (use.place.kind === 'own_folder') return;
  const missing = await reclaimSlots(use, slots);
  await finishErasures(database, erasing, missing, config.now());
  if (missing.length > 0) config.log({ event: 'erasures.finished', templates: missing.length });
}

/** Makes the next pair of keys when it is due; of several receivers, one does, and the others read it the next time, or when an
 * envelope names it. */
export async function rotateKeys({
  keyRing,
  storage,
}: Pick<ReceiverContext, 'keyRing' | 'storage'>): Promise<void> {
  await storage.locks.holdIfFree('keys', () => keyRing.rotate());
}
