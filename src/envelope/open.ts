import * as v from 'valibot';
import { type Bytes, fromBase64Url, toBase64Url, wipe } from '../core/bytes.js';
import { parseJson } from '../core/text.js';
import { isCoherent } from '../core/verdict-word.js';
import { decodeEmbedding } from './embedding.js';
import { kidOf } from './key.js';
import { aadOf, infoOf, suiteOf } from './suite.js';
import { type SharedEnvelope, type SharedPayload, SharedPayloadSchema } from './three-share.js';
import { type Envelope, type Kem, type Payload, PayloadSchema, PLAINTEXT_BYTES } from './wire.js';

/** A receiver's key pair, raw: 32 bytes of private key for either KEM. Keep it out of logs and off the browser. */
export interface ReceiverKey {
  readonly kid: string;
  readonly kem: Kem;
  /** Raw public key, base64url, as in discovery. */
  readonly publicKey: string;
  readonly privateKey: Bytes;
}

/** The receiver's keys that may still open something, by `kid`. */
export type Keyring = ReadonlyMap<string, ReceiverKey>;

/** The envelope does not open, or opens to something that is not a payload: deliberately without saying which.
 * @example
 * if (error instanceof EnvelopeInvalid) return problemResponse({ code: error.code }); */
export class EnvelopeInvalid extends Error {
  override readonly name = 'EnvelopeInvalid';
  readonly code = 'envelope.invalid';

  constructor() {
    super('The envelope cannot be used.');
  }
}

/** Makes a key pair that envelopes are sealed to.
 * @example
 * const pair = await generateKeyPair('x-wing');
 * const keyring = new Map([[pair.kid, pair]]); */
export async function generateKeyPair(kem: Kem): Promise<ReceiverKey> {
  const { kem: engine } = await suiteOf(kem);
  const pair = await engine.generateKeyPair();
  const publicKey = new Uint8Array(await engine.serializePublicKey(pair.publicKey));
  return {
    kid: await kidOf(publicKey),
    kem,
    publicKey: toBase64Url(publicKey),
    privateKey: new Uint8Array(await engine.serializePrivateKey(pair.privateKey)),
  };
}

/** Opens an envelope that has already passed `EnvelopeSchema`, and validates what is inside: closed schema, unit-length
 * embedding of `dim` floats where a dimension is given.
 * @throws {@link EnvelopeInvalid} for everything that is wrong.
 * @example
 * const payload = await open(envelope, keyring, 'https://verify.example/candor'); */
export function open(envelope: Envelope, keyring: Keyring, audience: string, dim?: number): Promise<Payload> {
  return openAs(envelope, keyring, audience, (plaintext) => decodePayload(plaintext, dim));
}

/** Opens what is the receiver's of an envelope that has passed `SharedEnvelopeSchema`: all but the template, whose parts only their
 * operators open.
 * @throws {@link EnvelopeInvalid} for everything that is wrong. */
export function openShared(
  envelope: SharedEnvelope,
  keyring: Keyring,
  audience: string,
): Promise<SharedPayload> {
  return openAs(envelope, keyring, audience, (plaintext) => decoded(SharedPayloadSchema, plaintext));
}

async function openAs<Opened>(
  envelope: Envelope,
  keyring: Keyring,
  audience: string,
  decode: (plaintext: Bytes) => Opened,
): Promise<Opened> {
  try {
    const plaintext = await decryptEnvelope(envelope, keyring, audience);
    try {
      return decode(plaintext);
    } finally {
      wipe(plaintext);
    }
  } catch {
    throw new EnvelopeInvalid();
  }
}

function decryptEnvelope(envelope: Envelope, keyring: Keyring, audience: string): Promise<Bytes> {
  const { header } = envelope;
  const key = keyring.get(header.kid);
  if (key === undefined || key.kem !== header.kem) throw new RangeError('no such key');
  return decrypt(key, envelope, infoOf(audience, header.kid), aadOf(header));
}

/** What HPKE opens; the caller wipes it.
 * @throws when it does not open. */
export async function decrypt(
  key: ReceiverKey,
  { enc, ciphertext }: Pick<Envelope, 'enc' | 'ciphertext'>,
  info: Bytes,
  aad: Bytes,
): Promise<Bytes> {
  const suite = await suiteOf(key.kem);
  const recipientKey = await suite.kem.deserializePrivateKey(key.privateKey);
  const plaintext = await suite.open(
    { recipientKey, enc: fromBase64Url(enc), info },
    fromBase64Url(ciphertext),
    aad,
  );
  return new Uint8Array(plaintext);
}

/** @throws on anything but padded JSON of a payload, and where a string in it is no text. */
export function decodePayload(plaintext: Uint8Array, dim?: number): Payload {
  const payload = decoded(PayloadSchema, plaintext);
  wipe(decodeEmbedding(payload.embedding));
  if (dim !== undefined && payload.embedding.dim !== dim) throw new RangeError('another dimension');
  return payload;
}

function decoded<Decoded extends SharedPayload>(
  schema: v.GenericSchema<unknown, Decoded>,
  plaintext: Uint8Array,
): Decoded {
  if (plaintext.length !== PLAINTEXT_BYTES) throw new RangeError('not padded');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  const payload = v.parse(schema, parseJson(text));
  if (!isCoherent(payload.liveness)) throw new RangeError('a verdict that no widget gives');
  return payload;
}
