import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { ShareError } from '../errors.js';
import { neighbourOf, type Party } from '../party.js';
import type { OperatorKey } from '../sealed/seal.js';
import { type Settings, type ShareNodeConfig, settingsOf } from './config.js';
import { Door } from './door.js';
import { lockFolder } from './folder-lock.js';
import { PROTOCOL_VERSION } from './frames.js';
import { Gallery } from './gallery.js';
import { identityOf } from './identity.js';
import { reload } from './joint-work.js';
import { keepDays } from './log-retention.js';
import type { Notice } from './notice.js';
import { Operator } from './operator.js';
import { makeOwnerOnlyFolder, readOrMake } from './owner-only.js';
import { asShareError, PeerLinks } from './peer-links.js';
import { ReceiptSigner } from './receipts.js';
import { type Sample, sampleOf } from './sample.js';
import { readSealingKeys, type Sealing } from './sealing-keys.js';
import { Store } from './store.js';
import { type Identity, listen } from './tls.js';
import { Turns } from './turns.js';

const STORAGE_KEY_BYTES = 32;

export interface ShareNode {
  readonly port: number;
  /** With which its deletion receipts are checked: SPKI, base64url. */
  readonly receiptKey: string;
  /** What sellers' devices seal this operator's part to; absent where shares are taken as they are. */
  readonly sealingKey?: OperatorKey;
  /** Ends what is under way, and lets go of the folder. Idempotent. */
  close(): Promise<void>;
}

/** Starts one operator's node (docs/three-operators.md).
 * @param onNotice - gets each notice.
 * @param onSample - gets a few words of what it has, at the start and whenever rows came or went. Default: nobody does.
 * @throws {@link ShareError} `shares.bad_input` for a configuration that is wrong, `shares.in_use`, `shares.damaged`. */
export async function startShareNode(
  config: ShareNodeConfig,
  onNotice: (notice: Notice) => void = () => {},
  onSample?: (sample: Sample) => void,
): Promise<ShareNode> {
  const settings = settingsOf(config);
  const identity = await identityOf(settings);
  await makeOwnerOnlyFolder(settings.dataDir);
  const unlock = await lockFolder(settings.dataDir);
  try {
    return await startLocked(settings, identity, { onNotice, onSample }, unlock);
  } catch (thrown) {
    await unlock();
    throw thrown;
  }
}

/** What all three must have the same of, beside the rows. */
function agreementOf({ model, operators }: Settings): string {
  const pins = operators.map(({ fingerprint }) => fingerprint);
  const agreed = { version: PROTOCOL_VERSION, model, pins };
  return createHash('sha256').update(canonicalBytes(agreed)).digest('hex');
}

async function openSealing(
  { party, model }: Settings,
  { keysFile, audience }: NonNullable<Settings['sealing']>,
): Promise<Sealing> {
  const { keyring, current } = await readSealingKeys(keysFile);
  return { seat: { party, keyring, audience, model }, key: current };
}

interface Listeners {
  readonly onNotice: (notice: Notice) => void;
  readonly onSample: ((sample: Sample) => void) | undefined;
}

async function startLocked(
  settings: Settings,
  identity: Identity,
  { onNotice, onSample }: Listeners,
  unlock: () => Promise<void>,
): Promise<ShareNode> {
  const { dataDir, party, model } = settings;
  const storageKey = await readOrMake(settings.storageKeyFile, () => randomBytes(STORAGE_KEY_BYTES));
  if (storageKey.length !== STORAGE_KEY_BYTES)
    throw new ShareError('shares.damaged', { detail: `${settings.storageKeyFile} has not 32 bytes` });
  const signer = await ReceiptSigner.open(join(dataDir, 'receipts.pem'));
  const sealing = settings.sealing === undefined ? null : await openSealing(settings, settings.sealing);
  const store = await Store.open({ dataDir, storageKey, party, model });
  const gallery = new Gallery(model.dim);
  const turns = new Turns();
  const partyOf = (which: 'previous' | 'next'): Party => neighbourOf(party, which);
  try {
    // Staged rows that operator 0 has not committed did not happen.
    if (party === 0) await store.discard(await store.stagedIds('enrol'));
    await reload(store, gallery);
    if (onSample !== undefined) {
      gallery.onChange = () => onSample(sampleOf(gallery, party));
      gallery.onChange();
    }
    const deleted = new Map(await store.deletions());
    const links: PeerLinks = new PeerLinks({
      settings,
      identity,
      agreement: agreementOf(settings),
      listener: {
        onMessage: (from, message) => operator.onMessage(from, message),
        onUp: (which) => {
          onNotice({ event: 'up', party: partyOf(which) });
          operator.onUp(which);
        },
        onDown: (which, { code }) => onNotice({ event: 'down', party: partyOf(which), code }),
      },
    });
    const holdings = { model, store, gallery, now: () => new Date() };
    const operator = new Operator({ settings, holdings, links, turns, signer, sealing, deleted, onNotice });
    const door = new Door(settings, links, operator, onNotice);
    const listening = await listen(settings.listen, identity, settings.timeoutMs, door.welcome);
    links.start();
    const retention = keepDays(store.decisions, settings.keepDecisionsDays, holdings.now, (thrown) => {
      const { code, message: detail } = asShareError(thrown);
      onNotice({ event: 'failed', caller: 'this operator', code, detail });
    });
    let closing: Promise<void> | null = null;
    const close = async (): Promise<void> => {
      door.close();
      await Promise.all([links.close(), listening.close()]);
      await turns.idle();
      await retention.close();
      await store.close();
      await unlock();
    };
    return {
      port: listening.port,
      receiptKey: signer.publicKey,
      ...(sealing && { sealingKey: sealing.key }),
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}
