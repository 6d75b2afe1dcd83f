import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShareOperator, ThreeOperatorsOptions } from '../../receiver/index.js';
import { DEMO_OPERATORS } from './demo-operators.js';
import { freePorts } from './free-ports.js';
import { type Identity, identityIn } from './identity.js';
import { type NodeLine, NodeProcess } from './node-process.js';

/** The three operators of the demo, each a process with a folder, a key, a certificate and a database of its own. */

export const PARTIES = [0, 1, 2] as const;
export type Party = (typeof PARTIES)[number];
type Three<T> = readonly [T, T, T];

export interface ShareNodesOptions {
  /** Kept between starts: `operator-0` to `operator-2`, and `marketplace` with the certificate of whoever asks them. */
  readonly folder: string;
  /** What Node runs as a node, before `--config FILE`. Default: the published command, as `npm run build` made it. */
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

/** Starts the three. One that ends by itself is started again.
 * @throws what a node says that does not start; none is left running then. */
export async function startShareNodes(options: ShareNodesOptions): Promise<ShareNodes> {
  const folderOf = (party: Party): string => join(options.folder, `operator-${party}`);
  const identities = await byParty((party) => identityIn(folderOf(party), DEMO_OPERATORS[party].name));
  const marketplace = await identityIn(join(options.folder, 'marketplace'), 'marketplace');
  const ports = await freePorts(PARTIES.length);
  const places = identities.map(({ fingerprint }, party) => ({
    host: HOST,
    port: ports[party] ?? 0,
    fingerprint,
  }));
  const program = options.program ?? [await publishedCommand()];
  const processes = await byParty(async (party) => {
    const config = join(folderOf(party), 'config.json');
    const folder = folderOf(party);
    await writeFile(
      config,
      JSON.stringify(
        configOf(options, { party, folder, identity: identities[party], marketplace, places }),
        null,
        2,
      ),
    );
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
      operatorOf(party, await processes[party].start(), identities[party]),
    );
    const { certificateFile, keyFile } = marketplace;
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

interface Place {
  readonly party: Party;
  readonly folder: string;
  readonly identity: Identity;
  readonly marketplace: Identity;
  readonly places: readonly Pick<ShareOperator, 'host' | 'port' | 'fingerprint'>[];
}

/** As docs/three-operators.md has it. */
function configOf({ audience, model }: ShareNodesOptions, place: Place): unknown {
  const { party, folder, identity, marketplace, places } = place;
  return {
    party,
    dataDir: join(folder, 'data'),
    storageKeyFile: join(folder, 'storage.key'),
    listen: { host: HOST, port: places[party]?.port },
    certificateFile: identity.certificateFile,
    keyFile: identity.keyFile,
    operators: places,
    callers: [
      {
        name: 'marketplace',
        fingerprint: marketplace.fingerprint,
        may: ['admit', 'collect', 'remove', 'describe'],
      },
    ],
    model,
    sealing: { keysFile: join(folder, 'sealing.json'), audience },
  };
}

function operatorOf(party: Party, listening: NodeLine, { fingerprint }: Identity): ShareOperator {
  const { port, receiptKey, sealingKey } = listening as NodeLine & {
    readonly port: number;
    readonly receiptKey: string;
    readonly sealingKey: Pick<ShareOperator, 'kid' | 'kem' | 'publicKey'>;
  };
  return { ...DEMO_OPERATORS[party], ...sealingKey, receiptKey, host: HOST, port, fingerprint };
}
