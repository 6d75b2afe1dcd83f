import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { ShareError } from '../errors.js';
import { neighbourOf, type Party } from '../party.js';
import type { OperatorKey } from '../sealed/seal.js';
import type { Settings } from './config.js';
import { Door } from './door.js';
import { PROTOCOL_VERSION } from './frames.js';
import { Gallery } from './gallery.js';
import { reload } from './joint-work.js';
import type { Running } from './keep-running.js';
import { keepDays } from './log-retention.js';
import type { Notice } from './notice.js';
import { openDatabase } from './open-database.js';
import { Operator } from './operator.js';
import { readOrMake } from './owner-only.js';
import { asShareError, PeerLinks } from './peer-links.js';
import { PeerNotices } from './peer-notices.js';
import { ReceiptSigner } from './receipts.js';
import { type Sample, sampleOf } from './sample.js';
import { readSealingKeys, type Sealing } from './sealing-keys.js';
import { Store } from './store.js';
import { type Identity, listen } from './tls.js';
import { Turns } from './turns.js';

const STORAGE_KEY_BYTES = 32;

export interface Listeners {
  readonly onNotice: (notice: Notice) => void;
  readonly onSample: ((sample: Sample) => void) | undefined;
}

export interface NodeParts extends Listeners {
  readonly settings: Settings;
  readonly identity: Identity;
  /** What the database lists its connection as. */
  readonly name: string;
}

/** A node for as long as its database answers. */
export interface RunningNode extends Running {
  readonly port: number;
  readonly receiptKey: string;
  readonly sealingKey: OperatorKey | null;
}

/** Reads everything from the disk, then listens. The folder is locked by whoever calls.
 * @param signal - ends the beginning.
 * @throws {@link ShareError} `shares.database_failed`, `shares.in_use`, `shares.damaged`, `shares.bad_input`. */
export async function runNode(parts: NodeParts, signal: AbortSignal): Promise<RunningNode> {
  const { settings, onNotice } = parts;
  const { dataDir, party, model } = settings;
  const storageKey = await storageKeyIn(settings.storageKeyFile);
  const signer = await ReceiptSigner.open(join(dataDir, 'receipts.pem'));
  const sealing = settings.sealing === undefined ? null : await openSealing(settings, settings.sealing);
  const database = await openDatabase({ ...settings, name: parts.name, signal });
  for (const setting of database.unsafe) onNotice({ event: 'unsafe', setting });
  const store = await Store.open(database, { dataDir, storageKey, party, model });
  try {
    return await listening(parts, { store, signer, sealing }, signal);
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

interface Opened {
  readonly store: Store;
  readonly signer: ReceiptSigner;
  readonly sealing: Sealing | null;
}

async function listening(parts: NodeParts, opened: Opened, signal: AbortSignal): Promise<RunningNode> {
  const { settings, identity, onNotice } = parts;
  const { store, signer, sealing } = opened;
  const { party, model } = settings;
  const gallery = await galleryOf(parts, store);
  const deleted = new Map(await store.deletions());
  const turns = new Turns();
  const partyOf = (which: 'previous' | 'next'): Party => neighbourOf(party, which);
  const peers = new PeerNotices(onNotice);
  const links: PeerLinks = new PeerLinks({
    settings,
    identity,
    agreement: agreementOf(settings),
    listener: {
      onMessage: (from, message) => operator.onMessage(from, message),
      onUp: (which) => {
        peers.up(partyOf(which));
        operator.onUp(which);
      },
      onDown: (which, { code }) => peers.down(partyOf(which), code),
    },
  });
  const holdings = { model, store, gallery, now: () => new Date() };
  const operator = new Operator({ settings, holdings, links, turns, signer, sealing, deleted, onNotice });
  const door = new Door(settings, links, operator, onNotice);
  signal.throwIfAborted();
  const { port, close: closePort } = await listen(
    settings.listen,
    identity,
    settings.timeoutMs,
    door.welcome,
  );
  links.start();
  const retention = keepDays(store.decisions, settings.keepDecisionsDays, holdings.now, (thrown) => {
    const { code, message: detail } = asShareError(thrown);
    onNotice({ event: 'failed', caller: 'this operator', code, detail });
  });
  return {
    port,
    receiptKey: signer.publicKey,
    sealingKey: sealing?.key ?? null,
    ended: store.ended,
    close: async () => {
      door.close();
      await Promise.all([links.close(), closePort()]);
      await turns.idle();
      await retention.close();
      await store.close();
    },
  };
}

async function galleryOf({ settings, onSample }: NodeParts, store: Store): Promise<Gallery> {
  const { party, model } = settings;
  const gallery = new Gallery(model.dim);
  // Staged rows that operator 0 has not committed did not happen.
  if (party === 0) await store.discard(await store.stagedIds('enrol'));
  await reload(store, gallery);
  if (onSample !== undefined) {
    gallery.onChange = () => onSample(sampleOf(gallery, party));
    gallery.onChange();
  }
  return gallery;
}

async function storageKeyIn(path: string): Promise<Uint8Array> {
  const key = await readOrMake(path, () => randomBytes(STORAGE_KEY_BYTES));
  if (key.length !== STORAGE_KEY_BYTES)
    throw new ShareError('shares.damaged', { detail: `${path} has not 32 bytes` });
  return key;
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
