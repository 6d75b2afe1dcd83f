import { performance } from 'node:perf_hooks';
import type { Three } from '../../shares/index.js';
import { ShareClient } from '../../shares/node/client.js';
import { newId } from '../../shares/node/ids.js';
import { untilAnswered } from '../../shares/node/until-answered.fixture.js';
import { type SealedShares, sealShares } from '../../shares/sealed/seal.js';
import type { NodeFolders } from './node-folders.js';
import { startNodes } from './node-processes.js';
import { MODEL_ID, strangerVector } from './strangers.js';

/** Until all three have found each other, ms. */
const FOUND_WITHIN_MS = 60_000;
/** Before those that are counted: functions are compiled. */
const WARM_UP = 20;

/** What is measured of three processes. */
export interface NodeTimes {
  /** From the start of the three to the first answer, ms: rows are read and opened. */
  readonly startedMs: number;
  /** From the question to the answer at whoever asks, ms. */
  readonly none: readonly number[];
  readonly review: readonly number[];
  /** Resident, of each at the end, MB. */
  readonly memoryMb: Three<number>;
}

/** Newcomers admitted one after the other at three nodes in processes of their own, over TLS, in parts that a device has sealed: by turns
 * a stranger, and one that is there already.
 * @param delayMs - of everything between two operators, in each direction.
 * @throws when an answer is not the one that is known beforehand. */
export async function admissionsAt(folders: NodeFolders, count: number, delayMs: number): Promise<NodeTimes> {
  const from = performance.now();
  const nodes = await startNodes(folders, delayMs);
  try {
    const client = clientOf(folders);
    await untilAnswered(() => admitted(client, folders, 'none'), FOUND_WITHIN_MS);
    const startedMs = performance.now() - from;
    const took = { none: [] as number[], review: [] as number[] };
    for (let at = 0; at < 2 * count + WARM_UP; at += 1) {
      const kind = at % 2 === 0 ? 'none' : 'review';
      const tookMs = await admitted(client, folders, kind);
      if (at >= WARM_UP) took[kind].push(tookMs);
    }
    return { startedMs, ...took, memoryMb: await nodes.memoryMb() };
  } finally {
    await nodes.stop();
  }
}

/** @returns how long the answer took, ms. */
async function admitted(client: ShareClient, folders: NodeFolders, kind: 'none' | 'review'): Promise<number> {
  const shares = await sealed(kind === 'none' ? strangerVector() : folders.enrolled, folders);
  const from = performance.now();
  const found = await client.admit({ id: newId(), shares });
  const tookMs = performance.now() - from;
  if (found.kind !== kind) throw new Error(`${found.kind} in place of ${kind}`);
  return tookMs;
}

function sealed(embedding: Float32Array, { audience, introductions }: NodeFolders): Promise<SealedShares> {
  const [first, second, third] = introductions.map(({ sealingKey }) => sealingKey);
  if (!first || !second || !third) throw new TypeError('three');
  return sealShares({ embedding, header: HEADER, operators: [first, second, third], audience });
}

function clientOf({ marketplace, introductions }: NodeFolders): ShareClient {
  const [first, second, third] = introductions;
  return new ShareClient({ identity: marketplace, operators: [first, second, third], timeoutMs: 60_000 });
}

/** An envelope's, as parts are bound to it. Nobody looks at what it says but for the model. */
const HEADER = {
  v: 1,
  kid: 'AAAAAAAAAAAAAAAAAAAAAA',
  kem: 'x-wing',
  kdf: 'hkdf-sha256',
  aead: 'aes-256-gcm',
  sessionId: '5f0c1f0e-6c2a-4a4b-8a31-0d3d0a5b7a10',
  nonce: 'A'.repeat(43),
  challengeId: 'bench',
  noticeHash: 'A'.repeat(43),
  consentHash: 'A'.repeat(43),
  locale: 'en',
  modelId: MODEL_ID,
  modelSha256: '0'.repeat(64),
  purposeIds: ['duplicate-check'],
  widget: 'candor/0.1.0',
  origin: 'https://bench.example',
  createdAt: '2026-01-01T00:00:00.000Z',
} as const;
