import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as noble from '@panva/hpke-noble';
import * as HPKE from 'hpke';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, utf8 } from '../core/bytes.js';
import { canonicalBytes } from './canonical.js';
import { check } from './check.js';
import { kidOf } from './key.js';
import { EnvelopeInvalid, type Keyring, open } from './open.js';
import { EnvelopeSchema, type Kem, KemSchema, KeySchema, PayloadSchema } from './wire.js';

/** docs/vectors/envelope.json is for whoever writes a receiver in another language: opened here with this code, and with
 * another implementation that gets nothing but what the file says. */

const KeyPairSchema = v.strictObject({
  kid: v.string(),
  kem: KemSchema,
  publicKey: v.string(),
  privateKey: v.string(),
});
const VectorsSchema = v.strictObject({
  audience: v.string(),
  keys: v.array(KeyPairSchema),
  opened: v.array(
    v.strictObject({
      name: v.string(),
      info: v.string(),
      aad: v.string(),
      envelope: EnvelopeSchema,
      payload: PayloadSchema,
      embedding: v.array(v.number()),
    }),
  ),
  refused: v.array(
    v.strictObject({
      name: v.string(),
      code: v.picklist(['envelope.invalid', 'request.malformed']),
      envelope: v.unknown(),
    }),
  ),
  signedKeys: v.strictObject({
    pinned: v.string(),
    keys: v.array(KeySchema),
    seq: v.number(),
    signed: v.string(),
    keysSignature: v.string(),
  }),
});

const file = new URL('../../docs/vectors/envelope.json', import.meta.url);
const vectors = v.parse(VectorsSchema, JSON.parse(readFileSync(file, 'utf8')));
const keyring: Keyring = new Map(
  vectors.keys.map((key) => [key.kid, { ...key, privateKey: fromBase64Url(key.privateKey) }]),
);
const OPENED = vectors.opened.map((vector) => [vector.name, vector] as const);
const REFUSED = vectors.refused.map((vector) => [vector.name, vector] as const);

function anotherSuite(kem: Kem): HPKE.CipherSuite {
  return kem === 'x25519'
    ? new HPKE.CipherSuite(HPKE.KEM_DHKEM_X25519_HKDF_SHA256, HPKE.KDF_HKDF_SHA256, HPKE.AEAD_AES_256_GCM)
    : new HPKE.CipherSuite(noble.KEM_MLKEM768_X25519, noble.KDF_HKDF_SHA256, noble.AEAD_AES_256_GCM);
}

/** Of the littlest of implementations. */
function refusalOf(envelope: unknown): Promise<string> {
  const checked = check(EnvelopeSchema, envelope);
  if (!checked.ok) return Promise.resolve('request.malformed');
  return open(checked.value, keyring, vectors.audience).then(
    () => 'opened',
    (thrown: unknown) => (thrown instanceof EnvelopeInvalid ? thrown.code : 'another error'),
  );
}

describe('docs/vectors/envelope.json', () => {
  it('names each key by the hash of its public half', async () => {
    for (const { kid, publicKey } of vectors.keys) {
      const raw = Buffer.from(publicKey, 'base64url');
      expect(createHash('sha256').update(raw).digest().subarray(0, 16).toString('base64url')).toBe(kid);
      expect(await kidOf(fromBase64Url(publicKey))).toBe(kid);
    }
    expect(vectors.keys.map(({ kem }) => kem)).toEqual(['x-wing', 'x25519']);
  });

  it.each(OPENED)('%s: opens to the payload', async (_, { envelope, payload, embedding }) => {
    expect(await open(envelope, keyring, vectors.audience, embedding.length)).toEqual(payload);
  });

  it.each(OPENED)(
    '%s: opens by another implementation, with info and aad as they stand there',
    async (_, vector) => {
      const { header, enc, ciphertext } = vector.envelope;
      const privateKey = keyring.get(header.kid)?.privateKey ?? new Uint8Array();
      const suite = anotherSuite(header.kem);
      const key = await suite.DeserializePrivateKey(privateKey, true);
      const sealed = [fromBase64Url(enc), fromBase64Url(ciphertext)] as const;
      const plaintext = await suite.Open(key, ...sealed, { info: utf8(vector.info), aad: utf8(vector.aad) });
      const text = new TextDecoder().decode(plaintext);
      expect(text).toHaveLength(4_096);
      expect(JSON.parse(text)).toEqual(vector.payload);
      expect(vector.info).toBe(`candor/1\n${vectors.audience}\n${header.kid}`);
      expect(vector.aad).toBe(new TextDecoder().decode(canonicalBytes(header)));
      const floats = Buffer.from(vector.payload.embedding.data, 'base64url');
      expect(vector.embedding.map((_, index) => floats.readFloatLE(index * 4))).toEqual(vector.embedding);
    },
  );

  it.each(REFUSED)('%s: is refused', async (_, { envelope, code }) => {
    expect(await refusalOf(envelope)).toBe(code);
  });

  it('has a list of keys whose signature another implementation finds genuine', () => {
    const { pinned, keys, seq, signed, keysSignature } = vectors.signedKeys;
    expect(new TextDecoder().decode(canonicalBytes({ keys, seq }))).toBe(signed);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: pinned }, format: 'jwk' });
    expect(verify(null, Buffer.from(signed), key, Buffer.from(keysSignature, 'base64url'))).toBe(true);
  });
});
