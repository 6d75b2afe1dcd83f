import { createHash, type KeyObject, sign } from 'node:crypto';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { CLOCK_SKEW_MS, kidOf, signedBytes } from '../../src/envelope/key.js';
import { generateKeyPair, type Keyring, type ReceiverKey } from '../../src/envelope/open.js';
import type { Operators } from '../../src/envelope/recipients.js';
import { type Discovery, type Key, KeySchema } from '../../src/envelope/wire.js';
import type { SecretStore } from './secret-store.js';
import { KeyLostError } from './secrets.js';

const DAY_MS = 86_400_000;
/** A key pair serves this long (requirement E-12). */
export const KEY_LIFETIME_MS = 30 * DAY_MS;
/** The next pair is offered this long before the last one ends. */
export const KEY_OVERLAP_MS = 2 * DAY_MS;

const StoredKeySchema = v.strictObject({ ...KeySchema.entries, privateKey: v.string() });
const StoredRingSchema = v.strictObject({
  seq: v.number(),
  keys: v.array(StoredKeySchema),
  /** SHA-256 of the operators that the list was published with. Absent: none. */
  operators: v.optional(v.string()),
});
type StoredKey = v.InferOutput<typeof StoredKeySchema>;
type StoredRing = v.InferOutput<typeof StoredRingSchema>;

export interface KeyRingOptions {
  readonly store: SecretStore;
  readonly now: () => Date;
  /** How long after a key's end an envelope that was sealed for it may still arrive, ms. */
  readonly submitTtlMs: number;
  readonly signingKey?: KeyObject | undefined;
  /** Who is published, and signed, with the keys: where they are others than before, the list gets the next number. */
  readonly operators?: Operators | undefined;
  readonly memory: RingMemory;
  /** Whether pairs may be destroyed that have ended by the clock. Default: always. */
  readonly mayDestroy?: (() => Promise<boolean>) | undefined;
}

/** What the database knows of the key ring, so that a lost one is not taken for a first start. */
export interface RingMemory {
  /** `seq` of the newest list that is known; 0: none. */
  readonly seq: number;
  /** What is done where there is no ring. */
  readonly ifMissing: 'make' | 'refuse';
  remember(seq: number): Promise<void>;
}

type Published = Pick<Discovery, 'keys' | 'seq' | 'keysSignature' | 'operators'>;

/** The receiver's HPKE keys: one entry of the secret store, made on first start, rotated before they end, destroyed when nothing that
 * was sealed for them can still arrive. HPKE has no forward secrecy against the theft of these (RFC 9180 §9.7.4). */
export interface KeyRing {
  /** What discovery publishes. */
  published(): Published;
  /** What may still open an envelope. Where none of them is `kid`, reads what another receiver may have made meanwhile, once a
   * second at most: anyone can name a key that never was. */
  opening(kid: string): Promise<Keyring>;
  /** Makes the next pair when it is due, and destroys what has ended, unless the clock is not believed. One receiver of a deployment at a time. */
  rotate(): Promise<void>;
  /** Offers a new pair now, whatever the age of the last; those before go on opening until they end. */
  renew(): Promise<void>;
}

const ENTRY = 'hpke.json';
const REFRESH_MS = 1_000;

/** Reads the ring, or makes one. One receiver of a deployment at a time.
 * @throws KeyLostError where there is none and `memory` refuses to make one; Error when it is damaged or readable by others. */
export async function openKeyRing(options: KeyRingOptions): Promise<KeyRing> {
  const { now, store, memory, mayDestroy = async () => true } = options;
  let ring = await firstRing(store, memory);

  const replace = async (next: StoredRing): Promise<void> => {
    if (next === ring) return;
    await store.write(ENTRY, Buffer.from(JSON.stringify(next)));
    ring = next;
    await memory.remember(next.seq);
  };
  const refresh = async (): Promise<void> => {
    const stored = await readRing(store);
    // Never back: this may have been read before another wrote.
    if (stored !== null && stored.seq > ring.seq) ring = stored;
  };
  let refreshedMs = Number.NEGATIVE_INFINITY;
  const refreshSeldom = async (): Promise<void> => {
    if (performance.now() - refreshedMs < REFRESH_MS) return;
    refreshedMs = performance.now();
    await refresh();
  };
  const rotate = async (): Promise<void> => {
    await refresh();
    const lateMs = (await mayDestroy()) ? options.submitTtlMs + CLOCK_SKEW_MS : Number.POSITIVE_INFINITY;
    await replace(await rotated(ring, now().getTime(), lateMs));
  };
  const renew = async (): Promise<void> => {
    await rotate();
    const fresh = await freshPair(now().getTime());
    await replace({ ...ring, seq: ring.seq + 1, keys: [...ring.keys, ...fresh] });
  };
  // One of a backup: its list is not the newest that was published, and gets the next number.
  if (ring.keys.length > 0 && ring.seq < memory.seq) await replace({ ...ring, seq: memory.seq + 1 });
  const operators = hashOf(options.operators);
  if (ring.keys.length === 0) ring = { ...ring, operators };
  else if (ring.operators !== operators) await replace({ ...ring, seq: ring.seq + 1, operators });
  await rotate();
  if (ring.seq > memory.seq) await memory.remember(ring.seq);

  return {
    rotate,
    renew,
    published: () => publish(ring, now().getTime(), options),
    opening: async (kid) => {
      if (ring.keys.every((key) => key.kid !== kid)) await refreshSeldom();
      return new Map(stillOpening(ring, now().getTime(), options.submitTtlMs + CLOCK_SKEW_MS));
    },
  };
}

function hashOf(operators: Operators | undefined): string | undefined {
  if (operators === undefined) return undefined;
  return createHash('sha256').update(canonicalBytes(operators)).digest('base64url');
}

async function firstRing(store: SecretStore, { seq, ifMissing }: RingMemory): Promise<StoredRing> {
  const stored = await readRing(store);
  if (stored !== null) return stored;
  if (ifMissing === 'refuse') throw new KeyLostError(store.placeOf(ENTRY), 'pairs');
  return { seq, keys: [] };
}

async function readRing(store: SecretStore): Promise<StoredRing | null> {
  const path = store.placeOf(ENTRY);
  const stored = await store.read(ENTRY);
  if (stored === null) return null;
  const ring = v.safeParse(StoredRingSchema, parseJson(Buffer.from(stored).toString('utf8')));
  if (!ring.success)
    throw new Error(`${path} is damaged; restore it, or move it away and run candor-receiver keys rotate`);
  for (const key of ring.output.keys) {
    if ((await kidOf(fromBase64Url(key.publicKey))) !== key.kid)
      throw new Error(`${path}: ${key.kid} is damaged`);
  }
  return ring.output;
}

/** Null for what is none: the engine's own message would quote the text, and with it a private key. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The ring as it should be at `atMs`; the same object when nothing is due. A pair that has yet to begin was made by a clock that
 * was wrong: it stands in for none that is valid now.
 * @param lateMs - how long after its end a pair is destroyed. */
async function rotated(ring: StoredRing, atMs: number, lateMs: number): Promise<StoredRing> {
  const kept = ring.keys.filter((key) => atMs < Date.parse(key.notAfter) + lateMs);
  const lasts = kept.some(
    ({ notBefore, notAfter }) =>
      Date.parse(notBefore) - CLOCK_SKEW_MS <= atMs && Date.parse(notAfter) - KEY_OVERLAP_MS > atMs,
  );
  if (lasts && kept.length === ring.keys.length) return ring;
  return { ...ring, seq: ring.seq + 1, keys: lasts ? kept : [...kept, ...(await freshPair(atMs))] };
}

async function freshPair(atMs: number): Promise<StoredKey[]> {
  const notBefore = new Date(atMs).toISOString();
  const notAfter = new Date(atMs + KEY_LIFETIME_MS).toISOString();
  const pair = [await generateKeyPair('x-wing'), await generateKeyPair('x25519')];
  return pair.map(({ privateKey, ...key }) => ({
    ...key,
    privateKey: toBase64Url(privateKey),
    notBefore,
    notAfter,
  }));
}

function publish(
  ring: StoredRing,
  atMs: number,
  { signingKey, operators }: Pick<KeyRingOptions, 'signingKey' | 'operators'>,
): Published {
  const keys: Key[] = ring.keys
    .filter((key) => atMs < Date.parse(key.notAfter))
    .map(({ kid, kem, publicKey, notBefore, notAfter }) => ({ kid, kem, publicKey, notBefore, notAfter }));
  const { seq } = ring;
  const list = { keys, seq, ...(operators && { operators }) };
  if (signingKey === undefined) return list;
  return { ...list, keysSignature: toBase64Url(sign(null, signedBytes(list), signingKey)) };
}

function* stillOpening(ring: StoredRing, atMs: number, lateMs: number): Generator<[string, ReceiverKey]> {
  for (const { kid, kem, publicKey, privateKey, notAfter } of ring.keys) {
    if (atMs >= Date.parse(notAfter) + lateMs) continue;
    yield [kid, { kid, kem, publicKey, privateKey: fromBase64Url(privateKey) }];
  }
}
