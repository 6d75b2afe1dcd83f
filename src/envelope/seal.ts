import { NotSupportedError } from '@hpke/core';
import { type Bytes, fromBase64Url, toBase64Url, utf8, wipe } from '../core/bytes.js';
import { CandorError } from '../core/errors.js';
import { encodePayload } from './payload.js';
import { aadOf, infoOf, suiteOf } from './suite.js';
import type { SharedEnvelope, SharedPayload } from './three-share.js';
import type { Envelope, Header, Key, Payload } from './wire.js';

/** The header's fields that the key decides. */
type Suite = 'v' | 'kid' | 'kem' | 'kdf' | 'aead';
/** What the envelope is bound to. */
export type Binding = Omit<Header, Suite>;

export interface SealInput {
  readonly payload: Payload;
  readonly binding: Binding;
  readonly key: Key;
  /** `audience` of the discovery document. */
  readonly audience: string;
}

/** Seals the payload for the receiver's key. The plaintext is wiped before this returns.
 * @throws `crypto.bad_public_key`, `crypto.unavailable` */
export async function seal({ payload, binding, key, audience }: SealInput): Promise<Envelope> {
  const header = headerOf(binding, key);
  return { v: 1, header, ...(await sealPayload(payload, header, key, audience)) };
}

/** Seals everything but the template, which three operators get, for the receiver's key.
 * @param shared - what `sealShares` made of the template: the header is that of the whole envelope.
 * @throws as {@link seal}. */
export async function sealShared(
  shared: Pick<SharedEnvelope, 'header' | 'parts'>,
  { payload, key, audience }: Omit<SealInput, 'payload' | 'binding'> & { readonly payload: SharedPayload },
): Promise<SharedEnvelope> {
  const { header, parts } = shared;
  const { liveness, capture, consent } = payload;
  // A careless caller's template would otherwise go to the one who must not have it.
  const rest = { liveness, capture, consent };
  return { v: 1, header, ...(await sealPayload(rest, header, key, audience)), parts };
}

async function sealPayload(
  payload: Payload | SharedPayload,
  header: Header,
  key: Key,
  audience: string,
): Promise<Pick<Envelope, 'enc' | 'ciphertext'>> {
  const plaintext = encodePayload(payload);
  try {
    const { enc, ct } = await encrypt(key, plaintext, infoOf(audience, key.kid), aadOf(header));
    return { enc: toBase64Url(new Uint8Array(enc)), ciphertext: toBase64Url(new Uint8Array(ct)) };
  } finally {
    wipe(plaintext);
  }
}

/** Size of the request body, bytes. */
export function bodyBytes(envelope: Envelope): number {
  return utf8(JSON.stringify(envelope)).length;
}

/** The header of every envelope for this key. */
export function headerOf(binding: Binding, { kid, kem }: Key): Header {
  return { v: 1, kid, kem, kdf: 'hkdf-sha256', aead: 'aes-256-gcm', ...binding };
}

/** What HPKE makes of a plaintext, which stays the caller's to wipe.
 * @throws `crypto.bad_public_key`, `crypto.unavailable` */
export async function encrypt(
  key: Pick<Key, 'kid' | 'kem' | 'publicKey'>,
  plaintext: Bytes,
  info: Bytes,
  aad: Bytes,
): Promise<{ readonly enc: ArrayBuffer; readonly ct: ArrayBuffer }> {
  if (globalThis.crypto?.subtle === undefined) throw new CandorError('crypto.unavailable');
  const suite = await suiteOf(key.kem);
  try {
    const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(key.publicKey));
    // The buffer, not the view: of a view the library would encrypt, and leave behind, a copy that nobody wipes.
    return await suite.seal({ recipientPublicKey, info }, plaintext.buffer, aad);
  } catch (cause) {
    const code = cause instanceof NotSupportedError ? 'crypto.unavailable' : 'crypto.bad_public_key';
    throw new CandorError(code, { cause, detail: key.kid });
  }
}
