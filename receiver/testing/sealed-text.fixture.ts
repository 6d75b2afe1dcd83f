import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { aadOf, infoOf, suiteOf } from '../../src/envelope/suite.js';
import { type Discovery, type Envelope, PLAINTEXT_BYTES } from '../../src/envelope/wire.js';

/** Seals any value under the header of an envelope, as whoever has the public key can: the widget's own sealing refuses what is no
 * payload. Null for what does not fit. */
export async function sealAnything(
  { audience, keys }: Discovery,
  { header }: Envelope,
  payload: unknown,
): Promise<Envelope | null> {
  const json = Buffer.from(JSON.stringify(payload));
  const key = keys.find(({ kid }) => kid === header.kid);
  if (json.length > PLAINTEXT_BYTES || key === undefined) return null;
  const plaintext = new Uint8Array(PLAINTEXT_BYTES).fill(0x20);
  plaintext.set(json);
  const suite = await suiteOf(key.kem);
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(key.publicKey));
  const sender = { recipientPublicKey, info: infoOf(audience, key.kid) };
  const { enc, ct } = await suite.seal(sender, plaintext.buffer, aadOf(header));
  return {
    v: 1,
    header,
    enc: toBase64Url(new Uint8Array(enc)),
    ciphertext: toBase64Url(new Uint8Array(ct)),
  };
}
