import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES, type Party } from '../party.js';
import type { Words } from '../ring.js';
import type { OperatorKey } from '../sealed/seal.js';
import { type ArithmeticShares, share, type Three } from '../sharing.js';
import { askOperator } from './ask-operator.js';
import { makeIdentity } from './certificates.fixture.js';
import { type Enrolled, ShareClient } from './client.js';
import type { ShareNodeConfig } from './config.js';
import { EMPTY, layDatabaseIn } from './database-folder.fixture.js';
import { newId } from './ids.js';
import type { Answer, Request } from './messages.js';
import type { Notice } from './notice.js';
import { type ShareNode, startShareNode } from './start.js';
import { type Address, fingerprintOf, type Identity } from './tls.js';

export const MODEL = { id: 'test-128', dim: 128, threshold: 0.45 };

export interface TrioOptions {
  /** Longest wait in one step, ms. */
  readonly timeoutMs?: number;
  /** With it, the operators take sealed shares alone. */
  readonly audience?: string;
  /** Whether operator 1 finds something else in operator 2's place. */
  readonly hasDetour?: boolean;
  /** Those whose database is PostgreSQL, and where it is. */
  readonly postgres?: Readonly<Partial<Record<Party, string>>>;
}

/** Three operators, their certificates, folders and ports, and those who ask them. Nothing runs yet. */
export class Trio {
  readonly folder: string;
  readonly identities: Three<Identity>;
  readonly configs: Three<ShareNodeConfig>;
  readonly notices: Three<Notice[]> = [[], [], []];
  readonly #callers: Readonly<Record<'market' | 'queue' | 'stranger', Identity>>;
  readonly #nodes = new Map<Party, ShareNode>();
  readonly #receiptKeys = new Map<Party, string>();
  readonly #sealingKeys = new Map<Party, OperatorKey>();

  private constructor(
    folder: string,
    identities: Three<Identity>,
    configs: Three<ShareNodeConfig>,
    callers: Readonly<Record<'market' | 'queue' | 'stranger', Identity>>,
  ) {
    this.folder = folder;
    this.identities = identities;
    this.configs = configs;
    this.#callers = callers;
  }

  static async make({
    timeoutMs = 2_000,
    audience,
    hasDetour = false,
    postgres = {},
  }: TrioOptions = {}): Promise<Trio> {
    const folder = await mkdtemp(join(tmpdir(), 'candor-shares-'));
    const [first, second, third, market, queue, stranger] = await Promise.all(
      ['operator 0', 'operator 1', 'operator 2', 'market', 'queue', 'stranger'].map(makeIdentity),
    );
    if (!first || !second || !third || !market || !queue || !stranger) throw new TypeError('six');
    const identities: Three<Identity> = [first, second, third];
    const ports = await Promise.all(Array.from({ length: 4 }, () => getPort()));
    const detour: Address = { host: '127.0.0.1', port: ports[3] ?? 0 };
    const places = identities.map(({ certificate }, party) => ({
      host: '127.0.0.1',
      port: ports[party] ?? 0,
      fingerprint: fingerprintOf(certificate),
    }));
    const configOf = async (party: Party): Promise<ShareNodeConfig> => {
      const { certificate, key } = identities[party];
      const [certificateFile, keyFile] = [join(folder, `${party}.crt`), join(folder, `${party}.key`)];
      await writeFile(certificateFile, certificate);
      await writeFile(keyFile, key, { mode: 0o600 });
      const [place0, place1, place2] = places;
      if (!place0 || !place1 || !place2) throw new TypeError('three');
      const url = postgres[party];
      const seen2 = party === 1 && hasDetour ? { ...place2, ...detour } : place2;
      return {
        party,
        dataDir: join(folder, `node-${party}`),
        ...(url !== undefined && { database: { kind: 'postgres', url } }),
        storageKeyFile: join(folder, `storage-${party}`, 'storage.key'),
        listen: { host: '127.0.0.1', port: ports[party] ?? 0 },
        certificateFile,
        keyFile,
        operators: [place0, place1, seen2],
        callers: [
          {
            name: 'market',
            fingerprint: fingerprintOf(market.certificate),
            may: ['compare', 'admit', 'enrol', 'refresh', 'remove', 'describe'],
          },
          { name: 'queue', fingerprint: fingerprintOf(queue.certificate), may: ['collect'] },
        ],
        model: MODEL,
        ...(audience !== undefined && {
          sealing: { keysFile: join(folder, `sealing-${party}`, 'keys.json'), audience },
        }),
        timeoutMs,
      };
    };
    const configs: Three<ShareNodeConfig> = [await configOf(0), await configOf(1), await configOf(2)];
    await layDatabases(configs);
    return new Trio(folder, identities, configs, { market, queue, stranger });
  }

  /** Starts a node in this process. */
  async start(party: Party, config: ShareNodeConfig = this.configs[party]): Promise<void> {
    const node = await startShareNode(config, (notice) => this.notices[party].push(notice));
    this.#nodes.set(party, node);
    this.#receiptKeys.set(party, node.receiptKey);
    if (node.sealingKey !== undefined) this.#sealingKeys.set(party, node.sealingKey);
  }

  async stop(party: Party): Promise<void> {
    const node = this.#nodes.get(party);
    this.#nodes.delete(party);
    await node?.close();
  }

  async startAll(): Promise<void> {
    await Promise.all(PARTIES.map((party) => this.start(party)));
  }

  async stopAll(): Promise<void> {
    await Promise.all(PARTIES.map((party) => this.stop(party)));
  }

  async remove(): Promise<void> {
    await this.stopAll();
    await rm(this.folder, { recursive: true, force: true });
  }

  receiptKeyOf(party: Party): string {
    return this.#receiptKeys.get(party) ?? '';
  }

  sealingKeyOf(party: Party): OperatorKey {
    const key = this.#sealingKeys.get(party);
    if (key === undefined) throw new TypeError(`operator ${party} takes no sealed shares`);
    return key;
  }

  /** The first line of a process says it. */
  knowReceiptKey(party: Party, key: string): void {
    this.#receiptKeys.set(party, key);
  }

  /** Asks one operator alone, as the market. */
  ask(party: Party, request: Request): Promise<Answer> {
    const { listen, operators } = this.configs[party];
    const operator = { ...listen, fingerprint: operators[party].fingerprint };
    return askOperator(operator, this.#callers.market, request, { timeoutMs: 30_000 });
  }

  client(who: 'market' | 'queue' | 'stranger', timeoutMs = 30_000): ShareClient {
    const [first, second, third] = this.configs;
    const placeOf = (party: Party, { listen, operators }: ShareNodeConfig) => ({
      ...listen,
      fingerprint: operators[party].fingerprint,
      receiptKey: this.#receiptKeys.get(party) ?? '',
    });
    return new ShareClient({
      identity: this.#callers[who],
      operators: [placeOf(0, first), placeOf(1, second), placeOf(2, third)],
      timeoutMs,
    });
  }
}

/** A new template, split. */
export function enrolment(words: Words): Enrolled & { readonly shares: Three<ArithmeticShares> } {
  return { id: newId(), shares: share('arithmetic', words) };
}

export function probeOf(vector: Float32Array): Three<ArithmeticShares> {
  return share('arithmetic', toFixedPoint(vector));
}

/** Gives each an empty PGlite of its own, unless it has PostgreSQL: making one takes seconds. */
async function layDatabases(configs: Three<ShareNodeConfig>): Promise<void> {
  for (const { dataDir, database } of configs)
    if (database?.kind !== 'postgres') await layDatabaseIn(join(dataDir, 'database'), EMPTY);
}
