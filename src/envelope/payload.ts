import type { Bytes } from '../core/bytes.js';
import { wipe } from '../core/bytes.js';
import { CandorError } from '../core/errors.js';
import type { SharedPayload } from '../core/record.js';
import type { ToldSearch } from '../core/types.js';
import type { Verdict } from '../core/verdict.js';
import { canonicalBytes } from './canonical.js';
import { encodeEmbedding } from './embedding.js';
import { SHARE_PLAINTEXT_BYTES, sharePlaintextBytes } from './share-sizes.js';
import { type Payload, PLAINTEXT_BYTES } from './wire.js';

/** What the page hands over to be sealed. There is no field for pixels, landmarks or scores. */
export interface PayloadParts {
  /** Unit length; wiped here, whatever happens. */
  readonly embedding: Float32Array<ArrayBuffer>;
  readonly verdict: Verdict;
  readonly durationMs: number;
  /** Frames that were analysed. */
  readonly frames: number;
  readonly consent: Payload['consent'];
}

/** Assembles the payload and wipes the embedding it was given.
 * @throws `runtime.model_failed` when the embedding is not a unit vector (NaN and the zero vector included). */
export function composePayload({ embedding, ...rest }: PayloadParts): Payload {
  try {
    return { embedding: encodeEmbedding(embedding), ...composeShared(rest) };
  } catch (cause) {
    throw new CandorError('runtime.model_failed', { cause, detail: 'embedding' });
  } finally {
    wipe(embedding);
  }
}

/** Absent, and not undefined: canonical JSON has no word for that. */
function told(search: ToldSearch | undefined): Pick<Payload['consent'], 'search'> {
  return search === undefined ? {} : { search: { scope: search.scope, templates: search.templates } };
}

/** What the receiver gets where three operators keep the template. */
export function composeShared(parts: Omit<PayloadParts, 'embedding'>): SharedPayload {
  const { verdict, durationMs, frames, consent } = parts;
  return {
    liveness: {
      verdict: verdict.verdict,
      profile: verdict.profile,
      checks: verdict.checks.map(({ id, band, reason }) => ({
        id,
        band,
        ...(reason === undefined ? {} : { reason }),
      })),
    },
    capture: { durationMs, frames, fps: framesPerSecond(frames, durationMs) },
    consent: {
      consentReceiptId: consent.consentReceiptId,
      method: consent.method,
      givenAt: consent.givenAt,
      ...told(consent.search),
    },
  };
}

function framesPerSecond(frames: number, durationMs: number): number {
  return durationMs > 0 ? Math.round((frames / durationMs) * 10_000) / 10 : 0;
}

const FIELDS = ['embedding', 'liveness', 'capture', 'consent'] as const satisfies readonly (keyof Payload)[];

/** A payload, whole or without the template. */
type AnyPayload = Payload | SharedPayload;

/** Only the known fields: what a careless caller adds to the object does not leave the page. */
function known(payload: AnyPayload): AnyPayload {
  const { liveness, capture, consent } = payload;
  return { ...('embedding' in payload && { embedding: payload.embedding }), liveness, capture, consent };
}

/** Canonical JSON padded with spaces to exactly {@link PLAINTEXT_BYTES}. The caller wipes it.
 * @throws `internal` when the payload does not fit: then the wire's limits are wrong, not the seller. */
export function encodePayload(payload: AnyPayload): Bytes {
  const json = canonicalBytes(known(payload));
  try {
    if (json.length > PLAINTEXT_BYTES) {
      throw new CandorError('internal', { detail: `payload of ${json.length} bytes` });
    }
    const plaintext: Bytes = new Uint8Array(PLAINTEXT_BYTES).fill(0x20);
    plaintext.set(json);
    return plaintext;
  } finally {
    wipe(json);
  }
}

export interface FieldSize {
  readonly name: (typeof FIELDS)[number] | 'padding';
  readonly sizeBytes: number;
}

/** What the sealed plaintext consists of, field by field; the sizes add up to {@link PLAINTEXT_BYTES}. A field counts
 * with its name and the mark that ends it, the opening brace with the padding. */
export function fieldSizes(payload: AnyPayload): readonly FieldSize[] {
  const fields: Partial<Payload> = payload;
  const sizes: FieldSize[] = FIELDS.filter((name) => name in payload).map((name) => ({
    name,
    sizeBytes: canonicalBytes({ [name]: fields[name] }).length - 1,
  }));
  const used = sizes.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
  return [...sizes, { name: 'padding', sizeBytes: PLAINTEXT_BYTES - used }];
}

/** The same of a template in three parts, each of which holds two of its three components and their salts; the sizes add up to those of
 * the four plaintexts.
 * @param dim - numbers in the template. */
export function sharedFieldSizes(payload: SharedPayload, dim: number): readonly FieldSize[] {
  const partBytes = sharePlaintextBytes(dim);
  const paddingBytes = 3 * (SHARE_PLAINTEXT_BYTES - partBytes);
  const rest = fieldSizes(payload).map(({ name, sizeBytes }) => ({
    name,
    sizeBytes: sizeBytes + (name === 'padding' ? paddingBytes : 0),
  }));
  return [{ name: 'embedding', sizeBytes: 3 * partBytes }, ...rest];
}
