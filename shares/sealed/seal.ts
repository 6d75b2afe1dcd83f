import { type Bytes, toBase64Url, utf8, wipe } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { encrypt } from '../../src/envelope/seal.js';
import { MOST_DIM, SALT_BYTES } from '../../src/envelope/share-sizes.js';
import type { SealedPart, SharedEnvelope, SharedHeader } from '../../src/envelope/three-share.js';
import type { Header, Key } from '../../src/envelope/wire.js';
import { ShareError } from '../errors.js';
import { toFixedPoint } from '../fixed-point.js';
import { nextOf, type Party } from '../party.js';
import { bytesOf } from '../ring.js';
import { share, type Three } from '../sharing.js';
import { commitmentTo, encodePart, type Salted, wipePart } from './plaintext.js';

/** An operator's key, as discovery has it. */
export type OperatorKey = Pick<Key, 'kid' | 'kem' | 'publicKey'>;

export interface ShareSealInput {
  /** Of unit length; the caller still owns, and wipes, it. */
  readonly embedding: Float32Array;
  /** The envelope's. */
  readonly header: Header;
  readonly operators: Three<OperatorKey>;
  /** `audience` of the discovery document. */
  readonly audience: string;
}

/** The header that each part is bound to, and the parts by operator. */
export type SealedShares = Pick<SharedEnvelope, 'header' | 'parts'>;

/** Splits a template and seals to each operator the two components that are its own, on the seller's device: whoever passes the parts
 * on can open none of them. What was split is wiped before this returns.
 * @throws {@link ShareError} `shares.bad_input` when it is not of unit length or has more than 512 components, or two keys are one;
 * `crypto.bad_public_key`, `crypto.unavailable`. */
export async function sealShares(input: ShareSealInput): Promise<SealedShares> {
  const { embedding, operators, audience } = input;
  const kids = threeOf((party) => operators[party].kid);
  if (new Set(kids).size !== kids.length)
    throw new ShareError('shares.bad_input', { detail: 'two operators with one key' });
  const components = split(embedding);
  const parts = threeOf((party) => ({ own: components[party], next: components[nextOf(party)] }));
  const plaintexts = threeOf((party) => encodePart(parts[party]));
  try {
    const commitments = await threeAsync((party) => commitmentTo(party, components[party]));
    const header: SharedHeader = { ...input.header, sharing: { scheme: 'three-share', kids, commitments } };
    const aad = canonicalBytes(header);
    const sealed = await threeAsync((party) =>
      sealPart(operators[party], plaintexts[party], shareInfo(audience, operators[party].kid, party), aad),
    );
    return { header, parts: sealed };
  } finally {
    for (const part of parts) wipePart(part);
    wipe(...plaintexts);
  }
}

/** Binds a part to whom the seller was told of, to the key and to the operator's place. */
export function shareInfo(audience: string, kid: string, party: Party): Bytes {
  return utf8(`candor/share/1\n${audience}\n${kid}\n${party}`);
}

/** The template's three components, each with a fresh salt. */
function split(embedding: Float32Array): Three<Salted> {
  if (embedding.length > MOST_DIM) throw new ShareError('shares.bad_input', { detail: 'dimension' });
  const secret = toFixedPoint(embedding);
  const shares = share('arithmetic', secret);
  wipe(bytesOf(secret));
  return threeOf((party) => ({
    salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
    words: shares[party].own,
  }));
}

async function sealPart(key: OperatorKey, plaintext: Bytes, info: Bytes, aad: Bytes): Promise<SealedPart> {
  const { enc, ct } = await encrypt(key, plaintext, info, aad);
  return { enc: toBase64Url(new Uint8Array(enc)), ciphertext: toBase64Url(new Uint8Array(ct)) };
}

function threeOf<T>(make: (party: Party) => T): [T, T, T] {
  return [make(0), make(1), make(2)];
}

function threeAsync<T>(make: (party: Party) => Promise<T>): Promise<[T, T, T]> {
  return Promise.all(threeOf(make));
}
