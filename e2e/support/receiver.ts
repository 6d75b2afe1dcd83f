import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReceiver, readCliOptions, serve } from '../../receiver/index.js';

/** Asked of every session, so that a clip that was made before can answer. */
export const TEST_CHALLENGE = [
  { action: 'turn-left', cueAtMs: 1_100 },
  { action: 'turn-right', cueAtMs: 3_000 },
] as const;

/** One receiver on one port, which may go down and come back with all it had. */
export interface TestReceiver {
  readonly url: string;
  /** How many envelopes it took, each counted once. */
  received(): number;
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

/** It allows the check by coloured light: whoever does not ask for it sees no colour all the same. */
export async function startTestReceiver(extra: readonly string[] = []): Promise<TestReceiver> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-e2e-'));
  const steps = TEST_CHALLENGE.map(({ action, cueAtMs }) => `${action}@${cueAtMs}`).join(',');
  const options = await readCliOptions(['--data', folder, '--light', '--test-challenge', steps, ...extra], {
    RECEIVER_PORT: '0',
  });
  if (options === null) throw new Error('these arguments do not ask for help');
  const events: string[] = [];
  const run = async (port: number) =>
    serve(await createReceiver({ ...options.receiver, log: ({ event }) => events.push(event) }), {
      ...options,
      port,
    });

  let serving = await run(0);
  const { url } = serving;
  return {
    url,
    received: () => events.filter((event) => event === 'verification.received').length,
    stop: () => serving.close(),
    start: async () => {
      serving = await run(Number(new URL(url).port));
    },
    readKeys: async () => JSON.parse(await readFile(join(folder, 'keys/hpke.json'), 'utf8')).keys,
    remove: async () => {
      await serving.close();
      await rm(folder, { recursive: true });
    },
  };
}
