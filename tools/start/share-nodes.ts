import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import type { ShareOperator, ThreeOperatorsOptions } from '../../receiver/index.js';
import { DEMO_OPERATORS } from './demo-operators.js';
import { type NodeLine, NodeProcess, runToEnd } from './node-process.js';

/** The three operators of the demo, each a process with a folder, a key, a certificate and a database of its own. */

export const PARTIES = [0, 1, 2] as const;
export type Party = (typeof PARTIES)[number];
type Three<T> = readonly [T, T, T];

export interface ShareNodesOptions {
  /** Kept between starts: `operator-0` to `operator-2`, and `marketplace` with the certificate of whoever asks them. */
  readonly folder: string;
  /** What Node runs as `candor-share-node`. Default: what is published, as `npm run build` made it. */
  readonly program?: readonly string[] | undefined;
  /** The marketplace's, as in its discovery document. */
  readonly audience: string;
  readonly model: { readonly id: string; readonly dim: number; readonly threshold: number };
  /** Gets every line of every node, also while they start. */
  readonly onLine: (party: Party, line: NodeLine) => void;
}

export interface ShareNodes {
  /** The receiver's option. */
  readonly threeOperators: ThreeOperatorsOptions;
  /** Where one of them keeps everything. */
  folderOf(party: Party): string;
  /** Of the process that runs now; null while it is started again. */
  pidOf(party: Party): number | null;
  /** Ends all three. Idempotent. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const ROOT = new URL('../../', import.meta.url);
const CERTIFICATE = 'certificate.pem';
const CONFIG = 'node.json';

/** Starts the three. One that ends by itself is started again.
 * @throws what a node says that does not start; none is left running then. */
export async function startShareNodes(options: ShareNodesOptions): Promise<ShareNodes> {
  const program = options.program ?? [await publishedCommand()];
  const folderOf = (party: Party): string => join(options.folder, `operator-${party}`);
  const places = await byParty(async (party) => {
    const port = await getPort();
    const [folder, from] = [folderOf(party), ['--host', HOST, '--port', `${port}`]];
    const made = ['init', '--party', `${party}`, '--dir', folder, ...from];
    return { host: HOST, port, fingerprint: await identityIn(folder, [...program, ...made]) };
  });
  const market = join(options.folder, 'marketplace');
  const marketplace = await identityIn(market, [...program, 'certificate', '--dir', market]);
  const processes = await byParty(async (party) => {
    const config = join(folderOf(party), CONFIG);
    await fillIn(config, { ...options, places, marketplace, listen: places[party] });
    return new NodeProcess({
      args: [...program, '--config', config, '--sample'],
      onLine: (line) => options.onLine(party, line),
    });
  });
  const close = async (): Promise<void> => {
    await Promise.all(processes.map((process) => process.stop()));
  };
  try {
    const operators = await byParty(async (party) =>
      operatorOf(party, await processes[party].start(), places[party]),
    );
    const [certificateFile, keyFile] = [join(market, CERTIFICATE), join(market, 'key.pem')];
    return {
      threeOperators: { operators, certificateFile, keyFile },
      folderOf,
      pidOf: (party) => processes[party].pid,
      close,
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function publishedCommand(): Promise<string> {
  const { bin } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8'));
  return fileURLToPath(new URL(bin['candor-share-node'], ROOT));
}

async function byParty<T>(make: (party: Party) => Promise<T>): Promise<Three<T>> {
  return Promise.all([make(0), make(1), make(2)]);
}

/** @param making - what Node runs where there is nobody yet.
 * @returns the fingerprint of the certificate in a folder. */
async function identityIn(folder: string, making: readonly string[]): Promise<string> {
  const certificate = join(folder, CERTIFICATE);
  if (!existsSync(certificate)) await runToEnd(making);
  return new X509Certificate(await readFile(certificate)).fingerprint256;
}

interface Filled extends ShareNodesOptions {
  readonly places: Three<Pick<ShareOperator, 'host' | 'port' | 'fingerprint'>>;
  readonly listen: Pick<ShareOperator, 'host' | 'port'>;
  /** Its certificate's fingerprint. */
  readonly marketplace: string;
}

/** Writes into a configuration what `init` leaves open, and the ports of this start. */
async function fillIn(path: string, { audience, model, places, listen, marketplace }: Filled): Promise<void> {
  const config = JSON.parse(await readFile(path, 'utf8'));
  const filled = {
    ...config,
    listen: { host: listen.host, port: listen.port },
    operators: places,
    callers: [{ ...config.callers[0], fingerprint: marketplace }],
    model,
    sealing: { ...config.sealing, audience },
  };
  await writeFile(path, `${JSON.stringify(filled, null, 2)}\n`);
}

function operatorOf(
  party: Party,
  listening: NodeLine,
  place: Pick<ShareOperator, 'host' | 'port' | 'fingerprint'>,
): ShareOperator {
  const { receiptKey, sealingKey } = listening as NodeLine & {
    readonly receiptKey: string;
    readonly sealingKey: Pick<ShareOperator, 'kid' | 'kem' | 'publicKey'>;
  };
  return { ...DEMO_OPERATORS[party], ...sealingKey, receiptKey, ...place };
}
