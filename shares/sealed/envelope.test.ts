import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/core/bytes.js';
import { check } from '../../src/envelope/check.js';
import {
  EnvelopeInvalid,
  type Keyring,
  open,
  openShared,
  type ReceiverKey,
} from '../../src/envelope/open.js';
import { encodePayload } from '../../src/envelope/payload.js';
import { bodyBytes, encrypt, seal, sealShared } from '../../src/envelope/seal.js';
import { aadOf, infoOf } from '../../src/envelope/suite.js';
import { type SharedEnvelope, SharedEnvelopeSchema } from '../../src/envelope/three-share.js';
import {
  AUDIENCE,
  exampleBinding,
  examplePayload,
  publicKeyOf,
  unitVector,
} from '../../src/envelope/wire.fixture.js';
import { EnvelopeSchema, type Kem, MAX_BODY_BYTES } from '../../src/envelope/wire.js';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES, type Party } from '../party.js';
import { reconstruct } from '../sharing.js';
import { envelopeOf, exampleSharedPayload, type Keys, makeKeys } from './envelope.fixture.js';
import { openShare, type Seat } from './open.js';

const DIM = 128;
const KEMS: readonly Kem[] = ['x-wing', 'x25519'];
const MODEL = { id: exampleBinding().modelId, dim: DIM };

const ringOf = (key: ReceiverKey): Keyring => new Map([[key.kid, key]]);
const seatOf = (party: Party, key: ReceiverKey): Seat => ({
  party,
  keyring: ringOf(key),
  audience: AUDIENCE,
  model: MODEL,
});

describe.each(KEMS)('an envelope in three parts, with %s', (kem) => {
  let keys: Keys;
  let envelope: SharedEnvelope;
  beforeAll(async () => {
    keys = await makeKeys(kem);
    envelope = await envelopeOf(unitVector(DIM), keys);
  });

  const partOf = (party: Party, { header, parts }: SharedEnvelope = envelope) => ({
    header,
    part: parts[party],
  });
  const openedBy = (party: Party, of: SharedEnvelope = envelope) =>
    openShare(partOf(party, of), seatOf(party, keys.operators[party]));
  const rest = (of: SharedEnvelope = envelope) => openShared(of, ringOf(keys.receiver), AUDIENCE);

  it('is what the wire says, in one body', () => {
    expect(check(SharedEnvelopeSchema, JSON.parse(JSON.stringify(envelope)))).toEqual({
      ok: true,
      value: envelope,
    });
    expect(bodyBytes(envelope)).toBeLessThan(MAX_BODY_BYTES);
  });

  it('opens to its receiver as what was found and agreed to, without a template', async () => {
    expect(await rest()).toEqual(exampleSharedPayload());
  });

  it('opens to any two operators, together, as the template', async () => {
    const [first, second] = [await openedBy(0), await openedBy(1)];
    expect(reconstruct({ party: 0, shares: first }, { party: 1, shares: second })).toEqual(
      toFixedPoint(unitVector(DIM)),
    );
  });

  it.each(PARTIES)('keeps part %i shut to its receiver and to the other operators', async (party) => {
    const others = [keys.receiver, ...keys.operators.filter((_, index) => index !== party)];
    for (const key of others) {
      // Under the name of the key that it was sealed to, so that not the name alone keeps it shut.
      const keyring = new Map([[keys.operators[party].kid, key]]);
      await expect(openShare(partOf(party), { ...seatOf(party, key), keyring })).rejects.toMatchObject({
        code: 'shares.not_opened',
      });
    }
  });

  it('is shut to everybody when a field of its header is another', async () => {
    const { header } = envelope;
    const { sharing } = header;
    const [first, second, third] = sharing.commitments;
    const changes: readonly SharedEnvelope['header'][] = [
      { ...header, nonce: toBase64Url(new Uint8Array(32)) },
      { ...header, consentHash: toBase64Url(new Uint8Array(32)) },
      { ...header, sharing: { ...sharing, commitments: [second, first, third] } },
    ];
    for (const changed of changes) {
      const altered = { ...envelope, header: changed };
      await expect(rest(altered)).rejects.toBeInstanceOf(EnvelopeInvalid);
      for (const party of PARTIES)
        await expect(openedBy(party, altered)).rejects.toMatchObject({ code: 'shares.not_opened' });
    }
  });

  it('takes no part of another envelope of the same face', async () => {
    const other = await envelopeOf(unitVector(DIM), keys);
    const [first, , third] = envelope.parts;
    const mixed = { ...envelope, parts: [first, other.parts[1], third] as const };
    await expect(openedBy(1, mixed)).rejects.toMatchObject({ code: 'shares.not_opened' });
  });

  it('takes no rest of another envelope', async () => {
    const { enc, ciphertext } = await envelopeOf(unitVector(DIM), keys);
    await expect(rest({ ...envelope, enc, ciphertext })).rejects.toBeInstanceOf(EnvelopeInvalid);
  });

  it('has one size, whatever the template and its dimension', async () => {
    const several = await Promise.all(
      [128, 512, 1].map((dim, seed) => envelopeOf(unitVector(dim, seed + 1), keys)),
    );
    expect(new Set(several.map(bodyBytes)).size).toBe(1);
  });

  it.each<[string, (of: SharedEnvelope) => unknown]>([
    ['a part is missing', (of) => ({ ...of, parts: of.parts.slice(1) })],
    [
      'a part is of another size',
      (of) => ({ ...of, parts: [{ ...of.parts[0], ciphertext: 'AA' }, ...of.parts.slice(1)] }),
    ],
    [
      'a part has a field that there is not',
      (of) => ({ ...of, parts: [{ ...of.parts[0], note: 'x' }, ...of.parts.slice(1)] }),
    ],
    [
      'the scheme is another',
      (of) => ({ ...of, header: { ...of.header, sharing: { ...of.header.sharing, scheme: 'two-share' } } }),
    ],
    ['a template stands beside it', (of) => ({ ...of, embedding: examplePayload().embedding })],
  ])('is none where %s', (_, change) => {
    expect(check(SharedEnvelopeSchema, change(envelope))).toMatchObject({ ok: false });
  });

  it('is not taken for a whole envelope, nor the other way round, also with the names changed', async () => {
    const whole = await seal({
      payload: examplePayload(),
      binding: exampleBinding(),
      key: publicKeyOf(keys.receiver),
      audience: AUDIENCE,
    });
    expect(check(EnvelopeSchema, envelope)).toMatchObject({ ok: false });
    expect(check(SharedEnvelopeSchema, whole)).toMatchObject({ ok: false });
    const { sharing, ...header } = envelope.header;
    const { parts, ...stripped } = envelope;
    await expect(open({ ...stripped, header }, ringOf(keys.receiver), AUDIENCE)).rejects.toBeInstanceOf(
      EnvelopeInvalid,
    );
    const dressed = { ...whole, header: { ...whole.header, sharing }, parts };
    await expect(rest(dressed)).rejects.toBeInstanceOf(EnvelopeInvalid);
  });
});

describe('what is sealed for the receiver', () => {
  it('has no template, also where a careless caller leaves it in', async () => {
    const keys = await makeKeys('x25519');
    const envelope = await envelopeOf(unitVector(DIM), keys);
    const sealed = await sealShared(envelope, {
      payload: examplePayload(),
      key: publicKeyOf(keys.receiver),
      audience: AUDIENCE,
    });
    expect(await openShared(sealed, ringOf(keys.receiver), AUDIENCE)).toEqual(exampleSharedPayload());
  });

  it('is refused where a template is in it all the same', async () => {
    const keys = await makeKeys('x25519');
    const { header, parts } = await envelopeOf(unitVector(DIM), keys);
    const key = publicKeyOf(keys.receiver);
    const plaintext = encodePayload(examplePayload());
    const { enc, ct } = await encrypt(key, plaintext, infoOf(AUDIENCE, key.kid), aadOf(header));
    const [encText, ciphertext] = [toBase64Url(new Uint8Array(enc)), toBase64Url(new Uint8Array(ct))];
    const forged = { v: 1, header, enc: encText, ciphertext, parts } as const;
    await expect(openShared(forged, ringOf(keys.receiver), AUDIENCE)).rejects.toBeInstanceOf(EnvelopeInvalid);
  });
});
