import { type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { CLOCK_SKEW_MS, kidOf } from '../../src/envelope/key.js';
import { generateKeyPair, type Keyring, type ReceiverKey } from '../../src/envelope/open.js';
import { type Discovery, type Key, KeySchema } from '../../src/envelope/wire.js';
import { makeOwnerOnlyFolder, readOwnerOnly, writeOwnerOnly } from './owner-only.js';

const DAY_MS = 86_400_000;
/** A key pair serves this long (requirement E-12). */
export const KEY_LIFETIME_MS = 30 * DAY_MS;
/** The next pair is offered this long before the last one ends. */
export const KEY_OVERLAP_MS = 2 * DAY_MS;

const StoredKeySchema = v.strictObject({ ...KeySchema.entries, privateKey: v.string() });
const StoredRingSchema = v.strictObject({ seq: v.number(), keys: v.array(StoredKeySchema) });
type StoredKey = v.InferOutput<typeof StoredKeySchema>;
type StoredRing = v.InferOutput<typeof StoredRingSchema>;

export interface KeyRingOptions {
  readonly folder: string;
  readonly now: () => Date;
  /** How long after a key's end an envelope that was sealed for it may still arrive, ms. */
  readonly submitTtlMs: number;
  readonly signingKey?: KeyObject | undefined;
}

/** The receiver's HPKE keys: one file, made on first start, rotated before they end, destroyed when nothing that
 * was sealed for them can still arrive. HPKE has no forward secrecy against the theft of these (RFC 9180 §9.7.4). */
export interface KeyRing {
  /** What discovery publishes. */
  published(): Pick<Discovery, 'keys' | 'seq' | 'keysSignature'>;
  /** What may still open an envelope. */
  opening(): Keyring;
  /** Makes the next pair when it is due, and destroys what has ended. */
  rotate(): Promise<void>;
  /** Offers a new pair now, whatever the age of the last; those before go on opening until they end. */
  renew(): Promise<void>;
}

export async function openKeyRing(options: KeyRingOptions): Promise<KeyRing> {
  await makeOwnerOnlyFolder(options.folder);
  const path = join(options.folder, 'hpke.json');
  let ring = await readRing(path);
  const { now } = options;

  const replace = async (next: StoredRing): Promise<void> => {
    if (next === ring) return;
    await writeOwnerOnly(path, JSON.stringify(next));
    ring = next;
  };
  const rotate = async (): Promise<void> =>
    replace(await rotated(ring, now().getTime(), options.submitTtlMs + CLOCK_SKEW_MS));
  const renew = async (): Promise<void> => {
    await rotate();
    const fresh = await freshPair(now().getTime());
    await replace({ seq: ring.seq + 1, keys: [...ring.keys, ...fresh] });
  };
  await rotate();

  return {
    rotate,
    renew,
    published: () => publish(ring, now().getTime(), options.signingKey),
    opening: () => new Map(stillOpening(ring, now().getTime(), options.submitTtlMs + CLOCK_SKEW_MS)),
  };
}

async function readRing(path: string): Promise<StoredRing> {
  const stored = await readOwnerOnly(path);
  if (stored === null) return { seq: 0, keys: [] };
  const ring = v.safeParse(StoredRingSchema, JSON.parse(stored.toString('utf8')));
  if (!ring.success) throw new Error(`${path} is damaged; restore it, or remove it to start with new keys`);
  for (const key of ring.output.keys) {
    if ((await kidOf(fromBase64Url(key.publicKey))) !== key.kid)
      throw new Error(`${path}: ${key.kid} is damaged`);
  }
  return ring.output;
}

/** The ring as it should be at `atMs`; the same object when nothing is due. */
async function rotated(ring: StoredRing, atMs: number, lateMs: number): Promise<StoredRing> {
  const kept = ring.keys.filter((key) => atMs < Date.parse(key.notAfter) + lateMs);
  const lasts = kept.some((key) => Date.parse(key.notAfter) - KEY_OVERLAP_MS > atMs);
  if (lasts && kept.length === ring.keys.length) return ring;
  return { seq: ring.seq + 1, keys: lasts ? kept : [...kept, ...(await freshPair(atMs))] };
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
  signingKey: KeyObject | undefined,
): Pick<Discovery, 'keys' | 'seq' | 'keysSignature'> {
  const keys: Key[] = ring.keys
    .filter((key) => atMs < Date.parse(key.notAfter))
    .map(({ kid, kem, publicKey, notBefore, notAfter }) => ({ kid, kem, publicKey, notBefore, notAfter }));
  const { seq } = ring;
  if (signingKey === undefined) return { keys, seq };
  return { keys, seq, keysSignature: toBase64Url(sign(null, canonicalBytes({ keys, seq }), signingKey)) };
}

function* stillOpening(ring: StoredRing, atMs: number, lateMs: number): Generator<[string, ReceiverKey]> {
  for (const { kid, kem, publicKey, privateKey, notAfter } of ring.keys) {
    if (atMs >= Date.parse(notAfter) + lateMs) continue;
    yield [kid, { kid, kem, publicKey, privateKey: fromBase64Url(privateKey) }];
  }
}
