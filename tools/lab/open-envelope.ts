import * as noble from '@panva/hpke-noble';
import canonicalize from 'canonicalize';
import * as HPKE from 'hpke';
import type { StoredKey } from './receiver.js';

/** What is in an envelope, as docs/protocol.md has it. */
export interface OpenedPayload {
  readonly embedding: { readonly dtype: 'f32le'; readonly dim: number; readonly data: string };
  readonly liveness: {
    readonly verdict: string;
    readonly profile: string;
    readonly checks: readonly { readonly id: string; readonly band: string; readonly reason?: string }[];
  };
  readonly capture: { readonly durationMs: number; readonly frames: number; readonly fps: number };
  readonly consent: {
    readonly consentReceiptId: string;
    readonly method: string;
    readonly givenAt: string;
    readonly search?: { readonly scope: string; readonly templates: number };
  };
}

export interface OpenedEnvelope {
  readonly payload: OpenedPayload;
  readonly embedding: Float32Array;
  readonly embeddingBytes: Buffer;
}

/** Opens a request's body with the receiver's key and an implementation of RFC 9180 that Candor does not use.
 * @param audience - the receiver's, from its discovery. */
export async function openEnvelope(
  body: Buffer,
  keys: readonly StoredKey[],
  audience: string,
): Promise<OpenedEnvelope> {
  const { header, enc, ciphertext } = JSON.parse(body.toString('utf8'));
  const key = keys.find(({ kid }) => kid === header.kid);
  if (key === undefined) throw new Error(`the receiver has no key ${header.kid}`);
  const suite = suiteOf(key.kem);
  const plaintext = await suite.Open(
    await suite.DeserializePrivateKey(bytes(key.privateKey)),
    bytes(enc),
    bytes(ciphertext),
    {
      info: Buffer.from(`candor/1\n${audience}\n${header.kid}`),
      aad: Buffer.from(canonicalize(header) ?? ''),
    },
  );
  const payload: OpenedPayload = JSON.parse(Buffer.from(plaintext).toString('utf8'));
  const embeddingBytes = bytes(payload.embedding.data);
  const view = new DataView(embeddingBytes.buffer, embeddingBytes.byteOffset, embeddingBytes.byteLength);
  const embedding = Float32Array.from({ length: payload.embedding.dim }, (_, i) =>
    view.getFloat32(4 * i, true),
  );
  return { payload, embedding, embeddingBytes };
}

export function suiteOf(kem: StoredKey['kem']): HPKE.CipherSuite {
  return kem === 'x25519'
    ? new HPKE.CipherSuite(HPKE.KEM_DHKEM_X25519_HKDF_SHA256, HPKE.KDF_HKDF_SHA256, HPKE.AEAD_AES_256_GCM)
    : new HPKE.CipherSuite(noble.KEM_MLKEM768_X25519, noble.KDF_HKDF_SHA256, noble.AEAD_AES_256_GCM);
}

export function bytes(base64Url: string): Buffer {
  return Buffer.from(base64Url, 'base64url');
}

/** Of unit vectors, −1…1. */
export function cosineSimilarity(a: Float32Array, b: Float32Array): number {
  return a.reduce((total, value, i) => total + value * (b[i] ?? Number.NaN), 0);
}
