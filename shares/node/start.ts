import { randomUUID } from 'node:crypto';
import type { OperatorKey } from '../sealed/seal.js';
import { type ShareNodeConfig, settingsOf } from './config.js';
import { lockFolder } from './folder-lock.js';
import { identityOf } from './identity.js';
import { keepRunning } from './keep-running.js';
import type { Notice } from './notice.js';
import { makeOwnerOnlyFolder } from './owner-only.js';
import { type NodeParts, type RunningNode, runNode } from './run-node.js';
import type { Sample } from './sample.js';

export interface ShareNode {
  readonly port: number;
  /** With which its deletion receipts are checked: SPKI, base64url. */
  readonly receiptKey: string;
  /** What sellers' devices seal this operator's part to; absent where shares are taken as they are. */
  readonly sealingKey?: OperatorKey;
  /** Ends what is under way, and lets go of the folder. Idempotent. */
  close(): Promise<void>;
}

/** Starts one operator's node (docs/three-operators.md). Where its database goes away later it answers nobody, and begins anew when the
 * database is back.
 * @param onNotice - gets each notice.
 * @param onSample - gets a few words of what it has, at the start and whenever rows came or went. Default: nobody does.
 * @throws {@link ShareError} `shares.bad_input` for a configuration that is wrong, `shares.in_use`, `shares.damaged`,
 * `shares.database_failed`. */
export async function startShareNode(
  config: ShareNodeConfig,
  onNotice: (notice: Notice) => void = () => {},
  onSample?: (sample: Sample) => void,
): Promise<ShareNode> {
  const settings = settingsOf(config);
  const identity = await identityOf(settings);
  const name = `candor-share-node ${randomUUID()}`;
  const parts: NodeParts = { settings, identity, name, onNotice, onSample };
  await makeOwnerOnlyFolder(settings.dataDir);
  const unlock = await lockFolder(settings.dataDir);
  const closing = new AbortController();
  try {
    const first = await runNode(parts, closing.signal);
    const running = keep(parts, first, closing.signal).finally(unlock);
    const { port, receiptKey, sealingKey } = first;
    const close = (): Promise<void> => {
      closing.abort();
      return running;
    };
    return { port, receiptKey, ...(sealingKey !== null && { sealingKey }), close };
  } catch (thrown) {
    await unlock();
    throw thrown;
  }
}

function keep(parts: NodeParts, first: RunningNode, closing: AbortSignal): Promise<void> {
  const { settings, onNotice } = parts;
  // The others know the port that it has now.
  const again = { ...parts, settings: { ...settings, listen: { ...settings.listen, port: first.port } } };
  return keepRunning(
    {
      first,
      begin: (signal) => runNode(again, signal),
      onPause: ({ code, message }) => onNotice({ event: 'paused', code, detail: message }),
      onResume: () => onNotice({ event: 'resumed' }),
      onStop: ({ code, message }) => onNotice({ event: 'stopped', code, detail: message }),
    },
    closing,
  );
}
