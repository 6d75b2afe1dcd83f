import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ShareError } from '../errors.js';
import { PARTIES, type Party } from '../party.js';
import type { OperatorKey } from '../sealed/seal.js';
import { makeIdentity } from './certificate.js';
import type { ShareNodeConfig } from './config.js';
import { makeOwnerOnlyFolder } from './owner-only.js';
import { ReceiptSigner } from './receipts.js';
import { readSealingKeys } from './sealing-keys.js';
import { type Address, type Fingerprint, fingerprintOf } from './tls.js';

export interface InitOptions extends Address {
  /** Which of the three this is. */
  readonly party: Party;
  /** Made where it is not there; it must be empty. */
  readonly dir: string;
  /** Where it listens; `host` is where the others find it. */
  readonly listenHost: string;
  /** What is left out must be filled in: a node does not start without. */
  readonly model?: Partial<ShareNodeConfig['model']>;
  readonly audience?: string;
}

/** What the two other operators and the marketplace have to know of this one. No secret is in it. */
export interface Introduction extends Address {
  readonly party: Party;
  readonly fingerprint: Fingerprint;
  /** SPKI, base64url. */
  readonly receiptKey: string;
  readonly sealingKey: OperatorKey;
}

/** What a person has to write in. No node starts with these. */
const NOT_YET = '';

/** Makes all that an operator keeps in a folder: a certificate and its key, the keys that sign receipts and open sealed parts, and
 * `node.json`, a configuration in which the two others, who may ask and what is left out above are to be filled in.
 * @throws {@link ShareError} `shares.bad_input` where the folder is not empty: nothing is written over. */
export async function initNode(options: InitOptions): Promise<Introduction> {
  const dir = await emptyFolder(options.dir);
  const { party, host, port } = options;
  const { fingerprint } = await writeIdentity(dir, `candor share node ${party}`);
  const signer = await ReceiptSigner.open(join(dir, 'data', 'receipts.pem'));
  const { current: sealingKey } = await readSealingKeys(join(dir, 'sealing-keys.json'));
  const config = configOf(dir, fingerprint, options);
  await writeNew(join(dir, 'node.json'), `${JSON.stringify(config, null, 2)}\n`);
  return { party, host, port, fingerprint, receiptKey: signer.publicKey, sealingKey };
}

/** Makes a certificate for whoever asks the operators.
 * @throws as {@link initNode}. */
export async function initCaller(dir: string, name: string): Promise<{ readonly fingerprint: Fingerprint }> {
  return writeIdentity(await emptyFolder(dir), name);
}

function configOf(
  dir: string,
  fingerprint: Fingerprint,
  { party, host, port, listenHost, model, audience }: InitOptions,
): ShareNodeConfig {
  const placeOf = (which: Party) =>
    which === party ? { host, port, fingerprint } : { host: NOT_YET, port: 0, fingerprint: NOT_YET };
  const [first, second, third] = PARTIES;
  return {
    party,
    dataDir: join(dir, 'data'),
    storageKeyFile: join(dir, 'storage.key'),
    listen: { host: listenHost, port },
    certificateFile: join(dir, 'certificate.pem'),
    keyFile: join(dir, 'key.pem'),
    operators: [placeOf(first), placeOf(second), placeOf(third)],
    callers: [{ name: 'marketplace', fingerprint: NOT_YET, may: ['admit', 'collect', 'remove', 'describe'] }],
    // A dimension of 0 and a similarity above 1 are refused as an empty name is.
    model: { id: NOT_YET, dim: 0, threshold: 2, ...model },
    sealing: { keysFile: join(dir, 'sealing-keys.json'), audience: audience ?? NOT_YET },
  };
}

async function writeIdentity(dir: string, name: string): Promise<{ readonly fingerprint: Fingerprint }> {
  const { certificate, key } = await makeIdentity(name);
  await writeNew(join(dir, 'key.pem'), key);
  await writeNew(join(dir, 'certificate.pem'), certificate);
  return { fingerprint: fingerprintOf(certificate) };
}

async function emptyFolder(path: string): Promise<string> {
  const dir = resolve(path);
  await makeOwnerOnlyFolder(dir);
  if ((await readdir(dir)).length > 0)
    throw new ShareError('shares.bad_input', { detail: `${dir} is not empty` });
  return dir;
}

/** Never over a file that is there. */
async function writeNew(path: string, content: string): Promise<void> {
  await writeFile(path, content, { flag: 'wx', mode: 0o600 });
}
