import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { toBase64Url } from '../core/bytes.js';
import { canonicalBytes } from './canonical.js';
import { decodeEmbedding } from './embedding.js';
import { generateKeyPair, type ReceiverKey } from './open.js';
import { encodePayload } from './payload.js';
import { aadOf, infoOf, suiteOf } from './suite.js';
import { AUDIENCE, exampleBinding, examplePayload, publicKeyOf } from './wire.fixture.js';
import { type Envelope, type Header, type Payload, PLAINTEXT_BYTES } from './wire.js';

/** Writes docs/vectors/envelope.json: `npx tsx src/envelope/make-vectors.fixture.ts`, after a change of the protocol. Every run seals
 * with new keys; vectors.test.ts opens what lies there. */

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function headerFor({ kid, kem }: ReceiverKey): Header {
  return { v: 1, kid, kem, kdf: 'hkdf-sha256', aead: 'aes-256-gcm', ...exampleBinding() };
}

/** Seals any bytes, also such as no widget would. */
async function sealed(key: ReceiverKey, plaintext: Uint8Array, audience = AUDIENCE): Promise<Envelope> {
  const header = headerFor(key);
  const suite = await suiteOf(key.kem);
  const raw = Buffer.from(key.publicKey, 'base64url');
  const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(raw));
  const sender = { recipientPublicKey, info: infoOf(audience, key.kid) };
  const { enc, ct } = await suite.seal(sender, new Uint8Array(plaintext), aadOf(header));
  return {
    v: 1,
    header,
    enc: toBase64Url(new Uint8Array(enc)),
    ciphertext: toBase64Url(new Uint8Array(ct)),
  };
}

/** Padded as the widget pads it. */
function padded(payload: object): Uint8Array {
  const bytes = new Uint8Array(PLAINTEXT_BYTES).fill(0x20);
  bytes.set(canonicalBytes(payload));
  return bytes;
}

function floats(values: Float32Array): Payload['embedding'] {
  const bytes = new Uint8Array(values.buffer.slice(0));
  return { dtype: 'f32le', dim: values.length, data: toBase64Url(bytes) };
}

/** Payloads that open and must not be taken. */
function unusable(): readonly (readonly [name: string, payload: object])[] {
  const good = examplePayload();
  const vector = decodeEmbedding(good.embedding);
  const withNaN = vector.slice().fill(Number.NaN, 0, 1);
  return [
    ['a number of the embedding is NaN', { ...good, embedding: floats(withNaN) }],
    ['the embedding is twice as long as one', { ...good, embedding: floats(vector.map((x) => 2 * x)) }],
    ['the embedding is zero', { ...good, embedding: floats(vector.slice().fill(0)) }],
    ['another number of bytes than 4 × dim', { ...good, embedding: { ...good.embedding, dim: 127 } }],
    ['a field that there is not', { ...good, photo: 'AAAA' }],
    [
      'a check is missing',
      { ...good, liveness: { ...good.liveness, checks: good.liveness.checks.slice(1) } },
    ],
    ['live, although a check failed', { ...good, liveness: liveWithFailure(good) }],
  ];
}

function liveWithFailure({ liveness }: Payload): object {
  const checks = liveness.checks.map((check) =>
    check.id === 'one-face' ? { ...check, band: 'fail', reason: 'face.multiple' } : check,
  );
  return { ...liveness, checks };
}

async function opened(key: ReceiverKey): Promise<object> {
  const payload = examplePayload();
  const envelope = await sealed(key, encodePayload(payload));
  return {
    name: `sealed with ${key.kem}`,
    info: text(infoOf(AUDIENCE, key.kid)),
    aad: text(aadOf(envelope.header)),
    envelope,
    payload,
    embedding: [...decodeEmbedding(payload.embedding)],
  };
}

async function refused(key: ReceiverKey): Promise<object[]> {
  const good = await sealed(key, encodePayload(examplePayload()));
  const code = 'envelope.invalid';
  const malformed = 'request.malformed';
  const inside = unusable().map(async ([name, payload]) => {
    return { name, code, envelope: await sealed(key, padded(payload)) };
  });
  return [
    {
      name: 'sealed for another audience',
      code,
      envelope: await sealed(key, encodePayload(examplePayload()), 'another'),
    },
    {
      name: 'a header that was changed',
      code,
      envelope: { ...good, header: { ...good.header, widget: 'candor/0.1.1' } },
    },
    { name: 'a field that there is not, in the open', code: malformed, envelope: { ...good, note: 'x' } },
    { name: 'padding after base64url', code: malformed, envelope: { ...good, enc: `${good.enc}=` } },
    ...(await Promise.all(inside)),
  ];
}

function signedKeys(keys: readonly ReceiverKey[]): object {
  const pair = generateKeyPairSync('ed25519');
  const list = { keys: keys.map(publicKeyOf), seq: 3 };
  const signed = canonicalBytes(list);
  return {
    pinned: pair.publicKey.export({ format: 'jwk' }).x,
    ...list,
    signed: text(signed),
    keysSignature: toBase64Url(new Uint8Array(sign(null, signed, pair.privateKey))),
  };
}

async function main(): Promise<void> {
  const xWing = await generateKeyPair('x-wing');
  const portable = await generateKeyPair('x25519');
  const keys = [xWing, portable];
  const vectors = {
    audience: AUDIENCE,
    keys: keys.map((key) => ({ ...key, privateKey: toBase64Url(key.privateKey) })),
    opened: await Promise.all(keys.map(opened)),
    refused: await refused(portable),
    signedKeys: signedKeys(keys),
  };
  const file = new URL('../../docs/vectors/envelope.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`);
}

await main();
