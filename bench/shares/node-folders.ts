import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { PARTIES, type Party, share, type Three, toFixedPoint } from '../../shares/index.js';
import type { ShareNodeConfig } from '../../shares/node/config.js';
import { newId } from '../../shares/node/ids.js';
import { type Introduction, initCaller, initNode } from '../../shares/node/init.js';
import { openDatabase } from '../../shares/node/open-database.js';
import { readOrMake } from '../../shares/node/owner-only.js';
import { Store } from '../../shares/node/store.js';
import type { Identity } from '../../shares/node/tls.js';
import { DIM, MODEL_ID, strangerVector, THRESHOLD } from './strangers.js';

const MODEL = { id: MODEL_ID, dim: DIM, threshold: THRESHOLD };
const AUDIENCE = 'https://bench.example';
/** Rows that are written at a time. */
const BATCH_ROWS = 1_000;

export interface NodeFolders {
  readonly audience: string;
  readonly introductions: Three<Introduction>;
  readonly marketplace: Identity;
  /** The first row, which a newcomer may be. */
  readonly enrolled: Float32Array;
  /** Writes each node's configuration.
   * @param portOf - where the others find an operator.
   * @returns its path. */
  configure(portOf: (party: Party) => number): Promise<Three<string>>;
  remove(): Promise<void>;
}

/** Three operators' folders, as `candor-share-node init` makes them, with a gallery of strangers written into their stores: storing
 * these through the nodes would take as many sessions as there are strangers. */
export async function makeNodeFolders(rows: number): Promise<NodeFolders> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-bench-shares-'));
  const dirOf = (party: Party): string => join(folder, `operator-${party}`);
  const introductions = await byParty(async (party) => {
    const port = await getPort();
    const place = { host: '127.0.0.1', port, listenHost: '127.0.0.1' };
    return initNode({ party, dir: dirOf(party), ...place, model: MODEL, audience: AUDIENCE });
  });
  const market = join(folder, 'marketplace');
  const { fingerprint } = await initCaller(market, 'marketplace');
  const read = (name: string): Promise<string> => readFile(join(market, name), 'utf8');
  return {
    audience: AUDIENCE,
    introductions,
    marketplace: { certificate: await read('certificate.pem'), key: await read('key.pem') },
    enrolled: await fillStores(dirOf, rows),
    configure: (portOf) =>
      byParty(async (party) => {
        const path = join(dirOf(party), 'node.json');
        const config: ShareNodeConfig = JSON.parse(await readFile(path, 'utf8'));
        const operators = introductions.map((other) => ({
          host: other.host,
          port: portOf(other.party),
          fingerprint: other.fingerprint,
        }));
        const callers = config.callers.map((caller) => ({ ...caller, fingerprint }));
        await writeFile(path, JSON.stringify({ ...config, operators, callers, timeoutMs: 30_000 }));
        return path;
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function fillStores(dirOf: (party: Party) => string, rows: number): Promise<Float32Array> {
  const enrolled = strangerVector();
  const stores = await byParty((party) => openStore(dirOf(party), party));
  try {
    for (let at = 0; at < rows; at += BATCH_ROWS) {
      const people = Array.from({ length: Math.min(BATCH_ROWS, rows - at) }, (_, place) => ({
        id: newId(),
        shares: share('arithmetic', toFixedPoint(at + place === 0 ? enrolled : strangerVector())),
      }));
      const ids = people.map(({ id }) => id);
      for (const party of PARTIES) {
        await stores[party].stage(
          'enrol',
          people.map(({ id, shares }) => ({ id, shares: shares[party] })),
        );
        await stores[party].commitEnrolled(ids);
      }
    }
  } finally {
    for (const store of stores) await store.close();
  }
  return enrolled;
}

async function openStore(dir: string, party: Party): Promise<Store> {
  const storageKey = await readOrMake(join(dir, 'storage.key'), () =>
    crypto.getRandomValues(new Uint8Array(32)),
  );
  const dataDir = join(dir, 'data');
  const opening = {
    dataDir,
    database: { kind: 'pglite' },
    name: 'bench',
    signal: new AbortController().signal,
  } as const;
  return Store.open(await openDatabase(opening), { dataDir, storageKey, party, model: MODEL });
}

async function byParty<T>(make: (party: Party) => Promise<T>): Promise<Three<T>> {
  return [await make(0), await make(1), await make(2)];
}
