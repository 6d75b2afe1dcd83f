import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, fromBase64Url, sha256, toBase64Url } from '../../src/core/bytes.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import { generateKeyPair, type ReceiverKey } from '../../src/envelope/open.js';
import { encrypt } from '../../src/envelope/seal.js';
import { SALT_BYTES, SHARE_PLAINTEXT_BYTES } from '../../src/envelope/share-sizes.js';
import { AUDIENCE, exampleBinding, unitVector } from '../../src/envelope/wire.fixture.js';
import type { Kem } from '../../src/envelope/wire.js';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES, type Party } from '../party.js';
import { bytesOf } from '../ring.js';
import { reconstruct, type Three } from '../sharing.js';
import { HEADER } from './header.fixture.js';
import { openShare, type Seat } from './open.js';
import { commitmentTo, decodePart, encodePart, type Part } from './plaintext.js';
import { type SealedShares, sealShares, shareInfo } from './seal.js';
import { type SealedShare, SealedShareSchema } from './wire.js';

const DIM = 128;
const KEMS: Three<Kem> = ['x-wing', 'x25519', 'x25519'];
const MODEL = { id: exampleBinding().modelId, dim: DIM };

let keys: Three<ReceiverKey>;
beforeAll(async () => {
  const [first, second, third] = await Promise.all(KEMS.map(generateKeyPair));
  if (!first || !second || !third) throw new TypeError('three');
  keys = [first, second, third];
});

function sealed(embedding = unitVector(DIM), audience = AUDIENCE): Promise<SealedShares> {
  return sealShares({ embedding, header: HEADER, operators: keys, audience });
}

function seatOf(party: Party, changes: Partial<Seat> = {}): Seat {
  const key = keys[party];
  return { party, keyring: new Map([[key.kid, key]]), audience: AUDIENCE, model: MODEL, ...changes };
}

function handedTo(party: Party, { header, parts }: SealedShares): SealedShare {
  return { header, part: parts[party] };
}

const REFUSED = { name: 'ShareError', code: 'shares.not_opened' };

/** A part that somebody has made up, sealed as it should be. */
async function forged(party: Party, plaintext: Bytes, header: SealedShare['header']): Promise<SealedShare> {
  const key = keys[party];
  const info = shareInfo(AUDIENCE, key.kid, party);
  const { enc, ct } = await encrypt(key, plaintext, info, canonicalBytes(header));
  return {
    header,
    part: { enc: toBase64Url(new Uint8Array(enc)), ciphertext: toBase64Url(new Uint8Array(ct)) },
  };
}

describe('a template that is sealed to three operators', () => {
  it('is what the wire says, and opens at each as its two components', async () => {
    const shares = await sealed();
    const opened = await Promise.all(
      PARTIES.map((party) => openShare(handedTo(party, shares), seatOf(party))),
    );
    for (const party of PARTIES) expect(v.is(SealedShareSchema, handedTo(party, shares))).toBe(true);
    const [first, second, third] = opened;
    if (!first || !second || !third) throw new TypeError('three');
    const secret = toFixedPoint(unitVector(DIM));
    expect(reconstruct({ party: 0, shares: first }, { party: 1, shares: second })).toEqual(secret);
    expect(reconstruct({ party: 1, shares: second }, { party: 2, shares: third })).toEqual(secret);
    expect(reconstruct({ party: 2, shares: third }, { party: 0, shares: first })).toEqual(secret);
  });

  it('leaves the embedding to the caller', async () => {
    const embedding = unitVector(DIM);
    await sealed(embedding);
    expect(embedding).toEqual(unitVector(DIM));
  });

  it('has one size, whatever the template and its dimension', async () => {
    const several = await Promise.all(
      [128, 128, 512, 1].map((dim, seed) => sealed(unitVector(dim, seed + 1))),
    );
    const sizes = PARTIES.map((party) => several.map(({ parts }) => JSON.stringify(parts[party]).length));
    for (const same of sizes) expect(new Set(same).size).toBe(1);
    const sealedBytes = several.map(({ parts }) => fromBase64Url(parts[0].ciphertext).length);
    expect(sealedBytes).toEqual(sealedBytes.map(() => SHARE_PLAINTEXT_BYTES + 16));
  });

  it('is another one each time, commitments too', async () => {
    const [one, other] = [await sealed(), await sealed()];
    for (const party of PARTIES) {
      expect(one.parts[party].ciphertext).not.toBe(other.parts[party].ciphertext);
      expect(one.header.sharing.commitments[party]).not.toBe(other.header.sharing.commitments[party]);
    }
  });

  it('is refused where it is no direction, too long, or for two operators with one key', async () => {
    const refused = { code: 'shares.bad_input' };
    await expect(sealed(new Float32Array(DIM))).rejects.toMatchObject(refused);
    await expect(sealed(unitVector(513))).rejects.toMatchObject(refused);
    const operators: Three<ReceiverKey> = [keys[0], keys[1], keys[1]];
    const input = { embedding: unitVector(DIM), header: HEADER, operators, audience: AUDIENCE };
    await expect(sealShares(input)).rejects.toMatchObject(refused);
  });
});

describe('an operator’s part stays shut', () => {
  it.each(PARTIES)('for the two others: operator %i’s', async (party) => {
    const shares = await sealed();
    const keyring = new Map(
      PARTIES.filter((other) => other !== party).map((other) => [keys[other].kid, keys[other]]),
    );
    await expect(openShare(handedTo(party, shares), seatOf(party, { keyring }))).rejects.toMatchObject(
      REFUSED,
    );
    // The key alone does not do: a part is for one place.
    const whole = new Map(keys.map((key) => [key.kid, key]));
    for (const other of PARTIES.filter((one) => one !== party))
      await expect(
        openShare(handedTo(other, shares), seatOf(party, { keyring: whole })),
      ).rejects.toMatchObject(REFUSED);
  });

  it('for whoever the seller was not told of, and for another model', async () => {
    const share = handedTo(0, await sealed());
    const others: readonly Partial<Seat>[] = [
      { audience: 'https://other.example' },
      { model: { ...MODEL, id: 'another' } },
      { model: { ...MODEL, dim: DIM - 1 } },
    ];
    for (const other of others)
      await expect(openShare(share, seatOf(0, other))).rejects.toMatchObject(REFUSED);
  });

  it('under any other header', async () => {
    const share = handedTo(1, await sealed());
    const { header } = share;
    const [first, second, third] = header.sharing.commitments;
    const altered: readonly SealedShare['header'][] = [
      { ...header, sessionId: 'another' },
      { ...header, consentHash: header.noticeHash },
      { ...header, createdAt: '2026-03-01T10:01:00.001Z' },
      // Not a component of operator 1: it must not be exchanged either.
      { ...header, sharing: { ...header.sharing, commitments: [second, second, third] } },
      { ...header, sharing: { ...header.sharing, commitments: [first, third, second] } },
    ];
    for (const other of altered)
      await expect(openShare({ ...share, header: other }, seatOf(1))).rejects.toMatchObject(REFUSED);
  });
});

describe('a part that somebody has made up', () => {
  async function partOf(party: Party): Promise<{ part: Part; header: SealedShare['header'] }> {
    const shares = await sealed();
    const { own, next } = await openShare(handedTo(party, shares), seatOf(party));
    const salt: Bytes = new Uint8Array(SALT_BYTES);
    return { part: { own: { salt, words: own }, next: { salt, words: next } }, header: shares.header };
  }

  it('opens where the commitments are made of it', async () => {
    const { part, header } = await partOf(2);
    const commitments: Three<string> = [
      await commitmentTo(0, part.next),
      header.sharing.commitments[1],
      await commitmentTo(2, part.own),
    ];
    const own = { ...header, sharing: { ...header.sharing, commitments } };
    const share = await forged(2, encodePart(part), own);
    expect((await openShare(share, seatOf(2))).own).toEqual(part.own.words);
  });

  it('is refused where a component or a salt is not what the header says', async () => {
    const { part, header } = await partOf(2);
    await expect(openShare(await forged(2, encodePart(part), header), seatOf(2))).rejects.toMatchObject(
      REFUSED,
    );
  });

  it.each([
    ['another size', new Uint8Array(SHARE_PLAINTEXT_BYTES - 1)],
    ['something where zeros should be', new Uint8Array(SHARE_PLAINTEXT_BYTES).fill(1)],
  ])('is refused with %s', async (_, plaintext) => {
    const { header } = await sealed();
    await expect(openShare(await forged(0, plaintext, header), seatOf(0))).rejects.toMatchObject(REFUSED);
  });
});

describe('commitments', () => {
  it('cannot be tried out by the operator that lacks the component', async () => {
    // Operator 0 lacks component 2. Guessing the face gives it the component, and still not the salt.
    const shares = await sealed();
    const [mine, other] = [
      await openShare(handedTo(0, shares), seatOf(0)),
      await openShare(handedTo(1, shares), seatOf(1)),
    ];
    const guessed = toFixedPoint(unitVector(DIM)).map(
      (word, at) => word - (mine.own[at] ?? 0) - (mine.next[at] ?? 0),
    );
    expect(guessed).toEqual(other.next);
    const unsalted = [
      toBase64Url(await sha256(bytesOf(guessed))),
      await commitmentTo(2, { salt: new Uint8Array(SALT_BYTES), words: guessed }),
    ];
    expect(unsalted).not.toContain(shares.header.sharing.commitments[2]);
  });

  it('are of one component each: the same words in another place give another', async () => {
    const part = decodePart(new Uint8Array(SHARE_PLAINTEXT_BYTES), DIM);
    const all = await Promise.all(PARTIES.map((party) => commitmentTo(party, part.own)));
    expect(new Set(all).size).toBe(3);
  });
});
