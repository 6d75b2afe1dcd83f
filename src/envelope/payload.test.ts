import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS, REASON_CODES } from '../core/verdict.js';
import { decodeEmbedding, encodeEmbedding } from './embedding.js';
import { decodePayload } from './open.js';
import { composePayload, encodePayload, fieldSizes } from './payload.js';
import type { SealInput } from './seal.js';
import { exampleBinding, examplePayload, unitVector } from './wire.fixture.js';
import { type Payload, PLAINTEXT_BYTES } from './wire.js';

const VERDICT = { verdict: 'live', profile: 'standard', checks: [] } as const;
const PARTS = {
  verdict: VERDICT,
  durationMs: 5_000,
  frames: 92,
  consent: { consentReceiptId: 'c-1', method: 'button', givenAt: '2026-03-01T10:00:00.000Z' },
} as const;

/** Pads JSON the way the wire wants it, whatever is in it. */
function plaintextOf(value: unknown): Uint8Array {
  const plaintext = new Uint8Array(PLAINTEXT_BYTES).fill(0x20);
  plaintext.set(new TextEncoder().encode(JSON.stringify(value)));
  return plaintext;
}

describe('embedding on the wire', () => {
  it('is little-endian float32 in base64url', () => {
    expect(encodeEmbedding(Float32Array.of(0.6, -0.8))).toEqual({
      dtype: 'f32le',
      dim: 2,
      data: 'mpkZP83MTL8',
    });
  });

  it('round-trips every unit vector bit for bit', () => {
    const component = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1, max: 1 });
    fc.assert(
      fc.property(fc.array(component, { minLength: 2, maxLength: 512 }), (components) => {
        const norm = Math.hypot(...components);
        fc.pre(norm > 1e-6);
        const embedding = Float32Array.from(components, (value) => value / norm);
        expect(decodeEmbedding(encodeEmbedding(embedding))).toEqual(embedding);
      }),
    );
  });

  it.each([
    ['NaN', Float32Array.of(1, Number.NaN)],
    ['infinity', Float32Array.of(Number.POSITIVE_INFINITY, 0)],
    ['the zero vector', new Float32Array(128)],
    ['a vector of norm 1.4, as dlib gives them', unitVector().map((value) => value * 1.4)],
    ['a norm of 1.002', Float32Array.of(1.002)],
    ['nothing', new Float32Array(0)],
  ])('refuses %s', (_, embedding) => {
    expect(() => encodeEmbedding(embedding)).toThrow(RangeError);
    expect(() => composePayload({ ...PARTS, embedding })).toThrow(
      expect.objectContaining({ code: 'runtime.model_failed' }),
    );
  });

  it('takes a norm within a thousandth of 1', () => {
    expect(encodeEmbedding(Float32Array.of(0.9995)).dim).toBe(1);
  });

  it('refuses data of another length than its dimension', () => {
    const encoded = encodeEmbedding(unitVector(128));
    expect(() => decodeEmbedding({ ...encoded, dim: 127 })).toThrow(RangeError);
  });
});

describe('composePayload', () => {
  it('wipes the embedding it was given, also when it refuses it', () => {
    const good = unitVector();
    composePayload({ ...PARTS, embedding: good });
    expect(good.every((value) => value === 0)).toBe(true);
    const bad = Float32Array.of(2, 2);
    expect(() => composePayload({ ...PARTS, embedding: bad })).toThrow();
    expect(bad).toEqual(new Float32Array(2));
  });

  it('names no value of the embedding in its error', () => {
    expect(() => composePayload({ ...PARTS, embedding: Float32Array.of(0.123, 0.456) })).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/0\.123|0\.456/) }),
    );
  });
});

describe('encodePayload', () => {
  it('is always 4096 bytes, whatever the verdict', () => {
    const short = composePayload({ ...PARTS, embedding: unitVector() });
    const long = examplePayload();
    expect([encodePayload(short).length, encodePayload(long).length]).toEqual([
      PLAINTEXT_BYTES,
      PLAINTEXT_BYTES,
    ]);
  });

  it('has room for a 512-float embedding with every check failed for the longest reason', () => {
    const longest = [...REASON_CODES].sort((a, b) => b.length - a.length)[0];
    const payload = composePayload({
      ...PARTS,
      embedding: unitVector(512),
      verdict: {
        verdict: 'inconclusive',
        profile: 'no-gestures',
        checks: CHECK_IDS.map((id) => ({ id, band: 'absent', reason: longest })),
      },
      consent: {
        ...PARTS.consent,
        consentReceiptId: crypto.randomUUID(),
        method: 'typed-name',
        search: { scope: 'gallery', templates: Number.MAX_SAFE_INTEGER },
      },
    });
    expect(encodePayload(payload)).toHaveLength(PLAINTEXT_BYTES);
  });

  it('carries with how many the seller was told to be compared, and of the receiver’s words no more', () => {
    const search = { scope: 'groups', templates: 7, overall: { falseHits: 1, fpir: 1 } } as const;
    const parts = { ...PARTS, embedding: unitVector(2), consent: { ...PARTS.consent, search } };
    expect(composePayload(parts).consent.search).toEqual({ scope: 'groups', templates: 7 });
  });

  it('carries what it was given, and nothing that someone added to the object', () => {
    const payload = examplePayload();
    const withPicture = { ...payload, image: '/9j/4AAQSkZJRgABAQ' };
    const plaintext = encodePayload(withPicture);
    expect(decodePayload(plaintext)).toEqual(payload);
    expect(new TextDecoder().decode(plaintext)).not.toContain('/9j/');
  });

  it('refuses, in words, a payload that does not fit', () => {
    const payload = examplePayload();
    const consent = { ...payload.consent, consentReceiptId: 'x'.repeat(PLAINTEXT_BYTES) };
    expect(() => encodePayload({ ...payload, consent })).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
  });

  it('has no field for pixels: the compiler refuses them', () => {
    const input = { binding: exampleBinding(), audience: 'a', key: {} as SealInput['key'] };
    const payload = examplePayload();
    // @ts-expect-error -- a payload has no image
    const withImage: Payload = { ...payload, image: new Uint8Array() };
    // @ts-expect-error -- nor can a clip take the payload's place
    const withClip: SealInput = { ...input, payload: new Blob() };
    expect([withImage, withClip]).toHaveLength(2);
  });
});

describe('decodePayload', () => {
  const payload = examplePayload();

  it.each([
    ['not padded to 4096 bytes', new TextEncoder().encode(JSON.stringify(payload))],
    ['empty', new Uint8Array(PLAINTEXT_BYTES).fill(0x20)],
    ['not UTF-8', new Uint8Array(PLAINTEXT_BYTES).fill(0xff)],
    ['with an unknown field', plaintextOf({ ...payload, image: 'AAAA' })],
    ['without a field', plaintextOf({ ...payload, capture: undefined })],
    [
      'with a zero embedding',
      plaintextOf({ ...payload, embedding: { dtype: 'f32le', dim: 1, data: 'AAAAAA' } }),
    ],
    [
      'with a NaN embedding',
      plaintextOf({ ...payload, embedding: { dtype: 'f32le', dim: 1, data: 'AADAfw' } }),
    ],
    ['with U+0000', plaintextOf({ ...payload, consent: { ...payload.consent, consentReceiptId: '\0' } })],
    [
      'with half a surrogate pair',
      plaintextOf({ ...payload, consent: { ...payload.consent, consentReceiptId: '\ud800' } }),
    ],
    ['with a raw score', plaintextOf({ ...payload, liveness: { ...payload.liveness, score: 0.98 } })],
  ])('refuses a plaintext %s', (_, plaintext) => {
    expect(() => decodePayload(plaintext)).toThrow();
  });

  it('refuses an embedding of another dimension than the model has', () => {
    expect(decodePayload(plaintextOf(payload), 128)).toEqual(payload);
    expect(() => decodePayload(plaintextOf(payload), 512)).toThrow();
  });
});

describe('fieldSizes', () => {
  it('adds up to the whole plaintext', () => {
    const sizes = fieldSizes(examplePayload());
    expect(sizes.map(({ name }) => name)).toEqual(['embedding', 'liveness', 'capture', 'consent', 'padding']);
    expect(sizes.reduce((total, { sizeBytes }) => total + sizeBytes, 0)).toBe(PLAINTEXT_BYTES);
  });

  it('counts the padding that the plaintext really ends in, and the opening brace', () => {
    const payload = examplePayload();
    const padding = new TextDecoder().decode(encodePayload(payload)).match(/ *$/)?.[0].length ?? 0;
    expect(fieldSizes(payload).at(-1)).toEqual({ name: 'padding', sizeBytes: padding + 1 });
  });
});
