import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReceiverProcess, spawnReceiver } from './receiver-process.js';

/** Asked of every session, so that a clip that was made before can answer. */
export const TEST_CHALLENGE = [
  { action: 'turn-left', cueAtMs: 1_100 },
  { action: 'turn-right', cueAtMs: 3_000 },
] as const;

/** One receiver on one port, the published command in a process of its own, which may go down and come back with all it
 * had. */
export interface TestReceiver {
  readonly url: string;
  /** Where a reviewer begins, after `--review-port`. @throws when it was started without. */
  reviewUrl(): string;
  /** How many envelopes it took, each counted once. */
  received(): number;
  /** How many verifications were withdrawn. */
  withdrawn(): number;
  stop(): Promise<void>;
  /** On the same port, with the same keys and database. */
  start(): Promise<void>;
  /** The keys file, which only the receiver's owner can read. */
  readKeys(): Promise<readonly StoredKey[]>;
  /** Stops, and removes what it had. */
  remove(): Promise<void>;
}

export interface StoredKey {
  readonly kid: string;
  readonly kem: 'x-wing' | 'x25519';
  readonly privateKey: string;
}

/** What a first start leaves: building a database takes seconds of both processors, copying one does not. */
const BEGUN_FOLDER = '.cache/e2e-receiver';

/** Makes the folder that each receiver of these tests begins with a copy of. */
export async function beginReceiver(): Promise<void> {
  await rm(BEGUN_FOLDER, { recursive: true, force: true });
  const receiver = spawnReceiver({ args: ['--data', BEGUN_FOLDER, '--port', '0'] });
  const url = await receiver.started;
  await receiver.stop();
  if (url === null) throw new Error(`the receiver did not start: ${receiver.said()}`);
}

/** It allows the check by coloured light: whoever does not ask for it sees no colour all the same. */
export async function startTestReceiver(extra: readonly string[] = []): Promise<TestReceiver> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-e2e-'));
  await cp(BEGUN_FOLDER, folder, { recursive: true });
  const steps = TEST_CHALLENGE.map(({ action, cueAtMs }) => `${action}@${cueAtMs}`).join(',');
  const args = ['--data', folder, '--light', '--test-challenge', steps, ...extra];
  const processes: ReceiverProcess[] = [];
  const run = async (port: string): Promise<string> => {
    const receiver = spawnReceiver({ args: [...args, '--port', port] });
    processes.push(receiver);
    const url = await receiver.started;
    if (url === null) throw new Error(`the receiver did not start: ${receiver.said()}`);
    return url;
  };
  const stop = async (): Promise<void> => {
    await processes.at(-1)?.stop();
  };

  const url = await run('0');
  const events = (): readonly string[] => processes.flatMap((receiver) => receiver.events());
  return {
    url,
    reviewUrl: () => {
      const newest = processes.at(-1);
      if (newest === undefined) throw new Error('no receiver was started');
      return newest.reviewUrl();
    },
    received: () => events().filter((event) => event === 'verification.received').length,
    withdrawn: () => events().filter((event) => event === 'verification.withdrawn').length,
    stop,
    start: async () => {
      await run(new URL(url).port);
    },
    readKeys: async () => JSON.parse(await readFile(join(folder, 'keys/hpke.json'), 'utf8')).keys,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}
