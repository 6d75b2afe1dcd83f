import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { generateKeyPair, type Keyring } from '../../src/envelope/open.js';
import { bytes } from '../../src/envelope/primitives.js';
import { KemSchema } from '../../src/envelope/wire.js';
import { ShareError } from '../errors.js';
import type { Seat } from '../sealed/open.js';
import type { OperatorKey } from '../sealed/seal.js';
import { readOrMake } from './owner-only.js';

const KeyFile = v.pipe(
  v.array(v.strictObject({ kid: bytes(16), kem: KemSchema, publicKey: bytes(), privateKey: bytes(32) })),
  v.minLength(1),
);

/** The keys that sellers' devices seal an operator's part to. */
export interface SealingKeys {
  /** All that still open something. */
  readonly keyring: Keyring;
  /** The first of the file: what discovery is to name. */
  readonly current: OperatorKey;
}

/** With what an operator opens its parts, and what they are to be sealed to. */
export interface Sealing {
  readonly seat: Seat;
  readonly key: OperatorKey;
}

/** The file's keys; on the first start it is made, with one X-Wing key. JSON, readable by its owner alone: a list, the newest first. An
 * older one opens as long as it stands in it.
 * @throws {@link ShareError} `shares.damaged`. */
export async function readSealingKeys(path: string): Promise<SealingKeys> {
  const file = await readOrMake(path, makeKeyFile);
  const keys = parse(file.toString('utf8'));
  const [current] = keys;
  if (current === undefined) throw damaged();
  const { kid, kem, publicKey } = current;
  return { keyring: new Map(keys.map((key) => [key.kid, key])), current: { kid, kem, publicKey } };
}

async function makeKeyFile(): Promise<string> {
  const { privateKey, ...key } = await generateKeyPair('x-wing');
  return `${JSON.stringify([{ ...key, privateKey: toBase64Url(privateKey) }])}\n`;
}

function parse(text: string) {
  try {
    const keys = v.parse(KeyFile, JSON.parse(text));
    return keys.map((key) => ({ ...key, privateKey: fromBase64Url(key.privateKey) }));
  } catch {
    // Not its cause: that would quote the file.
    throw damaged();
  }
}

function damaged(): ShareError {
  return new ShareError('shares.damaged', { detail: 'sealing keys' });
}
