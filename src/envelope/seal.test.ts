import * as noble from '@panva/hpke-noble';
import fc from 'fast-check';
import * as HPKE from 'hpke';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromBase64Url, toBase64Url, utf8 } from '../core/bytes.js';
import { canonicalBytes } from './canonical.js';
import { EnvelopeInvalid, type Keyring, open } from './open.js';
import { bodyBytes, seal } from './seal.js';
import { AUDIENCE, exampleBinding, examplePayload, exampleReceiver, unitVector } from './wire.fixture.js';
import { type Envelope, EnvelopeSchema, type Header, type Kem, type Key, MAX_BODY_BYTES } from './wire.js';

const KEMS: readonly Kem[] = ['x-wing', 'x25519'];

function sealFor(key: Key, binding = exampleBinding()): Promise<Envelope> {
  return seal({ payload: examplePayload(), binding, key, audience: AUDIENCE });
}

function flipBit(encoded: string, at: number): string {
  const bytes = fromBase64Url(encoded);
  const index = at % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (at % 8));
  return toBase64Url(bytes);
}

afterEach(() => vi.restoreAllMocks());

describe.each(KEMS)('an envelope sealed with %s', (kem) => {
  it('is what the wire says, and opens to what was sealed', async () => {
    const { key, keyring } = await exampleReceiver(kem);
    const envelope = await sealFor(key);
    expect(v.is(EnvelopeSchema, envelope)).toBe(true);
    expect(await open(envelope, keyring, AUDIENCE, 128)).toEqual(examplePayload());
  });

  it('has one size and a fresh encapsulation every time (200 seals)', async () => {
    const { key } = await exampleReceiver(kem);
    const payloads = [1, 2, 3].map((seed) => examplePayload(unitVector(128, seed)));
    const envelopes = [];
    for (let index = 0; index < 200; index += 1) {
      const payload = payloads[index % payloads.length] ?? examplePayload();
      envelopes.push(await seal({ payload, binding: exampleBinding(), key, audience: AUDIENCE }));
    }
    expect(new Set(envelopes.map(bodyBytes)).size).toBe(1);
    expect(new Set(envelopes.map(({ enc }) => enc)).size).toBe(200);
    expect(new Set(envelopes.map(({ ciphertext }) => ciphertext)).size).toBe(200);
    expect(envelopes.map(bodyBytes)[0]).toBeLessThan(MAX_BODY_BYTES / 4);
  });

  it('stays shut when any field of its header is another', async () => {
    const { key, keyring } = await exampleReceiver(kem);
    const envelope = await sealFor(key);
    const fields = Object.keys(envelope.header) as (keyof Header)[];
    expect(fields).toHaveLength(17);
    for (const field of fields) {
      const altered = { ...envelope, header: { ...envelope.header, [field]: alter(envelope.header[field]) } };
      await expect(open(altered, keyring, AUDIENCE), field).rejects.toThrow(EnvelopeInvalid);
      const { [field]: _, ...rest } = envelope.header;
      // A header with a field missing is no Header: it must not open even where nobody validated it first.
      const without = { ...envelope, header: rest as Header };
      await expect(open(without, keyring, AUDIENCE), `without ${field}`).rejects.toThrow(EnvelopeInvalid);
    }
    expect(await open(envelope, keyring, AUDIENCE)).toEqual(examplePayload());
  });

  it('stays shut under any change of any text field, of enc or of the ciphertext', async () => {
    const { key, keyring } = await exampleReceiver(kem);
    const envelope = await sealFor(key);
    const texts = Object.entries(envelope.header)
      .filter(([, value]) => typeof value === 'string')
      .map(([field]) => field as keyof Header);
    const change = fc.oneof(
      fc.record({ field: fc.constantFrom(...texts), text: fc.string({ minLength: 1, maxLength: 40 }) }),
      fc.record({ part: fc.constantFrom('enc' as const, 'ciphertext' as const), at: fc.nat(5_000) }),
    );
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        const altered =
          'field' in one
            ? { ...envelope, header: { ...envelope.header, [one.field]: one.text } }
            : { ...envelope, [one.part]: flipBit(envelope[one.part], one.at) };
        fc.pre(JSON.stringify(altered) !== JSON.stringify(envelope));
        await expect(open(altered, keyring, AUDIENCE)).rejects.toThrow(EnvelopeInvalid);
      }),
      { numRuns: 100 },
    );
  });

  it('does not open for another audience, for another key of the same id, or cut short', async () => {
    const { key, keyring } = await exampleReceiver(kem);
    const other = await exampleReceiver(kem);
    const envelope = await sealFor(key);
    const [stranger] = other.keyring.values();
    if (stranger === undefined) throw new Error('no key');
    const impostor: Keyring = new Map([[key.kid, { ...stranger, kid: key.kid }]]);
    const short = { ...envelope, ciphertext: envelope.ciphertext.slice(0, -8) };
    await expect(open(envelope, keyring, 'https://other.example')).rejects.toThrow(EnvelopeInvalid);
    await expect(open(envelope, other.keyring, AUDIENCE)).rejects.toThrow(EnvelopeInvalid);
    await expect(open(envelope, impostor, AUDIENCE)).rejects.toThrow(EnvelopeInvalid);
    await expect(open(short, keyring, AUDIENCE)).rejects.toThrow(EnvelopeInvalid);
  });

  it('fails the same way, in the same words, when it opens to something that is no payload', async () => {
    const { key, keyring } = await exampleReceiver(kem);
    const zero = { dtype: 'f32le' as const, dim: 1, data: 'AAAAAA' };
    const payload = { ...examplePayload(), embedding: zero };
    const invalid = await seal({ payload, binding: exampleBinding(), key, audience: AUDIENCE });
    const shut = await sealFor(key);
    const errors = await Promise.all(
      [open(invalid, keyring, AUDIENCE), open(shut, keyring, 'another')].map((opening) =>
        opening.then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );
    for (const error of errors) {
      expect(error).toBeInstanceOf(EnvelopeInvalid);
      expect(error).toMatchObject({ code: 'envelope.invalid' });
      expect(error).not.toHaveProperty('cause');
    }
    expect(String(errors[0])).toBe(String(errors[1]));
  });

  it('leaves no plaintext in the buffer that was encrypted', async () => {
    const { key } = await exampleReceiver(kem);
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt');
    await sealFor(key);
    const held = encrypt.mock.calls.map(([, , plaintext]) =>
      ArrayBuffer.isView(plaintext) ? new Uint8Array(plaintext.buffer) : new Uint8Array(plaintext),
    );
    expect(held).toEqual([new Uint8Array(4_096)]);
  });

  it('refuses a public key that is not one', async () => {
    const { key } = await exampleReceiver(kem);
    for (const publicKey of ['', toBase64Url(new Uint8Array(31)), toBase64Url(new Uint8Array(1_217))]) {
      await expect(sealFor({ ...key, publicKey })).rejects.toMatchObject({ code: 'crypto.bad_public_key' });
    }
  });
});

function alter(value: Header[keyof Header]): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return [...value, 'model-training'];
  const swapped = value.startsWith('A') ? 'B' : 'A';
  return swapped + value.slice(1);
}

describe('a second implementation of HPKE', () => {
  function secondSuite(kem: Kem): HPKE.CipherSuite {
    return kem === 'x25519'
      ? new HPKE.CipherSuite(HPKE.KEM_DHKEM_X25519_HKDF_SHA256, HPKE.KDF_HKDF_SHA256, HPKE.AEAD_AES_256_GCM)
      : new HPKE.CipherSuite(noble.KEM_MLKEM768_X25519, noble.KDF_HKDF_SHA256, noble.AEAD_AES_256_GCM);
  }

  it.each(KEMS)('opens what was sealed with %s, from docs/protocol.md alone', async (kem) => {
    const { key, keyring } = await exampleReceiver(kem);
    const { header, enc, ciphertext } = await sealFor(key);
    const suite = secondSuite(kem);
    const privateKey = await suite.DeserializePrivateKey(
      keyring.get(key.kid)?.privateKey ?? new Uint8Array(),
      true,
    );
    const plaintext = await suite.Open(privateKey, fromBase64Url(enc), fromBase64Url(ciphertext), {
      info: utf8(`candor/1\n${AUDIENCE}\n${header.kid}`),
      aad: canonicalBytes(header),
    });
    expect(plaintext).toHaveLength(4_096);
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(examplePayload());
  });

  it.each(KEMS)('seals with %s what our receiver opens', async (kem) => {
    const { key, keyring } = await exampleReceiver(kem);
    const { header } = await sealFor(key);
    const suite = secondSuite(kem);
    const plaintext = new Uint8Array(4_096).fill(0x20);
    plaintext.set(utf8(JSON.stringify(examplePayload())));
    const sealed = await suite.Seal(
      await suite.DeserializePublicKey(fromBase64Url(key.publicKey)),
      plaintext,
      { info: utf8(`candor/1\n${AUDIENCE}\n${header.kid}`), aad: canonicalBytes(header) },
    );
    const envelope: Envelope = {
      v: 1,
      header,
      enc: toBase64Url(sealed.encapsulatedSecret),
      ciphertext: toBase64Url(sealed.ciphertext),
    };
    expect(await open(envelope, keyring, AUDIENCE, 128)).toEqual(examplePayload());
  });
});

describe('a browser without X25519 in WebCrypto', () => {
  it('seals all the same, and the receiver opens it (requirement E-17)', async () => {
    const { key, keyring } = await exampleReceiver('x25519');
    for (const name of ['generateKey', 'importKey', 'deriveBits'] as const) {
      const native: (...args: never[]) => Promise<unknown> = crypto.subtle[name].bind(crypto.subtle);
      const lacking = (...args: never[]): Promise<unknown> =>
        JSON.stringify(args).includes('X25519')
          ? Promise.reject(new DOMException('X25519', 'NotSupportedError'))
          : native(...args);
      // The overloads of SubtleCrypto have no common type that a spy could be given.
      vi.spyOn(crypto.subtle, name).mockImplementation(lacking as never);
    }
    const envelope = await sealFor(key);
    vi.restoreAllMocks();
    expect(await open(envelope, keyring, AUDIENCE)).toEqual(examplePayload());
  });

  it('says so when there is no WebCrypto at all', async () => {
    const { key } = await exampleReceiver('x25519');
    vi.stubGlobal('crypto', {});
    await expect(sealFor(key)).rejects.toMatchObject({ code: 'crypto.unavailable' });
    vi.unstubAllGlobals();
  });

  it('refuses the all-zero public key, whose shared secret anyone knows', async () => {
    const { key } = await exampleReceiver('x25519');
    const publicKey = toBase64Url(new Uint8Array(32));
    await expect(sealFor({ ...key, publicKey })).rejects.toMatchObject({ code: 'crypto.bad_public_key' });
  });
});
