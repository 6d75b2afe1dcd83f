import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as noble from '@panva/hpke-noble';
import * as HPKE from 'hpke';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, utf8 } from '../../src/core/bytes.js';
import { type Keyring, openShared } from '../../src/envelope/open.js';
import { SharedEnvelopeSchema, SharedPayloadSchema } from '../../src/envelope/three-share.js';
import { type Kem, KemSchema } from '../../src/envelope/wire.js';
import { nextOf, PARTIES, type Party } from '../party.js';
import { openShare } from './open.js';

/** docs/vectors/three-share.json is for whoever writes a receiver or an operator in another language: opened here with this code, and
 * with another implementation that gets nothing but what the file says. */

const KeyPairSchema = v.strictObject({
  kid: v.string(),
  kem: KemSchema,
  publicKey: v.string(),
  privateKey: v.string(),
});
type KeyPair = v.InferOutput<typeof KeyPairSchema>;
const words = v.array(v.number());
const OperatorSchema = v.strictObject({
  key: KeyPairSchema,
  info: v.string(),
  components: v.strictTuple([words, words]),
});
const VectorsSchema = v.strictObject({
  audience: v.string(),
  dim: v.number(),
  opened: v.array(
    v.strictObject({
      name: v.string(),
      receiver: KeyPairSchema,
      info: v.string(),
      aad: v.string(),
      envelope: SharedEnvelopeSchema,
      payload: SharedPayloadSchema,
      operators: v.strictTuple([OperatorSchema, OperatorSchema, OperatorSchema]),
      template: words,
      fixedPoint: words,
      refusals: v.array(v.strictObject({ name: v.string(), envelope: SharedEnvelopeSchema })),
    }),
  ),
});

const file = new URL('../../docs/vectors/three-share.json', import.meta.url);
const { audience, dim, opened } = v.parse(VectorsSchema, JSON.parse(readFileSync(file, 'utf8')));
const OPENED = opened.map((vector) => [vector.name, vector] as const);
const REFUSED = opened.flatMap((vector) =>
  vector.refusals.map(({ name, envelope }) => [`${vector.name}, ${name}`, vector, envelope] as const),
);

function keyringOf(key: KeyPair): Keyring {
  return new Map([[key.kid, { ...key, privateKey: fromBase64Url(key.privateKey) }]]);
}

function openedBy(
  party: Party,
  { operators }: (typeof opened)[number],
  { header, parts }: v.InferOutput<typeof SharedEnvelopeSchema>,
) {
  const seat = {
    party,
    keyring: keyringOf(operators[party].key),
    audience,
    model: { id: header.modelId, dim },
  };
  return openShare({ header, part: parts[party] }, seat);
}

async function plaintextOf(
  { kem, privateKey }: { readonly kem: Kem; readonly privateKey: string },
  { enc, ciphertext }: { readonly enc: string; readonly ciphertext: string },
  info: string,
  aad: string,
): Promise<Buffer> {
  const suite =
    kem === 'x25519'
      ? new HPKE.CipherSuite(HPKE.KEM_DHKEM_X25519_HKDF_SHA256, HPKE.KDF_HKDF_SHA256, HPKE.AEAD_AES_256_GCM)
      : new HPKE.CipherSuite(noble.KEM_MLKEM768_X25519, noble.KDF_HKDF_SHA256, noble.AEAD_AES_256_GCM);
  const key = await suite.DeserializePrivateKey(fromBase64Url(privateKey), true);
  const context = { info: utf8(info), aad: utf8(aad) };
  return Buffer.from(await suite.Open(key, fromBase64Url(enc), fromBase64Url(ciphertext), context));
}

/** As docs/protocol.md says it, and without this code. */
function readPart(plaintext: Buffer) {
  const wordsAt = (at: number): number[] =>
    Array.from({ length: dim }, (_, index) => plaintext.readUInt32LE(at + index * 4));
  return {
    salts: [plaintext.subarray(0, 32), plaintext.subarray(32, 64)] as const,
    components: [wordsAt(64), wordsAt(64 + dim * 4)] as const,
    padding: plaintext.subarray(64 + dim * 8),
  };
}

function commitment(component: Party, salt: Uint8Array, values: readonly number[]): string {
  const raw = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) raw.writeUInt32LE(value, index * 4);
  const hash = createHash('sha256').update(`candor/share/1\n${component}\n`).update(salt).update(raw);
  return hash.digest('base64url');
}

describe('docs/vectors/three-share.json', () => {
  it('has envelopes of each kind of key, and some that are refused', () => {
    expect(opened.map(({ receiver }) => receiver.kem)).toEqual(['x-wing', 'x25519']);
    expect(REFUSED).toHaveLength(4);
  });

  it.each(OPENED)(
    '%s: opens to the receiver as the rest, and to each operator as its part',
    async (_, vector) => {
      expect(await openShared(vector.envelope, keyringOf(vector.receiver), audience)).toEqual(vector.payload);
      for (const party of PARTIES) {
        const { own, next } = await openedBy(party, vector, vector.envelope);
        expect([[...own], [...next]]).toEqual(vector.operators[party].components);
      }
    },
  );

  it.each(OPENED)(
    '%s: opens by another implementation, with info and aad as they stand there',
    async (_, vector) => {
      const { receiver, envelope, info, aad, operators, payload } = vector;
      const rest = await plaintextOf(receiver, envelope, info, aad);
      expect([rest.length, JSON.parse(rest.toString())]).toEqual([4_096, payload]);
      for (const party of PARTIES) {
        const operator = operators[party];
        const plaintext = await plaintextOf(operator.key, envelope.parts[party], operator.info, aad);
        const { salts, components, padding } = readPart(plaintext);
        expect([plaintext.length, components]).toEqual([4_160, operator.components]);
        expect(padding.every((byte) => byte === 0)).toBe(true);
        const { commitments } = envelope.header.sharing;
        expect(commitment(party, salts[0], components[0])).toBe(commitments[party]);
        expect(commitment(nextOf(party), salts[1], components[1])).toBe(commitments[nextOf(party)]);
      }
    },
  );

  it.each(OPENED)(
    '%s: the components add up to the template in fixed point',
    (_, { operators, template, fixedPoint }) => {
      const [first, second, third] = operators.map(({ components }) => components[0]);
      const norm = Math.hypot(...template);
      for (const [index, word] of fixedPoint.entries()) {
        const sum = (first?.[index] ?? 0) + (second?.[index] ?? 0) + (third?.[index] ?? 0);
        expect(sum >>> 0).toBe(word);
        const rounding = (word | 0) - ((template[index] ?? 0) / norm) * 8_192;
        expect(Math.abs(rounding)).toBeLessThan(0.51);
      }
    },
  );

  it.each(REFUSED)('%s: is refused by every operator', async (_, vector, envelope) => {
    for (const party of PARTIES)
      await expect(openedBy(party, vector, envelope)).rejects.toMatchObject({ code: 'shares.not_opened' });
  });
});
