import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 as PortableX25519 } from '@hpke/dhkem-x25519';
import { XWing } from '@hpke/hybridkem-x-wing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Bytes, toHex, utf8 } from '../core/bytes.js';
import { infoOf, suiteOf } from './suite.js';
import rfc9180 from './vectors/rfc9180.json' with { type: 'json' };
import xWing from './vectors/x-wing.json' with { type: 'json' };

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const hexOf = (buffer: ArrayBufferLike): string => toHex(new Uint8Array(buffer));

afterEach(() => vi.restoreAllMocks());

describe.each(['native', 'portable'])('DHKEM(X25519, HKDF-SHA256), %s (RFC 9180 A.1.1)', (kind) => {
  const { x25519 } = rfc9180;

  async function x25519Kem() {
    if (kind === 'portable') {
      vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new DOMException('', 'NotSupportedError'));
    }
    const { kem } = await suiteOf('x25519');
    vi.restoreAllMocks();
    return kem;
  }

  it('runs on the implementation that the test is about', async () => {
    expect(await x25519Kem()).toBeInstanceOf(kind === 'native' ? DhkemX25519HkdfSha256 : PortableX25519);
  });

  it("derives the recipient's key pair", async () => {
    const kem = await x25519Kem();
    const pair = await kem.deriveKeyPair(fromHex(x25519.ikmR));
    expect(hexOf(await kem.serializePublicKey(pair.publicKey))).toBe(x25519.pkRm);
    expect(hexOf(await kem.serializePrivateKey(pair.privateKey))).toBe(x25519.skRm);
  });

  it('encapsulates to the published shared secret, and decapsulates it', async () => {
    const kem = await x25519Kem();
    const recipientPublicKey = await kem.deserializePublicKey(fromHex(x25519.pkRm));
    const ekm = await kem.deriveKeyPair(fromHex(x25519.ikmE));
    const { enc, sharedSecret } = await kem.encap({ recipientPublicKey, ekm });
    expect(hexOf(enc)).toBe(x25519.pkEm);
    expect(hexOf(sharedSecret)).toBe(x25519.sharedSecret);
    const recipientKey = await kem.deserializePrivateKey(fromHex(x25519.skRm));
    expect(hexOf(await kem.decap({ recipientKey, enc }))).toBe(x25519.sharedSecret);
  });

  it('schedules the published keys: ciphertext and exported secrets agree', async () => {
    const kem = await x25519Kem();
    const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    const sender = await suite.createSenderContext({
      recipientPublicKey: await kem.deserializePublicKey(fromHex(x25519.pkRm)),
      info: fromHex(rfc9180.info),
      ekm: await kem.deriveKeyPair(fromHex(x25519.ikmE)),
    });
    const ciphertext = await sender.seal(fromHex(rfc9180.plaintext), fromHex(x25519.aad));
    expect(hexOf(ciphertext)).toBe(x25519.ciphertext);
    for (const { context, value } of x25519.exports) {
      expect(hexOf(await sender.export(fromHex(context), 32))).toBe(value);
    }
  });
});

describe('AES-256-GCM (RFC 9180 A.6.1.1)', () => {
  it.each(rfc9180.aes256gcm.messages)(
    'seals to the published ciphertext with nonce $nonce',
    async (message) => {
      const { aead } = await suiteOf('x25519');
      const context = aead.createEncryptionContext(fromHex(rfc9180.aes256gcm.key));
      const sealed = await context.seal(
        fromHex(message.nonce),
        fromHex(rfc9180.plaintext),
        fromHex(message.aad),
      );
      expect(hexOf(sealed)).toBe(message.ciphertext);
    },
  );
});

describe('X-Wing (draft-connolly-cfrg-xwing-kem-08, appendix C)', () => {
  async function pairOf(seed: string) {
    const { kem } = await suiteOf('x-wing');
    if (!(kem instanceof XWing)) throw new TypeError('not X-Wing');
    return { kem, ...(await kem.generateKeyPairDerand(fromHex(seed))) };
  }

  it('expands the seed to the published public key', async () => {
    const { kem, publicKey } = await pairOf(xWing.full.seed);
    expect(hexOf(await kem.serializePublicKey(publicKey))).toBe(xWing.full.pk);
  });

  it('encapsulates to the published ciphertext', async () => {
    const { kem, publicKey } = await pairOf(xWing.full.seed);
    const { enc } = await kem.encap({ recipientPublicKey: publicKey, ekm: fromHex(xWing.full.eseed) });
    expect(hexOf(enc)).toBe(xWing.full.ct);
  });

  it.each(xWing.secrets)('agrees on the published secret for seed $seed', async ({ seed, eseed, ss }) => {
    const { kem, privateKey, publicKey } = await pairOf(seed);
    const { enc, sharedSecret } = await kem.encap({ recipientPublicKey: publicKey, ekm: fromHex(eseed) });
    expect(hexOf(sharedSecret)).toBe(ss);
    expect(hexOf(await kem.decap({ recipientKey: privateKey, enc }))).toBe(ss);
  });

  it('is KEM 0x647a with HKDF-SHA256 and AES-256-GCM', async () => {
    const { kem, kdf, aead } = await suiteOf('x-wing');
    expect([kem.id, kdf.id, aead.id]).toEqual([0x647a, 0x0001, 0x0002]);
  });
});

describe('infoOf', () => {
  it('is three lines: protocol, audience, key', () => {
    expect(infoOf('https://a.example', 'kid')).toEqual(utf8('candor/1\nhttps://a.example\nkid'));
  });
});
